/** The judgement of libxml2 on the same patterns and texts. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { escapeAttribute } from "../../../src/xml/index.js";
import { describeWithPeer } from "../../interop/peer.js";
import { CASES } from "./cases.js";

const XMLLINT = { name: "xmllint of libxml2", probe: ["xmllint", "--version"] } as const;

/** Each pattern is the type of an attribute of an element of its own, in one schema. */
function schemaOf(patterns: readonly string[]): string {
  const elements = patterns.map(
    (pattern, index) =>
      `<xs:element name="p${index}"><xs:complexType><xs:attribute name="v"><xs:simpleType>` +
      `<xs:restriction base="xs:string"><xs:pattern value="${escapeAttribute(pattern)}"/></xs:restriction>` +
      "</xs:simpleType></xs:attribute></xs:complexType></xs:element>",
  );
  return (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType>' +
    `<xs:choice maxOccurs="unbounded">${elements.join("")}</xs:choice></xs:complexType></xs:element></xs:schema>`
  );
}

/** The texts that libxml2 accepts, as `pattern number` and text. */
function acceptedByLibxml2(
  patterns: readonly string[],
  texts: readonly (readonly [pattern: number, text: string])[],
): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), "rescue-soap-pattern-"));
  try {
    const [schema, instance] = [join(folder, "p.xsd"), join(folder, "p.xml")];
    const lines = texts.map(([pattern, text]) => `<p${pattern} v="${escapeAttribute(text)}"/>`);
    writeFileSync(schema, schemaOf(patterns));
    writeFileSync(instance, `<r>\n${lines.join("\n")}\n</r>`);
    const { stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, instance], {
      encoding: "utf8",
    });
    if (!/p\.xml (?:validates|fails to validate)/.test(stderr)) throw new Error(stderr);
    const rejected = new Set(
      Array.from(stderr.matchAll(/p\.xml:(\d+): element p/g), ([, line]) => Number(line)),
    );
    return texts.map((_, index) => !rejected.has(index + 2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWithPeer(XMLLINT, "patterns in libxml2", () => {
  it("match the same texts, except for the errors of libxml2 that a case states", () => {
    const patterns = CASES.map(({ pattern }) => pattern);
    const texts = CASES.flatMap(({ matches, others }, index) => [
      ...matches.map((text) => [index, text, true] as const),
      ...others.map((text) => [index, text, false] as const),
    ]);
    const accepted = acceptedByLibxml2(
      patterns,
      texts.map(([index, text]) => [index, text]),
    );
    const differences = texts.filter(([, , isMatch], index) => accepted[index] !== isMatch);
    expect(new Set(differences.map(([index]) => CASES[index]?.pattern))).toEqual(
      new Set(CASES.filter(({ libxml2 }) => libxml2 !== undefined).map(({ pattern }) => pattern)),
    );
  });
});
