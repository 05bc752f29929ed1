/** The command line shows no secret that a server repeats, in any output other than the response itself. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../http/loopback.js";
import { PLANTED, plantedIn } from "../secrets/planted.js";
import { commandLine } from "./command-line.js";

const SENT = ["password", "userPassword", "cookie", "query"] as const;
const ECHO = SENT.map((name) => PLANTED[name]).join(" ");
const USER = encodeURIComponent(PLANTED.userPassword);
const QUERY = encodeURIComponent(PLANTED.query);
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const ns = "https://secure.logmeinrescue.com/API/API.asmx";
const envelope = (body: string) =>
  `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>${body}</s:Body></s:Envelope>`;
const login = (result: string) =>
  envelope(`<loginResponse xmlns="${ns}"><loginResult>${result}</loginResult></loginResponse>`);
const fault = envelope(
  `<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang="en">${escaped(ECHO)}</s:Text></s:Reason><s:Detail><a b="${escaped(ECHO)}">${escaped(ECHO)}</a></s:Detail></s:Fault>`,
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-secrets-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function expectNone(text: string): void {
  expect(plantedIn(text, SENT)).toEqual([]);
}

interface ServerResponse {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const responses: Readonly<Record<string, ServerResponse>> = {
  "a fault": { status: 500, type: "application/soap+xml", body: fault },
  "an unlisted status": { status: 200, type: "application/soap+xml", body: login(escaped(ECHO)) },
  "a page": { status: 502, type: "text/html", body: `<p>${escaped(ECHO)}</p>` },
  "a text": { status: 200, type: "text/plain", body: ECHO },
  "invalid XML": { status: 200, type: "application/soap+xml", body: login(PLANTED.password) },
};

describe.each(Object.entries(responses))(
  "a server that repeats secrets in %s",
  (name, response) => {
    it.each([
      ["call", ["call"]],
      ["call with --verbose", ["call", "--verbose"]],
      ["call with --json", ["call", "--json"]],
      ["call over the text pages", ["call", "--protocol", "post", "--verbose"]],
      ["call over the text pages by GET", ["call", "--protocol", "get", "--verbose"]],
    ])("is not repeated by %s", async (_, command) => {
      const server = await serve((request, reply) => {
        request.resume();
        reply.writeHead(response.status, {
          "Content-Type": response.type,
          "Set-Cookie": `ASP.NET_SessionId=${PLANTED.cookie}; path=/`,
        });
        reply.end(response.body);
      });
      const endpoint = server.url.replace("http://", `http://me:${USER}@`);
      const file = join(folder, `${name}-${command.join("-")}.har`.replaceAll(" ", "-"));
      const record = command.includes("--verbose") ? [] : ["--record", file];
      const { stderr, exitCode } = await commandLine(
        [...command, ...record, "--endpoint", `${endpoint}?token=${QUERY}`, "login"],
        {
          env: {
            RESCUE_EMAIL: "a@example.com",
            RESCUE_PASSWORD: PLANTED.password,
            RESCUE_SOAP_DEBUG: "1",
          },
        },
      );
      expect(exitCode).not.toBe(0);
      expect(stderr).not.toContain("UNEXPECTED");
      expectNone(stderr);
      if (record.length > 0) expectNone(await readFile(file, "utf8"));
    });
  },
);

it("does not show the credentials of addresses that cannot be used", async () => {
  const env = { RESCUE_AUTH_CODE: "a1b2c3d4" };
  const results = await Promise.all([
    commandLine(["call", "--endpoint", `ftp://me:${USER}@h/`, "login"], { env }),
    commandLine(["call", "--endpoint", `me:${USER}@h`, "login"], { env }),
    commandLine(["inspect", `ftp://me:${USER}@h/?token=${QUERY}`], { env }),
    commandLine(["inspect", `http://me:${USER}@127.0.0.1:1/?token=${QUERY}`], { env }),
    commandLine(["inspect", `http://me:${USER}@h:port/?token=${QUERY}`], { env }),
  ]);
  for (const { stderr } of results) expectNone(stderr);
});
