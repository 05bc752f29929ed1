import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InterruptedError } from "../../src/cli/failure/errors.js";
import { commandLine, ONE_SENTENCE } from "./command-line.js";
import { response, type Service, soap, startService } from "./service.js";

const OUTS =
  "<sSubject>Grüße von ACME</sSubject><sText>Hi,&#13;\nclick the link:</sText><sLink>https://example.com/R?i=2&amp;Code=123456</sLink><sSignature>ACME &lt;support&gt;</sSignature>";

let service: Service;
let loginResult = "login_OK";

beforeEach(async () => {
  loginResult = "login_OK";
  service = await startService((to, body) => {
    const text = body.includes("<login ")
      ? response("login", loginResult)
      : response("generateEmailText", "generateEmailText_OK", OUTS);
    to.setHeader("Set-Cookie", "ASP.NET_SessionId=cookie-secret; path=/; HttpOnly");
    soap(text)(to, body);
  });
});
afterEach(() => service.close());

function email(argv: readonly string[], setting: Parameters<typeof commandLine>[1] = {}) {
  const env = { RESCUE_ENDPOINT: service.endpoint, ...setting.env };
  return commandLine(["email", "--pin", "123456", ...argv], { ...setting, env });
}
const account = { RESCUE_EMAIL: "tech@example.com", RESCUE_PASSWORD: "hush-hush" };

describe("the email", () => {
  it("is text to read", async () => {
    expect(await email([], { env: account })).toEqual({
      exitCode: 0,
      stderr: "",
      stdout: `Subject: Grüße von ACME

Hi,
click the link:

https://example.com/R?i=2&Code=123456

ACME <support>
`,
    });
  });

  it("is one line of JSON with the whole outcome", async () => {
    const { exitCode, stdout } = await email(["--format", "json"], { env: account });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(stdout)).toEqual({
      status: "OK",
      ret: "generateEmailText_OK",
      sSubject: "Grüße von ACME",
      sText: "Hi,\r\nclick the link:",
      sLink: "https://example.com/R?i=2&Code=123456",
      sSignature: "ACME <support>",
    });
  });

  it("is a message for a mail program", async () => {
    const argv = ["--format", "eml", "--from", "Me <me@example.com>", "--to", "ann@example.com"];
    const { exitCode, stdout } = await email(argv, { env: account });
    expect(exitCode).toBe(0);
    const [head = "", body = ""] = stdout.split("\r\n\r\n");
    expect(stdout).not.toMatch(/[^\r]\n/);
    expect(head.split("\r\n")).toEqual(
      expect.arrayContaining([
        "From: Me <me@example.com>",
        "To: ann@example.com",
        "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_von_ACME?=",
        "X-Unsent: 1",
        "Content-Type: text/plain; charset=utf-8",
      ]),
    );
    expect(head).toMatch(/^Date: /m);
    expect(body).toBe("Hi,\r\nclick the link:");
    expect(stdout).toContain("https://example.com/R?i=2&Code=123456\r\n\r\nACME <support>");
  });

  it("accepts a PIN with leading zeros", async () => {
    const { exitCode } = await commandLine(
      ["email", "--pin", "000123", "--endpoint", service.endpoint],
      { env: account },
    );
    expect(exitCode).toBe(0);
    expect(service.requests.at(-1)).toContain("<iPINCode>123</iPINCode>");
  });
});

describe("credentials", () => {
  const password = (secret: string) => `<sPassword>${secret}</sPassword>`;

  it("come from the environment", async () => {
    await email([], { env: account });
    expect(service.requests[0]).toContain("<sEmail>tech@example.com</sEmail>");
    expect(service.requests[0]).toContain(password("hush-hush"));
  });

  it("come from standard input, without the line break and before the environment", async () => {
    await email(["--password-stdin"], { env: account, stdin: " two words \r\n" });
    expect(service.requests[0]).toContain(password(" two words "));
  });

  it("are asked for at a terminal", async () => {
    const questions: string[] = [];
    const askSecret = async (question: string) => {
      questions.push(question);
      return "typed";
    };
    const { exitCode, stdout, stderr } = await email(["--email", "me@example.com"], { askSecret });
    expect(questions).toEqual(["Password for me@example.com:"]);
    expect(service.requests[0]).toContain(password("typed"));
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain("typed");
  });

  it("an auth code replaces them, unless an email is given", async () => {
    const env = { ...account, RESCUE_AUTH_CODE: "code-secret" };
    await email([], { env });
    expect(service.requests).toHaveLength(1);
    expect(service.requests[0]).toContain("<sAuthCode>code-secret</sAuthCode>");
    await email(["--email", "me@example.com"], { env });
    expect(service.requests[1]).toContain("<sEmail>me@example.com</sEmail>");
  });

  it("an auth code comes from standard input too", async () => {
    await email(["--auth-code-stdin"], { stdin: "piped-code\n" });
    expect(service.requests[0]).toContain("<sAuthCode>piped-code</sAuthCode>");
  });

  it("that are rejected end with 1", async () => {
    loginResult = "login_Invalid";
    const { exitCode, stdout, stderr } = await email(["--format", "json"], { env: account });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(ONE_SENTENCE);
    expect(stderr).toContain("tech@example.com");
    expect(stderr).toContain("Invalid");
  });
});

describe("--verbose", () => {
  it("shows the wire without the secrets", async () => {
    const { stdout, stderr } = await email(["--verbose", "--format", "json"], { env: account });
    expect(JSON.parse(stdout).status).toBe("OK");
    expect(stderr).toContain(`> 1 POST ${service.endpoint}`);
    expect(stderr).toContain("<sEmail>tech@example.com</sEmail><sPassword>***</sPassword>");
    expect(stderr).toContain("set-cookie: ASP.NET_SessionId=***; path=/; HttpOnly");
    expect(stderr).toMatch(/> 2 {3}cookie: ASP.NET_SessionId=\*\*\*/i);
    expect(stderr).toContain("<iPINCode>123456</iPINCode>");
    expect(stderr).toContain("<sLink>https://example.com/R?i=2&amp;Code=123456</sLink>");
    expect(stderr).not.toMatch(/hush-hush|cookie-secret/);
  });

  it.each(["post", "get"])("hides them over the text pages by %s too", async (protocol) => {
    service.respond = (to, body) => {
      to.setHeader("Set-Cookie", "ASP.NET_SessionId=cookie-secret; path=/");
      to.setHeader("Content-Type", "text/plain");
      to.end(body.includes("pincode") || to.req.url?.includes("pincode") ? "NOTTECHNICIAN" : "OK");
    };
    const { exitCode, stderr } = await email(["--verbose", "--protocol", protocol], {
      env: account,
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("tech%40example.com");
    expect(stderr).toContain("pwd=***");
    expect(stderr).not.toMatch(/hush-hush|cookie-secret/);
  });
});

it("an interrupt ends the call", async () => {
  const interrupt = new AbortController();
  service.respond = () => interrupt.abort(new InterruptedError("SIGINT"));
  const { exitCode, stderr } = await email([], {
    env: { RESCUE_AUTH_CODE: "x" },
    signal: interrupt.signal,
  });
  expect(exitCode).toBe(130);
  expect(stderr).toBe("error: The command was interrupted (SIGINT). [ABORTED]\n");
});
