/** The log lines of a client, for loggers with the message first and with the fields first. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { ConnectionError, createRescueClient, type RescueClientOptions } from "../../src/index.js";
import { fakeService } from "./fake-service.js";

const { transport } = fakeService(() => "getAccount_Error");

async function linesOf(logger: RescueClientOptions["logger"] & object, failing = false) {
  const rescue = createRescueClient({
    auth: { authCode: "planted-code" },
    endpoint: "http://127.0.0.1/logging",
    logger,
    transport: failing
      ? async () => {
          throw new ConnectionError("planted-message");
        }
      : transport,
  });
  await rescue.getAccount({ sAuthCode: "planted-code" }).catch(() => undefined);
}

const FIELDS = {
  operation: "getAccount",
  status: "Error",
  ms: expect.any(Number),
  attempts: 1,
  waited: 0,
};
const MESSAGE = expect.stringMatching(/^getAccount Error \d+ ms$/);

describe("a log line", () => {
  it("is written by pino, with its fields", async () => {
    let text = "";
    const stream = new Writable({
      write(chunk, _, done) {
        text += String(chunk);
        done();
      },
    });
    await linesOf(pino({ level: "debug" }, stream));
    expect(JSON.parse(text)).toMatchObject({ ...FIELDS, msg: MESSAGE });
    expect(text).not.toContain("planted");
  });

  it("is written by a child of pino", async () => {
    const lines: string[] = [];
    const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
    await linesOf(logger.child({ tenant: 7 }));
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { ...FIELDS, tenant: 7, msg: MESSAGE },
    ]);
  });

  it("has the message first for other loggers", async () => {
    const lines: unknown[][] = [];
    await linesOf({ debug: (...line: unknown[]) => lines.push(line) });
    expect(lines).toEqual([[MESSAGE, FIELDS]]);
  });

  it("has the delivery of a request without a response", async () => {
    const lines: unknown[][] = [];
    await linesOf({ debug: (...line: unknown[]) => lines.push(line) }, true);
    expect(lines).toMatchObject([
      [expect.anything(), { status: "CONNECTION", delivery: "unknown" }],
    ]);
    expect(JSON.stringify(lines)).not.toContain("planted");
  });

  it("accepts console", () => {
    const logger: NonNullable<RescueClientOptions["logger"]> = console;
    expect(logger).toBe(console);
  });
});
