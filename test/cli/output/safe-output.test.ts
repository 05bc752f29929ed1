import { describe, expect, it } from "vitest";
import type { Io } from "../../../src/cli/io.js";
import { withSafeOutput } from "../../../src/cli/output/safe-output.js";

function written(text: string, { isTTY = false, colors = false, toErrors = false } = {}): string {
  let result = "";
  const output = { isTTY, columns: 80, write: (part: string) => (result += part) };
  const io: Io = {
    stdin: (async function* () {})(),
    stdout: output,
    stderr: output,
    env: colors ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" },
    askSecret: undefined,
    signal: new AbortController().signal,
  };
  const safe = withSafeOutput(io);
  (toErrors ? safe.stderr : safe.stdout).write(text);
  expect([safe.stdout.isTTY, safe.stdout.columns]).toEqual([isTTY, 80]);
  return result;
}

describe("withSafeOutput", () => {
  it.each([
    ["a clear-screen sequence", "a\u001b[2Jb", "a\\u001b[2Jb"],
    ["the title of a terminal", "\u001b]0;x\u0007", "\\u001b]0;x\\u0007"],
    ["a C1 sequence", "\u009b2J", "\\u009b2J"],
    ["a carriage return", "a\rb", "a\\u000db"],
    ["a color without colors", "\u001b[31ma", "\\u001b[31ma"],
  ])("escapes %s", (_, text, want) => {
    expect(written(text)).toBe(want);
    expect(written(text, { isTTY: true })).toBe(want);
  });

  it("keeps line breaks, tabs and letters that join", () => {
    const text = "a\tb\r\nc\n👩‍👩\n";
    expect(written(text, { isTTY: true })).toBe(text);
  });

  it("keeps the colors of commands, and no other sequences", () => {
    const text = "\u001b[31merror:\u001b[39m \u001b[8mx\u001b[2J";
    expect(written(text, { colors: true })).toBe(
      "\u001b[31merror:\u001b[39m \\u001b[8mx\\u001b[2J",
    );
  });

  it("escapes what changes the direction of text on a terminal and in errors only", () => {
    expect(written("a\u202eb", { isTTY: true })).toBe("a\\u202eb");
    expect(written("a\u202eb", { toErrors: true })).toBe("a\\u202eb");
    expect(written("a\u202eb")).toBe("a\u202eb");
  });
});
