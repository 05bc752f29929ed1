/** `rescue-soap serve`: sample values for any WSDL. */
import { createClientAsync } from "soap";
import { describe, expect, it } from "vitest";
import { InterruptedError } from "../../src/cli/failure/errors.js";
import { contractFile } from "../server/generated-operations.js";
import { commandLine, ONE_SENTENCE } from "./command-line.js";

/** Runs the command while `use` runs with the URL of the service. @returns the output of the command */
async function serving(argv: readonly string[], use: (url: string) => Promise<void>) {
  const stop = new AbortController();
  let used: Promise<void> | undefined;
  const result = await commandLine(["serve", ...argv], {
    signal: stop.signal,
    onStdout(text) {
      const [, url] = /^listening (\S+)/.exec(text) ?? [];
      if (url === undefined) return;
      used = use(url).finally(() => stop.abort(new InterruptedError("SIGTERM")));
    },
  });
  await used;
  return result;
}

describe("serve", () => {
  it("responds to another vendor's client with values of the WSDL's types, and reports each call", async () => {
    const { exitCode, stdout } = await serving([contractFile("documents")], async (url) => {
      const client = await createClientAsync(`${url}?wsdl`, { disableCache: true });
      const [quote, , header] = await client.getQuoteAsync({ symbol: "ACME" });
      expect(quote).toEqual({ price: 1.5, at: new Date("2026-01-31T12:00:00Z"), volume: 1 });
      expect(header).toEqual({ quota: { left: "1" } });
      await client.pingAsync({});
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^listening http:\/\/127\.0\.0\.1:\d+\/Quotes\.svc\ngetQuote over soap11\nping over soap11\n$/,
    );
  });

  it("serves WSDLs of several files, elsewhere too", async () => {
    const argv = [contractFile("split/service"), "--path", "/here", "--profile", "asmx"];
    const { exitCode } = await serving(argv, async (url) => {
      expect(new URL(url).pathname).toBe("/here");
      const client = await createClientAsync(`${url}?wsdl`, { disableCache: true });
      const [echo] = await client.echoAsync({ text: "x" });
      expect(echo).toEqual({ text: "text" });
    });
    expect(exitCode).toBe(0);
  });

  it.each([
    [["no.wsdl"], 3],
    [[contractFile("documents"), "--port", "x"], 2],
    [[contractFile("documents"), "--profile", "x"], 2],
  ] as const)("says what is wrong with %s", async (argv, code) => {
    const { exitCode, stderr } = await commandLine(["serve", ...argv]);
    expect(exitCode).toBe(code);
    expect(stderr).toMatch(ONE_SENTENCE);
  });
});
