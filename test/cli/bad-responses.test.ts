import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commandLine, ONE_SENTENCE } from "./command-line.js";
import { envelope, type Respond, response, type Service, soap, startService } from "./service.js";

const email = (result: string) => response("generateEmailText", result);
const fault = envelope(
  "<soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang='en'>System.Exception: It broke.\n   at API.generateEmailText(Int32 iPINCode) in c:\\API.cs:line 7</soap:Text></soap:Reason></soap:Fault>",
);

const plain =
  (text: string, status = 200, type = "text/html"): Respond =>
  (to) =>
    to.writeHead(status, { "Content-Type": type }).end(text);

let service: Service;
beforeEach(async () => {
  service = await startService(soap(""));
});
afterEach(() => service.close());

const env = { RESCUE_AUTH_CODE: "hush-hush" };
const pin = ["email", "--pin", "123456", "--format", "json"];

describe("what comes back is broken", () => {
  it.each<[string, { given: Respond; want: string; argv?: string[] }]>([
    ["an HTML page", { given: plain("<html>Sign in</html>"), want: "NOT_SOAP" }],
    ["nothing", { given: soap(""), want: "NOT_SOAP" }],
    [
      "half an envelope",
      { given: soap(email("generateEmailText_OK").slice(0, 200)), want: "MALFORMED_XML" },
    ],
    [
      "half a body",
      {
        given: (to) => {
          to.writeHead(200, { "Content-Length": "999" }).write("<soap");
          setTimeout(() => to.destroy(), 20);
        },
        want: "CONNECTION",
      },
    ],
    ["no response", { given: (to) => to.destroy(), want: "CONNECTION" }],
    ["no response in time", { given: () => {}, want: "TIMEOUT", argv: ["--timeout", "80"] }],
    ["401", { given: plain("Unauthorized", 401), want: "HTTP_STATUS" }],
    ["403", { given: plain("Forbidden", 403), want: "HTTP_STATUS" }],
    ["404", { given: plain("Not found", 404), want: "HTTP_STATUS" }],
    ["500", { given: plain("Runtime Error", 500), want: "HTTP_STATUS" }],
    ["503", { given: plain("", 503), want: "HTTP_STATUS" }],
    ["a fault", { given: soap(fault, 500), want: "FAULT" }],
    [
      "a response without its result",
      {
        given: soap(
          envelope(
            "<generateEmailTextResponse xmlns='https://secure.logmeinrescue.com/API/API.asmx'/>",
          ),
        ),
        want: "MISSING_ELEMENT",
      },
    ],
    [
      "the response of another operation",
      {
        given: soap(
          envelope("<loginResponse xmlns='https://secure.logmeinrescue.com/API/API.asmx'/>"),
        ),
        want: "UNEXPECTED_MESSAGE",
      },
    ],
  ])("%s ends with 3", async (_, { given, want, argv = [] }) => {
    service.respond = given;
    const result = await commandLine([...pin, "--endpoint", service.endpoint, ...argv], { env });
    expect(result.stderr).toMatch(ONE_SENTENCE);
    expect(result.stderr).toContain(`[${want}]`);
    expect(result.stderr).not.toContain("API.cs");
    expect({ exitCode: result.exitCode, stdout: result.stdout }).toEqual({
      exitCode: 3,
      stdout: "",
    });
  });

  it.each<[string, Respond]>([
    ["an HTML page", plain("<html>Sign in</html>")],
    ["nothing", plain("", 200, "text/plain")],
    ["404", plain("Not found", 404)],
    ["503", plain("", 503)],
  ])("%s ends with 3 over the text pages too", async (_, given) => {
    service.respond = given;
    const argv = [...pin, "--endpoint", service.endpoint, "--protocol", "get"];
    const result = await commandLine(argv, { env });
    expect(result.stderr).toMatch(ONE_SENTENCE);
    expect(result.stderr).not.toContain("hush-hush");
    expect({ exitCode: result.exitCode, stdout: result.stdout }).toEqual({
      exitCode: 3,
      stdout: "",
    });
  });

  it.each([
    ["nobody listening", "http://127.0.0.1:1/API/API.asmx"],
    ["a host that isn't there", "http://rescue.invalid/API/API.asmx"],
  ])("%s ends with 3", async (_, unreachable) => {
    const result = await commandLine([...pin, "--endpoint", unreachable], { env });
    expect(result.stderr).toMatch(ONE_SENTENCE);
    expect(result.stderr).toContain("[CONNECTION]");
    expect({ exitCode: result.exitCode, stdout: result.stdout }).toEqual({
      exitCode: 3,
      stdout: "",
    });
  });
});

describe("the service returns a failure", () => {
  it.each([
    ["generateEmailText_NotTechnician", "NotTechnician"],
    ["generateEmailTextRet_INVALID_PIN_FORMAT", "InvalidPINFormat"],
    ["generateEmailText_Brand_New", "Unlisted"],
  ])("%s ends with 1", async (ret, status) => {
    service.respond = soap(email(ret));
    const result = await commandLine([...pin, "--endpoint", service.endpoint], { env });
    expect(result.stderr).toMatch(ONE_SENTENCE);
    expect(result.stderr).toContain(ret);
    expect({ exitCode: result.exitCode, stdout: result.stdout }).toEqual({
      exitCode: 1,
      stdout: `${JSON.stringify({ status, ret })}\n`,
    });
  });
});

it("a bug has a short message, and a stack trace with --verbose or RESCUE_SOAP_DEBUG", async () => {
  service.respond = soap(email("generateEmailText_OK"));
  const broken = (stdout: string) => {
    if (stdout !== "") throw new TypeError("x is not a function");
  };
  const argv = [...pin, "--endpoint", service.endpoint];
  const short = await commandLine(argv, { env, onStdout: broken });
  expect(short).toMatchObject({
    exitCode: 3,
    stderr:
      "error: x is not a function; this is a bug in rescue-soap: run the command again with RESCUE_SOAP_DEBUG=1 to see the stack trace, and report it. [UNEXPECTED]\n",
  });
  const long = await commandLine([...argv, "--verbose"], { env, onStdout: broken });
  expect(long.stderr).toContain("bad-responses.test.ts");
  const debug = { ...env, RESCUE_SOAP_DEBUG: "1" };
  const traced = await commandLine(argv, { env: debug, onStdout: broken });
  expect(traced.stderr).toContain("bad-responses.test.ts");
});
