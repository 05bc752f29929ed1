import { describe, expect, it } from "vitest";
import { commandLine, ONE_SENTENCE } from "./command-line.js";

const account = { RESCUE_EMAIL: "tech@example.com", RESCUE_PASSWORD: "secret" };

describe("a wrong command line", () => {
  it.each<[string, { given: string[]; env?: Record<string, string>; want: string }]>([
    [
      "no known command",
      { given: ["emial"], want: "Unknown command 'emial'; did you mean email?" },
    ],
    [
      "an unknown flag",
      {
        given: ["email", "--pin", "123456", "--formt", "json"],
        want: "Unknown option '--formt'; did you mean --format?",
      },
    ],
    [
      "a PIN that is left out",
      {
        given: ["email"],
        want: "The option --pin <digits> is missing: the PIN code, six digits with leading zeros.",
      },
    ],
    [
      "a short PIN",
      {
        given: ["email", "--pin", "12"],
        want: "Option '--pin <digits>' argument '12' is invalid: a PIN code has six digits.",
      },
    ],
    [
      "a PIN of letters",
      {
        given: ["email", "--pin", "12345a"],
        want: "Option '--pin <digits>' argument '12345a' is invalid: a PIN code has six digits.",
      },
    ],
    [
      "a format that is none",
      {
        given: ["email", "--pin", "123456", "--format", "html"],
        want: "Option '--format <name>' argument 'html' is invalid: allowed choices are text, json, eml.",
      },
    ],
    [
      "a timeout that is none",
      {
        given: ["email", "--pin", "123456", "--timeout", "1s"],
        want: "Option '--timeout <ms>' argument '1s' is invalid: expected a number of milliseconds, for example 30000.",
      },
    ],
    [
      "an endpoint that is none",
      {
        given: ["email", "--pin", "123456", "--endpoint", "localhost"],
        want: '--endpoint must be an http or https URL, and "localhost" is not.',
      },
    ],
    [
      "this endpoint in the environment",
      {
        given: ["email", "--pin", "123456"],
        env: { RESCUE_ENDPOINT: "ftp://h/" },
        want: 'RESCUE_ENDPOINT must be an http or https URL, and "ftp://h/" is not.',
      },
    ],
    [
      "no account",
      {
        given: ["email", "--pin", "123456"],
        env: {},
        want: "There is no account for the sign-in: set RESCUE_AUTH_CODE, or set RESCUE_EMAIL (or --email) and RESCUE_PASSWORD.",
      },
    ],
    [
      "no password and no terminal",
      {
        given: ["email", "--pin", "123456"],
        env: { RESCUE_EMAIL: "a@b.c" },
        want: "There is no password for a@b.c: set RESCUE_PASSWORD, or pipe the password into --password-stdin.",
      },
    ],
    [
      "nothing on standard input",
      {
        given: ["email", "--pin", "123456", "--password-stdin"],
        want: "Standard input contains no password.",
      },
    ],
    [
      "two things from standard input",
      {
        given: ["call", "setUser", "--input", "-", "--password-stdin"],
        want: "Standard input can contain the request or a secret, not both.",
      },
    ],
    [
      "a part of an operation's name",
      {
        given: ["call", "EmailText"],
        want: "There is no operation EmailText (did you mean generateEmailText?).",
      },
    ],
    [
      "a misspelled operation",
      {
        given: ["call", "requestPNCode"],
        want: "There is no operation requestPNCode (did you mean requestPINCode?).",
      },
    ],
    [
      "an argument of the wrong type",
      {
        given: ["call", "generateEmailText", "--iPINCode", "abc"],
        want: 'The option --iPINCode has the value "abc", which is not a valid int: expected an integer from -2147483648 to 2147483647, for example 1.',
      },
    ],
    [
      "an argument outside its type",
      {
        given: ["call", "generateEmailText", "--iPINCode", "9999999999"],
        want: 'The option --iPINCode has the value "9999999999", which is not a valid int: expected an integer from -2147483648 to 2147483647, for example 1.',
      },
    ],
    [
      "a boolean that is none",
      {
        given: ["call", "requestPINCode", "--bNoTechConsole", "yes"],
        want: 'The option --bNoTechConsole has the value "yes", which is not a valid boolean: expected true or false, for example true.',
      },
    ],
    [
      "JSON that is none",
      {
        given: ["call", "requestPINCode", "--input", "{"],
        want: "The value of --input is not valid JSON.",
      },
    ],
    [
      "JSON that is no object",
      {
        given: ["call", "requestPINCode", "--input", "[1]"],
        want: "The value of --input is not a JSON object.",
      },
    ],
    [
      "an unknown argument in JSON",
      {
        given: ["call", "generateEmailText", "--input", '{"pin":1}'],
        want: 'generateEmailText has no member "pin" (did you mean iPINCode?).',
      },
    ],
    [
      "a secret in JSON on the command line",
      {
        given: ["call", "generateEmailText", "--input", '{"sAuthCode":"x"}'],
        want: "generateEmailText/sAuthCode is a secret, and other users can see it in the process list: give it with --input @file or --input -.",
      },
    ],
    [
      "a file that isn't there",
      {
        given: ["call", "generateEmailText", "--input", "@/nowhere.json"],
        want: "The file of --input, /nowhere.json, can't be read: there is no such file.",
      },
    ],
    [
      "a port that is none",
      {
        given: ["simulator", "--port", "70000"],
        want: "Option '--port <number>' argument '70000' is invalid: expected a number from 0 to 65535.",
      },
    ],
  ])("%s ends with 2 and one sentence", async (_, { given, env = account, want }) => {
    const { exitCode, stdout, stderr } = await commandLine(given, { env });
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `error: ${want} [USAGE]\n`,
    });
    expect(stderr).toMatch(ONE_SENTENCE);
  });

  it.each([
    ["email", "--pin", "123456", "--password", "hush-hush"],
    ["email", "--pin", "123456", "--password=hush-hush"],
    ["email", "--pin", "123456", "--auth-code", "hush-hush"],
    ["email", "--pin", "123456", "-p", "hush-hush"],
    ["call", "login", "--sPassword", "hush-hush"],
    ["call", "login", "--sPassword=hush-hush"],
    ["call", "generateEmailText", "--sAuthCode", "hush-hush"],
  ])("%s … %s accepts no secret in a flag", async (...argv) => {
    const { exitCode, stderr } = await commandLine(argv, { env: account });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("set RESCUE_PASSWORD or RESCUE_AUTH_CODE");
    expect(stderr).not.toContain("hush-hush");
    expect(stderr).toMatch(ONE_SENTENCE);
  });
});

