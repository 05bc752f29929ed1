/** `rescue-soap call --wsdl`: any operation of any WSDL, against our server and against that of node-soap. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { listen } from "soap";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOperations } from "../../../src/codegen/index.js";
import {
  type Handlers,
  type Operations,
  type RunningService,
  ServiceFault,
  serve,
} from "../../../src/server/index.js";
import { startSimulator } from "../../../src/simulator/index.js";
import { readContract } from "../../../src/wsdl/index.js";
import { contractFile } from "../../server/generated-operations.js";
import { commandLine, ONE_SENTENCE, type Setting } from "../command-line.js";

const QUOTES = contractFile("documents");
const FORMS = contractFile("forms");
const SUMS = contractFile("rpc-encoded");
const API = fileURLToPath(new URL("../../../wsdl/API.wsdl", import.meta.url));

/** The requests that the services received. */
let requests: unknown[] = [];

async function start(wsdl: string, handlers: Handlers<Operations> = {}): Promise<RunningService> {
  const contract = await readContract(wsdl, () => Promise.reject(new Error("No download.")));
  const onCall = ({
    operation,
    protocol,
    request,
  }: {
    operation: string;
    protocol: string;
    request: unknown;
  }) => void requests.push({ operation, protocol, request });
  return serve(contractOperations(contract), { handlers, wsdl, unhandled: "sample", onCall });
}

let folder = "";
let quotes: RunningService;
let forms: RunningService;
let sums: RunningService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-call-"));
  quotes = await start(QUOTES, {
    getQuote: (request) => {
      const { symbol } = Object(request);
      if (symbol !== "NONE") return { price: "12.50", at: null, volume: 9007199254740993n };
      const detail = { symbol, similar: ["NINE", "NO"] };
      throw new ServiceFault("No such symbol.", { name: "UnknownSymbol", detail });
    },
  });
  forms = await start(FORMS);
  sums = await start(SUMS);
});
afterAll(async () => {
  await Promise.all([quotes, forms, sums].map((service) => service.close()));
  await rm(folder, { recursive: true });
});

function call(service: RunningService, wsdl: string, argv: readonly string[], setting?: Setting) {
  requests = [];
  return commandLine(["call", "--wsdl", wsdl, "--endpoint", service.url, ...argv], setting);
}

