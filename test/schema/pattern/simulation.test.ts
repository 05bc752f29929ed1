import { describe, expect, it } from "vitest";
import { parsePattern } from "../../../src/schema/pattern/parse.js";
import { compileProgram } from "../../../src/schema/pattern/program.js";
import { Simulation } from "../../../src/schema/pattern/simulation.js";

function stepsOf(pattern: string, text: string): number {
  const simulation = new Simulation(compileProgram(parsePattern(pattern), pattern));
  simulation.run(text);
  return simulation.steps;
}

describe("the steps of a pattern", () => {
  it.each<[pattern: string, piece: string]>([
    ["(a+)+b", "a"],
    ["(a|a)*b", "a"],
    ["(a|aa)+b", "a"],
    ["(.*)*x", "a"],
    ["(.*){1,20}x", "a"],
    ["((a*)*)*b", "a"],
    ["(a?){20}a{20}b", "a"],
    ["(a{1,50}){1,50}", "a"],
    ["(a{1,50}b?){1,50}", "a"],
    [".*a.{1000}", "a"],
    ["(\\w+\\s?)*$", "ab "],
    ["([a-zA-Z0-9]+)*!", "aB1"],
    ["(x+x+)+y", "x"],
    ["(.*,){11}P", "1,"],
  ])("%s grow with the length of the text, not faster", (pattern, piece) => {
    const [one, two] = [
      stepsOf(pattern, piece.repeat(3_000)),
      stepsOf(pattern, piece.repeat(6_000)),
    ];
    expect(two).toBeLessThan(one * 2.1);
  });

  it.each([
    ["[0-9]{0,5000}", "1", 4],
    [".*a.{1000}", "a", 12],
    ["(a{1,50}){1,50}", "a", 4],
  ])("%s do not depend on the numbers of its quantifiers", (pattern, piece, perCharacter) => {
    expect(stepsOf(pattern, piece.repeat(2_000))).toBeLessThan(2_000 * perCharacter);
  });
});