describe("a failure with --json", () => {
  it.each<[string, string[], number, object]>([
    [
      "no operation",
      ["call", "--json"],
      2,
      { code: "USAGE", message: "A command is missing; --help lists the commands." },
    ],
    [
      "an unknown option",
      ["call", "requestPINCode", "--sCField", "x", "--json"],
      2,
      { code: "USAGE", message: "Unknown option '--sCField' (did you mean --sCField0?)." },
    ],
    [
      "an unknown option before the operation",
      ["call", "--jsno", "login", "--json"],
      2,
      { code: "USAGE", message: "Unknown option '--jsno'; did you mean --json?" },
    ],
    [
      "a request that can't be encoded",
      ["call", "generateEmailText", "--json"],
      2,
      {
        code: "INVALID_REQUEST",
        message: expect.stringContaining("iPINCode"),
        details: { path: "generateEmailText/iPINCode" },
      },
    ],
    [
      "no WSDL",
      ["call", "--wsdl", "no.wsdl", "login", "--json"],
      3,
      { code: "UNREADABLE", message: expect.stringMatching(/^no\.wsdl: /) },
    ],
    [
      "another command",
      ["inspect", "no.wsdl", "--json"],
      3,
      { code: "UNREADABLE", message: expect.stringMatching(/^no\.wsdl: /) },
    ],
  ])("is one line of JSON: %s", async (_, argv, exitCode, want) => {
    const result = await commandLine(argv, { env: account });
    expect(result).toEqual({ exitCode, stdout: "", stderr: expect.stringMatching(/^[^\n]+\n$/) });
    expect(JSON.parse(result.stderr)).toEqual(want);
  });
});

describe("help", () => {
  it.each([
    [["--help"], "rescue-soap email --pin 123456"],
    [["help", "email"], "--format eml"],
    [["email", "--help"], "RESCUE_PASSWORD"],
    [["call", "--help"], "generateEmailText"],
    [["call", "requestPINCode", "--help"], "--bNoTechConsole <boolean>"],
    [["generate", "--help"], "--check"],
    [["simulator", "--help"], "tech@example.com"],
    [["demo", "--help"], "npm run demo"],
  ])("%s has examples", async (argv, want) => {
    const { exitCode, stdout, stderr } = await commandLine(argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(want);
  });

  it.each([
    [[], "Usage: rescue-soap [options] [command]"],
    [["call"], "Usage: rescue-soap call [--wsdl <wsdl>] <operation>"],
  ])("goes to standard error if a command is missing: %j", async (argv, want) => {
    const { exitCode, stdout, stderr } = await commandLine(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(want);
    expect(stderr).toMatch(
      /\nerror: A command is missing; --help lists the commands. \[USAGE\]\n$/,
    );
  });

  it("is coloured on a terminal only, and not with NO_COLOR", async () => {
    const colored = async (isTTY: boolean, env: Record<string, string>) => {
      const { stdout } = await commandLine(["--help"], { isTTY, env });
      const { stderr } = await commandLine(["nothing"], { isTTY, env });
      return [stdout, stderr].map((text) => text.includes("\u001b["));
    };
    expect(await colored(true, {})).toEqual([true, true]);
    expect(await colored(true, { NO_COLOR: "1" })).toEqual([false, false]);
    expect(await colored(true, { TERM: "dumb" })).toEqual([false, false]);
    expect(await colored(false, {})).toEqual([false, false]);
    expect(await colored(false, { FORCE_COLOR: "1" })).toEqual([true, true]);
  });

  it("--version is the package's", async () => {
    const { stdout } = await commandLine(["--version"]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
