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
      "such an endpoint in the environment",
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
        want: "Standard input can hold the arguments or a secret, not both.",
      },
    ],
    [
      "a part of an operation's name",
      {
        given: ["call", "EmailText"],
        want: 'There is no operation "EmailText"; did you mean generateEmailText?',
      },
    ],
    [
      "a misspelled operation",
      {
        given: ["call", "requestPNCode"],
        want: "Unknown command 'requestPNCode'; did you mean requestPINCode?",
      },
    ],
    [
      "an argument of the wrong type",
      {
        given: ["call", "generateEmailText", "--iPINCode", "abc"],
        want: "Option '--iPINCode <int>' argument 'abc' is invalid: it takes an integer from -2147483648 to 2147483647.",
      },
    ],
    [
      "an argument outside its type",
      {
        given: ["call", "generateEmailText", "--iPINCode", "9999999999"],
        want: "Option '--iPINCode <int>' argument '9999999999' is invalid: it takes an integer from -2147483648 to 2147483647.",
      },
    ],
    [
      "a boolean that is none",
      {
        given: ["call", "requestPINCode", "--bNoTechConsole", "yes"],
        want: "Option '--bNoTechConsole <boolean>' argument 'yes' is invalid: it takes true or false.",
      },
    ],
    [
      "JSON that is none",
      {
        given: ["call", "requestPINCode", "--input", "{"],
        want: "--input takes a JSON object, and what it holds is no JSON.",
      },
    ],
    [
      "JSON that is no object",
      { given: ["call", "requestPINCode", "--input", "[1]"], want: "--input takes a JSON object." },
    ],
    [
      "an unknown argument in JSON",
      {
        given: ["call", "generateEmailText", "--input", '{"pin":1}'],
        want: 'generateEmailText takes no "pin" but iPINCode, sAuthCode.',
      },
    ],
    [
      "a secret in JSON on the command line",
      {
        given: ["call", "generateEmailText", "--input", '{"sAuthCode":"x"}'],
        want: "sAuthCode is a secret and would show in the process list: give it with --input @file or --input -.",
      },
    ],
    [
      "a file that isn't there",
      {
        given: ["call", "generateEmailText", "--input", "@/nowhere.json"],
        want: "--input names the file /nowhere.json, which can't be read.",
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
  ])("%s … %s takes no secret from a flag", async (...argv) => {
    const { exitCode, stderr } = await commandLine(argv, { env: account });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("set RESCUE_PASSWORD or RESCUE_AUTH_CODE");
    expect(stderr).not.toContain("hush-hush");
    expect(stderr).toMatch(ONE_SENTENCE);
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
    [["call"], "Usage: rescue-soap call <operation>"],
  ])("goes to standard error where a command is missing: %j", async (argv, want) => {
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
