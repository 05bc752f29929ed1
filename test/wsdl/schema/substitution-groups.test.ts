import { describe, expect, it } from "vitest";
import type { ElementDeclaration } from "../../../src/contract/index.js";
import { complexNamed, contractOf } from "../wsdl-text.js";

/** The substitutes of the element `head`, by their local names. */
function substitutesOf(schema: string): readonly string[] {
  const type = `<xs:complexType name="Use"><xs:sequence><xs:element ref="tns:head"/></xs:sequence></xs:complexType>`;
  const { content } = complexNamed(contractOf({ schema: type + schema }), "Use");
  if (content?.kind !== "sequence") throw new Error("The content is not a sequence.");
  const [particle] = content.particles;
  const element: ElementDeclaration | undefined =
    particle?.kind === "element" ? particle.element : undefined;
  return (element?.substitutes ?? []).map(({ name }) => name.local);
}

describe("substitution groups", () => {
  const element = (name: string, head?: string) =>
    `<xs:element name="${name}" type="xs:string"${head === undefined ? "" : ` substitutionGroup="tns:${head}"`}/>`;

  it.each<[string, string, readonly string[]]>([
    ["no members", element("head"), []],
    ["members", element("head") + element("a", "head") + element("b", "head"), ["a", "b"]],
    ["members of members", element("head") + element("a", "head") + element("b", "a"), ["a", "b"]],
    [
      "other groups",
      element("head") + element("a", "other") + element("other") + element("b", "head"),
      ["b"],
    ],
  ])("%s", (_, schema, want) => {
    expect(substitutesOf(schema)).toEqual(want);
  });
});
