import { describe, expect, it } from "vitest";
import { firstSentence } from "../../../../src/contract/describe/text/first-sentence.js";

describe("firstSentence", () => {
  it.each([
    ["one sentence", "Returns an order.", "Returns an order."],
    ["several sentences", "Returns an order. Or not.", "Returns an order."],
    ["a question", "Is it there? Yes.", "Is it there?"],
    ["no full stop", "Returns an order", "Returns an order"],
    ["a number", "Since 1.1 of it. More.", "Since 1.1 of it."],
    ["an abbreviation", "A maker, e.g. Acme. More.", "A maker, e.g. Acme. More."],
    ["white space", " Returns\n  an order.\n More.", "Returns an order."],
    ["markup", "<p>Returns <b>an</b> order.</p> More.", "Returns an order."],
    ["a comparison", "Returns a < b. More.", "Returns a < b."],
    ["nothing", "  ", ""],
  ])("%s", (_, given, want) => {
    expect(firstSentence(given)).toBe(want);
  });
});