describe("an operation of a WSDL", () => {
  it.each([
    ["QuotesSoap", "soap11"],
    ["QuotesSoap12", "soap12"],
  ])("is called at the port %s over %s", async (port, protocol) => {
    const argv = ["getQuote", "--symbol", "ACME", "--count", "2", "--port", port];
    expect(await call(quotes, QUOTES, argv)).toEqual({
      exitCode: 0,
      stdout: "price: 12.50\nat: null\nvolume: 9007199254740993\n",
      stderr: "",
    });
    expect(requests).toEqual([
      { operation: "getQuote", protocol, request: { symbol: "ACME", count: 2 } },
    ]);
  });

  it.each([
    ["Post", "http-post"],
    ["Get", "http-get"],
  ])("is called at the port %s over %s", async (port, protocol) => {
    const result = await call(forms, FORMS, ["split", "--number", "42", "--port", port, "--json"]);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(result.stdout)).toEqual({ ArrayOfInt: [1] });
    expect(requests).toEqual([
      { operation: "split", protocol, request: expect.objectContaining({}) },
    ]);
  });

  it("has an array of a repeated option, in the SOAP encoding too", async () => {
    const argv = ["sum", "--numbers", "1", "--numbers", "2", "--label", "-x", "--json"];
    expect(await call(sums, SUMS, argv)).toEqual({
      exitCode: 0,
      stdout: '{"result":1,"label":"label"}\n',
      stderr: "",
    });
    expect(requests).toMatchObject([{ request: { numbers: [1, 2], label: "-x" } }]);
  });

  it("has records of options with dots, or of JSON", async () => {
    const flags = ["--person.name", "Jo", "--person.age", "30"];
    const json = '{"person":{"name":"x","age":1},"other":{"name":"Al","age":20}}';
    const request = { person: { name: "Jo", age: 30 }, other: { name: "Al", age: 20 } };
    const file = join(folder, "older.json");
    await writeFile(file, json);
    for (const input of [json, `@${file}`, "-"]) {
      const argv = ["older", ...flags, "--input", input];
      expect(await call(sums, SUMS, argv, { stdin: json })).toMatchObject({ exitCode: 0 });
      expect(requests).toMatchObject([{ operation: "older", request }]);
    }
  });

  it("prints that there is no response, or an empty one", async () => {
    const port = ["--port", "QuotesSoap"];
    const tick = await call(quotes, QUOTES, ["tick", "--symbol", "A", ...port]);
    expect(tick).toEqual({ exitCode: 0, stdout: "(no response)\n", stderr: "" });
    const json = await call(quotes, QUOTES, ["tick", "--symbol", "A", "--json", ...port]);
    expect(json).toEqual({ exitCode: 0, stdout: "null\n", stderr: "" });
    const ping = await call(quotes, QUOTES, ["ping", ...port]);
    expect(ping).toEqual({ exitCode: 0, stdout: "(an empty response)\n", stderr: "" });
  });

  it("uses the address of the WSDL that the service returns", async () => {
    const argv = ["call", "--wsdl", `${sums.url}?wsdl`, "reset"];
    expect(await commandLine(argv)).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("comes from a file: URL or from standard input", async () => {
    const url = await call(sums, pathToFileURL(SUMS).href, ["reset"]);
    expect(url).toMatchObject({ exitCode: 0, stderr: "" });
    const stdin = await readFile(SUMS, "utf8");
    expect(await call(sums, "-", ["reset"], { stdin })).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("has SOAP headers and HTTP headers, and secrets are not printed", async () => {
    const argv = ["getQuote", "--symbol", "A", "--port", "QuotesSoap", "--verbose"];
    const headers = ["--header", "X-Trace: 5", "--header", "Authorization: Bearer hush-hush"];
    const soapHeader = ["--soap-header", "-"];
    const stdin = '{"session":{"token":"hush-hush"}}';
    const result = await call(quotes, QUOTES, [...argv, ...headers, ...soapHeader], { stdin });
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toContain("X-Trace: 5");
    expect(result.stderr).toContain("<token>***</token>");
    expect(result.stderr).not.toContain("hush-hush");
  });

  it("is recorded and replayed", async () => {
    const file = join(folder, "calls.har");
    const argv = ["getQuote", "--symbol", "A", "--port", "QuotesSoap"];
    const recorded = await call(quotes, QUOTES, [...argv, "--record", file]);
    expect(recorded.exitCode).toBe(0);
    expect(await call(quotes, QUOTES, [...argv, "--replay", file])).toEqual(recorded);
    expect(requests).toEqual([]);
  });
});

describe("a fault", () => {
  const argv = ["getQuote", "--symbol", "NONE", "--port", "QuotesSoap12"];

  it("is a sentence with its name and detail", async () => {
    const { exitCode, stdout, stderr } = await call(quotes, QUOTES, argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(/^error: .*No such symbol\. \[FAULT\]\n/);
    expect(stderr.slice(stderr.indexOf("\n"))).toBe(`
  fault: UnknownSymbol
  detail:
    symbol: NONE
    similar:
      - NINE
      - NO
`);
  });

  it("is an object with --json", async () => {
    const { exitCode, stdout, stderr } = await call(quotes, QUOTES, [...argv, "--json"]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stderr)).toEqual({
      code: "FAULT",
      message: expect.stringContaining("No such symbol."),
      details: {
        status: 500,
        faultCode: "{http://www.w3.org/2003/05/soap-envelope}Receiver",
        reason: "No such symbol.",
        names: ["UnknownSymbol"],
        detail: { symbol: "NONE", similar: ["NINE", "NO"] },
      },
    });
  });
});

it("an outcome other than OK is printed, and ends with 1", async () => {
  const simulator = await startSimulator();
  try {
    const argv = ["call", "--wsdl", API, "login", "--port", "APISoap12"];
    const options = ["--endpoint", simulator.url, "--sEmail", "tech@example.com", "--input", "-"];
    const login = (password: string) =>
      commandLine([...argv, ...options, "--json"], { stdin: `{"sPassword":"${password}"}` });
    expect(await login("secret")).toEqual({
      exitCode: 0,
      stdout: '{"status":"OK","ret":"login_OK"}\n',
      stderr: "",
    });
    const rejected = await login("wrong");
    expect(rejected.exitCode).toBe(1);
    expect(JSON.parse(rejected.stdout)).toEqual({ status: "Invalid", ret: "login_Invalid" });
    expect(JSON.parse(rejected.stderr)).toEqual({
      code: "Invalid",
      message: "login returned Invalid (login_Invalid).",
    });
  } finally {
    await simulator.close();
  }
});

it("calls a server of node-soap", async () => {
  const wsdl = await readFile(QUOTES, "utf8");
  const server = createServer((_, response) => response.end());
  const got: unknown[] = [];
  const getQuote = (request: unknown) => {
    got.push(request);
    return { price: "2.5", at: "2026-01-31T12:00:00Z" };
  };
  const operations = { QuotesSoap: { getQuote }, QuotesSoap12: { getQuote } };
  listen(server, { path: "/Quotes.svc", services: { QuoteService: operations }, xml: wsdl });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const endpoint = `http://127.0.0.1:${port}/Quotes.svc`;
    const argv = ["call", "--wsdl", QUOTES, "--endpoint", endpoint, "getQuote", "--symbol", "A"];
    for (const name of ["QuotesSoap", "QuotesSoap12"]) {
      expect(await commandLine([...argv, "--port", name])).toEqual({
        exitCode: 0,
        stdout: "price: 2.5\nat: 2026-01-31T12:00:00Z\n",
        stderr: "",
      });
    }
    expect(got).toEqual([{ symbol: "A" }, { symbol: "A" }]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

describe("the help", () => {
  it("of a WSDL lists its operations", async () => {
    const { exitCode, stdout } = await commandLine(["call", "--wsdl", QUOTES, "--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ {2}getQuote +symbol, count$/m);
    expect(stdout).not.toContain("requestPINCode  ");
  });

  it("of an operation has its documentation, and its parameters with their types", async () => {
    const argv = ["call", "--wsdl", QUOTES, "getQuote", "--help"];
    const { exitCode, stdout } = await commandLine(argv);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("The price of a symbol.");
    expect(stdout).toMatch(
      /\nParameters:\n {2}--symbol <string> {2}required\n {2}--count <int>\n$/,
    );
  });
});

describe("a wrong command line", () => {
  it.each<[string[], string]>([
    [
      ["getQuote", "--symbol", "A"],
      "Several ports offer getQuote: choose one with --port: QuotesSoap (soap11), QuotesSoap12 (soap12).",
    ],
    [
      ["getQuote", "--symbol", "A", "--port", "QuoteSoap"],
      "There is no port QuoteSoap with getQuote (did you mean QuotesSoap?).",
    ],
    [["getQoute"], "There is no operation getQoute (did you mean getQuote?)."],
    [["quote"], "There is no operation quote (did you mean getQuote?)."],
    [
      ["getQuote", "--simbol", "A", "--port", "QuotesSoap"],
      "Unknown option '--simbol' (did you mean --symbol?).",
    ],
    [
      ["getQuote", "--jsn", "--port", "QuotesSoap"],
      "Unknown option '--jsn' (did you mean --json?).",
    ],
    [
      ["getQuote", "--symbol", "A", "--count", "x", "--port", "QuotesSoap"],
      'The option --count has the value "x", which is not a valid int: expected an integer from -2147483648 to 2147483647, for example 1.',
    ],
    [
      ["getQuote", "--port", "QuotesSoap", "--input", '{"symbol":"A","count":"x"}'],
      "getQuote/count has a value that is not a valid int: expected an integer from -2147483648 to 2147483647, for example 1.",
    ],
    [
      ["getQuote", "--port", "QuotesSoap", "--input", "request.json"],
      "The value of --input must be a JSON object, @file for a file, or - for standard input.",
    ],
    [
      ["getQuote", "--port", "QuotesSoap", "--header", "Authorization"],
      'The value of --header is not a header: write "Name: value", or @file for a file with one header per line.',
    ],
    [
      ["getQuote", "--port", "QuotesSoap", "--soap-header", '{"session":{"token":"x"}}'],
      "getQuote/Header/session/token is a secret, and other users can see it in the process list: give it with --soap-header @file or --soap-header -.",
    ],
    [
      ["ping", "--port", "QuotesSoap", "--soap-header", "{}"],
      "ping has no SOAP header in the WSDL: omit --soap-header.",
    ],
    [
      ["ping", "--port", "QuotesSoap", "--input", "-", "--soap-header", "-"],
      "Only one of --input and --soap-header can be standard input.",
    ],
    [
      ["ping", "--port", "QuotesSoap", "--endpoint", "localhost"],
      '--endpoint must be an http or https URL, and "localhost" is not.',
    ],
    [
      ["tick", "--port", "QuotesSoap", "--timeout", "soon"],
      "Option '--timeout <ms>' argument 'soon' is invalid: expected a number of milliseconds, for example 30000.",
    ],
  ])("%j", async (argv, want) => {
    const { exitCode, stdout, stderr } = await call(quotes, QUOTES, argv);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error: ${want} [USAGE]\n`,
    });
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(requests).toEqual([]);
  });

  it("names what the encoder does not find", async () => {
    const { exitCode, stderr } = await call(sums, SUMS, ["older", "--person.name", "x"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: older\/person\/age .* \[INVALID_REQUEST\]\n$/);
  });

  it("asks for the address if the WSDL has none", async () => {
    const file = join(folder, "no-address.wsdl");
    const text = await readFile(SUMS, "utf8");
    await writeFile(file, text.replace("http://sums.example.com/sums", ""));
    const { exitCode, stderr } = await commandLine(["call", "--wsdl", file, "reset"]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr:
        "error: The port SumsSoap has no address in the WSDL: give the URL of the service with --endpoint. [USAGE]\n",
    });
  });

  it("asks for the value of --wsdl", async () => {
    const { exitCode, stderr } = await commandLine(["call", "--wsdl"]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe("error: Option '--wsdl <wsdl>' argument missing. [USAGE]\n");
  });
});
