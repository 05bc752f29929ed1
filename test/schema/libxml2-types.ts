/** The judgement of libxml2 on texts of simple types. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escapeAttribute } from "../../src/xml/index.js";

export const XMLLINT = { name: "xmllint of libxml2", probe: ["xmllint", "--version"] } as const;

/** A text of one of the types. */
export interface TypedText {
  /** The index of the type. */
  readonly type: number;
  readonly text: string;
}

/**
 * Which texts libxml2 accepts.
 *
 * @param types the declarations of each type `T` with those that it needs, such as `<xs:simpleType name="T">…`
 */
export function acceptedByLibxml2(
  types: readonly string[],
  texts: readonly TypedText[],
): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), "rescue-soap-types-"));
  try {
    for (const [index, type] of types.entries()) {
      writeFileSync(join(folder, `${index}.xsd`), schema(`urn:t${index}`, type));
    }
    const imports = types.map(
      (_, index) => `<xs:import namespace="urn:t${index}" schemaLocation="${index}.xsd"/>`,
    );
    const any = '<xs:any namespace="##other" processContents="strict" maxOccurs="unbounded"/>';
    const root = `<xs:element name="r"><xs:complexType><xs:sequence>${any}</xs:sequence></xs:complexType></xs:element>`;
    writeFileSync(join(folder, "root.xsd"), schema("urn:r", imports.join("") + root));
    const lines = texts.map(
      ({ type, text }) => `<e xmlns="urn:t${type}" v="${escapeAttribute(text)}"/>`,
    );
    const instance = join(folder, "texts.xml");
    writeFileSync(instance, `<r xmlns="urn:r">\n${lines.join("\n")}\n</r>`);
    const { stderr } = spawnSync(
      "xmllint",
      ["--noout", "--schema", join(folder, "root.xsd"), instance],
      { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    if (!/texts\.xml (?:validates|fails to validate)/.test(stderr)) throw new Error(stderr);
    const rejected = new Set(
      Array.from(stderr.matchAll(/texts\.xml:(\d+): element e/g), ([, line]) => Number(line)),
    );
    return texts.map((_, index) => !rejected.has(index + 2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function schema(target: string, components: string): string {
  const element =
    target === "urn:r"
      ? ""
      : '<xs:element name="e"><xs:complexType><xs:attribute name="v" type="t:T"/></xs:complexType></xs:element>';
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="${target}" targetNamespace="${target}">${components}${element}</xs:schema>`;
}
