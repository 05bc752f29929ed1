/** Random patterns against the regular expressions of JavaScript, and real patterns against libxml2. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "../../../src/schema/index.js";
import { escapeAttribute } from "../../../src/xml/index.js";
import { type Draw, drawn } from "../../arbitrary/draw.js";
import { patternOf } from "../../arbitrary/pattern.js";
import { describeWithPeer } from "../../interop/peer.js";
import { acceptedByLibxml2, XMLLINT } from "../libxml2-types.js";

/** What XML Schema and JavaScript write and mean alike. */
function source(draw: Draw, depth = 0): string {
  const most = depth === 0 ? 3 : 2;
  const branches = draw.list(1, 2, () => draw.list(0, most, () => piece(draw, depth)).join(""));
  return branches.join("|");
}

const QUANTIFIERS = ["", "", "?", "*", "+", "{2}", "{0,1}", "{1,3}", "{2,}", "{0,3}", "{3,4}"];
const OF_GROUPS = ["", "?", "*", "{2}", "{0,2}", "{1,3}", "{2,}"];
const ATOMS = ["a", "b", "a", "[ab]", "[^a]", "."];

function piece(draw: Draw, depth: number): string {
  const isGroup = depth < 2 && draw.chance(0.4);
  return isGroup
    ? `(${source(draw, depth + 1)})${draw.pick(OF_GROUPS)}`
    : draw.pick(ATOMS) + draw.pick(QUANTIFIERS);
}

const text = (draw: Draw) => draw.list(0, 6, () => draw.pick(["a", "b", "a", "b", "c"])).join("");

it("matches the same texts as JavaScript", () => {
  const cases = drawn((draw) => ({
    pattern: source(draw),
    texts: draw.list(12, 12, () => text(draw)),
  }));
  fc.assert(
    fc.property(cases, ({ pattern, texts }) => {
      const isMatch = compilePattern(pattern);
      const expected = new RegExp(`^(?:${pattern})$`, "u");
      expect(texts.map(isMatch)).toEqual(texts.map((each) => expected.test(each)));
    }),
    // Short texts and small groups: JavaScript needs seconds for some others.
    { numRuns: 800, seed: 12 },
  );
});

const FOLDER = "../shared/corpus";

/** The patterns in the WSDLs and schemas beside the project. */
function patternsOf(folder: string): readonly string[] {
  const patterns = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.(?:wsdl|xsd)$/i.test(file)) continue;
    const found = readFileSync(join(folder, file), "utf8").matchAll(
      /<(?:\w+:)?pattern\s[^>]*?value\s*=\s*(?:"([^"&]*)"|'([^'&]*)')/g,
    );
    for (const [, double, single] of found) patterns.add(double ?? single ?? "");
  }
  return [...patterns];
}

describe.skipIf(!existsSync(FOLDER))(`the patterns of ${FOLDER}`, () => {
  describeWithPeer(XMLLINT, "in libxml2", () => {
    it("match the same texts, and changed ones", () => {
      const patterns = patternsOf(FOLDER);
      expect(patterns.length).toBeGreaterThan(40);
      const samples = fc.sample(
        drawn((draw) =>
          patterns.flatMap((pattern, type) => {
            const valid = patternOf(pattern).text(draw);
            const at = draw.integer(0, valid.length);
            const changed = draw.pick(["", "a", "0", "-", "Z", " ", "é"]);
            const other = valid.slice(0, at) + changed + valid.slice(at + draw.integer(0, 1));
            return [valid, other].map((each) => ({ type, text: each }));
          }),
        ),
        { numRuns: 12, seed: 7 },
      );
      const texts = samples.flat();
      const types = patterns.map(
        (pattern) =>
          `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:pattern value="${escapeAttribute(pattern)}"/></xs:restriction></xs:simpleType>`,
      );
      const accepted = acceptedByLibxml2(types, texts);
      const matchers = patterns.map((pattern) => compilePattern(pattern));
      const differences = texts
        .filter(({ type, text: each }, index) => matchers[type]?.(each) !== accepted[index])
        .map(({ type, text: each }) => ({ pattern: patterns[type] ?? "", text: each }));
      // libxml2 2.9 confuses the branches of a few choices: JavaScript decides.
      const wrong = differences.filter(
        ({ pattern, text: each }) =>
          new RegExp(`^(?:${pattern})$`, "u").test(each) !== compilePattern(pattern)(each),
      );
      expect(wrong).toEqual([]);
      expect(new Set(differences.map(({ pattern }) => pattern)).size).toBeLessThan(3);
      expect(new Set(accepted).size).toBe(2);
    });
  });
});
