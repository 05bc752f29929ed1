import { describe, expect, it } from "vitest";
import { withDeadline } from "../../src/client/index.js";

describe("a deadline", () => {
  it("adds one listener to the signal of many calls, and removes it", async () => {
    const { signal } = new AbortController();
    const warnings: string[] = [];
    const note = ({ name }: Error) => warnings.push(name);
    process.on("warning", note);
    const call = { timeout: 1_000, signal };
    await Promise.all(
      Array.from({ length: 50 }, () => withDeadline("a", call, () => Promise.resolve())),
    );
    await new Promise(setImmediate);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });
});
