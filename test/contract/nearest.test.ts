import { describe, expect, it } from "vitest";
import { nearest } from "../../src/contract/nearest.js";

describe("nearest", () => {
  it.each<[string, string, readonly string[], string | undefined]>([
    ["a missing letter", "getUsr", ["getUser", "getGroup"], "getUser"],
    ["an additional letter", "getUserr", ["getUser", "getGroup"], "getUser"],
    ["transposed letters", "getUesr", ["getUsage", "getUser"], "getUser"],
    ["another case", "GETUSER", ["getUsers", "getUser"], "getUser"],
    ["a short name", "ab", ["abcd", "ac"], "ac"],
    ["the first of equal ones", "cat", ["bat", "rat"], "bat"],
    ["nothing similar", "getUser", ["login"], undefined],
    ["no candidates", "getUser", [], undefined],
  ])("%s", (_, name, candidates, want) => {
    expect(nearest(name, candidates)).toBe(want);
  });
});
