import { describe, expect, it } from "vitest";
import { OptionsError } from "../../src/errors/index.js";
import { DEFAULT_LIMITS, parseContract, type WsdlLimits } from "../../src/wsdl/index.js";
import { Budget } from "../../src/wsdl/limits.js";
import { wsdl } from "./wsdl-text.js";

const AT = { location: { file: "x.wsdl", line: 1, column: 1, importedAt: undefined } };

function many(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join("");
}

/** Each refers twice to the next. */
function doubling(start: string, reference: (index: number) => string, end: string, last: string) {
  const levels = many(
    25,
    (index) =>
      start.replace("#", String(index)) + reference(index + 1) + reference(index + 1) + end,
  );
  return levels + last;
}

const group = (index: number) => `<xs:group ref="tns:g${index}"/>`;
const type = (content: string) => `<xs:complexType name="T">${content}</xs:complexType>`;
const GROUP = type(`<xs:group ref="tns:g0"/>`);

function derived(kind: "extension" | "restriction", count: number): readonly string[] {
  const content = `<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>`;
  const base = `<xs:complexType name="T0">${content}</xs:complexType>`;
  const rest = Array.from(
    { length: count },
    (_, index) =>
      `<xs:complexType name="T${index + 1}"><xs:complexContent><xs:${kind} base="tns:T${index}">${
        kind === "restriction" ? content : ""
      }</xs:${kind}></xs:complexContent></xs:complexType>`,
  );
  return [base, ...rest];
}

function simple(definition: (index: number) => string, count: number): readonly string[] {
  return Array.from(
    { length: count + 1 },
    (_, index) =>
      `<xs:simpleType name="S${index}">${
        index === 0 ? `<xs:restriction base="xs:string"/>` : definition(index - 1)
      }</xs:simpleType>`,
  );
}

const restricted = (index: number) => `<xs:restriction base="tns:S${index}"/>`;
const listed = (index: number) => `<xs:list itemType="tns:S${index}"/>`;
const united = (index: number) => `<xs:union memberTypes="tns:S${index} xs:int"/>`;

const COMPONENTS =
  /The WSDL has more than 500000 components.*raise the limit with maxComponents \(--max-components\)\./;
const DEPTH = /(?:nested|derived) deeper than 1000 levels, the largest depth that can be read\./;

describe("the limits of a WSDL", () => {
  it.each<[string, string, RegExp]>([
    [
      "groups that double",
      doubling(
        `<xs:group name="g#"><xs:sequence>`,
        group,
        "</xs:sequence></xs:group>",
        `<xs:group name="g25"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group>${GROUP}`,
      ),
      COMPONENTS,
    ],
    [
      "choices that double and are empty",
      doubling(
        `<xs:group name="g#"><xs:choice>`,
        group,
        "</xs:choice></xs:group>",
        `<xs:group name="g25"><xs:choice/></xs:group>${GROUP}`,
      ),
      COMPONENTS,
    ],
    [
      "attribute groups that double",
      doubling(
        `<xs:attributeGroup name="g#">`,
        (index) => `<xs:attributeGroup ref="tns:g${index}"/>`,
        "</xs:attributeGroup>",
        `<xs:attributeGroup name="g25"/>${type(`<xs:attributeGroup ref="tns:g0"/>`)}`,
      ),
      COMPONENTS,
    ],
    [
      "unions that double",
      doubling(
        `<xs:simpleType name="g#"><xs:union memberTypes="`,
        (index) => ` tns:g${index}`,
        `"/></xs:simpleType>`,
        `<xs:simpleType name="g25"><xs:restriction base="xs:string"/></xs:simpleType>`,
      ),
      COMPONENTS,
    ],
    [
      "substitutes at many places",
      `<xs:element name="h"/>${many(800, (index) => `<xs:element name="m${index}" substitutionGroup="tns:h"/>`)}${type(
        `<xs:sequence>${many(800, () => `<xs:element ref="tns:h"/>`)}</xs:sequence>`,
      )}`,
      COMPONENTS,
    ],
    [
      "a chain of substitutes",
      `<xs:element name="m0"/>${many(1_500, (index) => `<xs:element name="m${index + 1}" substitutionGroup="tns:m${index}"/>`)}`,
      COMPONENTS,
    ],
    ["extensions", derived("extension", 5_000).join(""), COMPONENTS],
    ["extensions, the last first", [...derived("extension", 1_500)].reverse().join(""), COMPONENTS],
    ["restrictions", derived("restriction", 2_000).join(""), COMPONENTS],
    ["restrictions of simple types", simple(restricted, 5_000).join(""), DEPTH],
    [
      "restrictions of simple types, the last first",
      [...simple(restricted, 5_000)].reverse().join(""),
      DEPTH,
    ],
    ["lists of lists", [...simple(listed, 2_000)].reverse().join(""), DEPTH],
    ["unions of unions", [...simple(united, 1_100)].reverse().join(""), COMPONENTS],
    [
      "a chain of groups",
      `${many(1_001, (index) => `<xs:group name="g${index}"><xs:sequence>${group(index + 1)}</xs:sequence></xs:group>`)}<xs:group name="g1001"><xs:sequence/></xs:group>${GROUP}`,
      DEPTH,
    ],
    [
      "a chain of attribute groups",
      `${many(1_001, (index) => `<xs:attributeGroup name="g${index}"><xs:attributeGroup ref="tns:g${index + 1}"/></xs:attributeGroup>`)}<xs:attributeGroup name="g1001"/>${type(`<xs:attributeGroup ref="tns:g0"/>`)}`,
      DEPTH,
    ],
    [
      "dimensions of an array",
      type(
        `<xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:int${"[]".repeat(1_001)}"/></xs:restriction></xs:complexContent>`,
      ),
      DEPTH,
    ],
    [
      "nested elements",
      `${"<xs:annotation>".repeat(1_000)}${"</xs:annotation>".repeat(1_000)}`,
      DEPTH,
    ],
    ["elements", "<xs:annotation/>".repeat(500_001), COMPONENTS],
    ["attributes", `<xs:annotation ${many(500_001, (index) => `a${index}="" `)}/>`, COMPONENTS],
  ])("%s", { timeout: 60_000 }, (_, schema, message) => {
    expect(() => parseContract(wsdl({ schema }), "x.wsdl")).toThrow(
      expect.objectContaining({ code: "LIMIT", message: expect.stringMatching(message) }),
    );
  });

  it("limits the texts of entities", () => {
    const text = `<!DOCTYPE a [<!ENTITY x "${"y".repeat(1_000)}">]>${wsdl({
      schema: `<xs:annotation><xs:documentation>${"&x;".repeat(200)}</xs:documentation></xs:annotation>`,
    })}`.replace(/^(<!DOCTYPE.*\]>)(<\?xml.*\?>)/, "$2$1");
    expect(() => parseContract(text, "x.wsdl", { maxBytes: 50_000 })).toThrow(
      "x.wsdl: The documents have more than 50000 bytes together, the limit. If you trust its author, raise the limit with maxBytes (--max-bytes).",
    );
    expect(parseContract(text, "x.wsdl", { maxBytes: 250_000 }).services).toHaveLength(1);
  });

  it("limits the time", () => {
    const groups = doubling(
      `<xs:group name="g#"><xs:sequence>`,
      group,
      "</xs:sequence></xs:group>",
      `<xs:group name="g25"><xs:sequence/></xs:group>${GROUP}`,
    );
    expect(() => parseContract(wsdl({ schema: groups }), "x.wsdl", { timeout: 1 })).toThrow(
      "Reading the WSDL takes longer than 1 ms, the limit. If you trust its author, raise the limit with timeout (--read-timeout).",
    );
  });

  it.each<[string, WsdlLimits, string]>([
    ["maxDepth", { maxDepth: 3 }, "nested deeper than 3 levels, the limit."],
    ["maxComponents", { maxComponents: 5 }, "more than 5 components"],
    ["maxBytes", { maxBytes: 100 }, "more than 100 bytes together"],
  ])("a lower %s", (_, limits, message) => {
    expect(() => parseContract(wsdl(), "x.wsdl", limits)).toThrow(message);
  });

  it.each(["<?x?>", "<?>", "<!-- <b> -->", "<!--> <b> -->", "<![CDATA[<b>]]>"])(
    "counts the elements behind %s, and not those in it",
    (section) => {
      const text = (count: number) => `<a>${section}${"<b/>".repeat(count)}</a>`;
      expect(() => parseContract(text(5), "x.wsdl", { maxComponents: 5 })).toThrow("5 components");
      expect(() => parseContract(text(4), "x.wsdl", { maxComponents: 5 })).toThrow(
        "The root of a WSDL is <definitions>",
      );
    },
  );

  it("reads chains of derived types within the limits, in any order", () => {
    const types = derived("extension", 500);
    const contract = parseContract(wsdl({ schema: [...types].reverse().join("") }), "x.wsdl");
    expect(contract.types).toHaveLength(501);
  });

  it("shows a hundred problems of many", () => {
    const schema = many(2_000, (index) => `<xs:element name="a${index}" type="x:a"/>`);
    const lines = (() => {
      try {
        parseContract(wsdl({ schema }), "x.wsdl");
        return [];
      } catch (error) {
        return error instanceof Error ? error.message.split("\n") : [];
      }
    })();
    expect([lines.length, lines.at(-1)]).toEqual([201, "800 more problems"]);
  });

  it("reads numbers of occurrences of any length", () => {
    const huge = "9".repeat(400);
    const { types } = parseContract(
      wsdl({
        schema: type(
          `<xs:sequence minOccurs="${huge}" maxOccurs="${huge}"><xs:element name="a"/></xs:sequence>`,
        ),
      }),
      "x.wsdl",
    );
    expect(types[0]).toMatchObject({
      content: { minOccurs: Number.MAX_SAFE_INTEGER, maxOccurs: "unbounded" },
    });
  });
});

describe("Budget", () => {
  it.each([
    [{ maxDepth: 1_001 }, "maxDepth must be a number from 1 to 1000, and is 1001."],
    [{ maxBytes: 0 }, "maxBytes must be a number above 0, and is 0."],
    [{ timeout: Number.NaN }, "timeout must be a number above 0, and is NaN."],
  ])("rejects %o", (limits, message) => {
    expect(() => new Budget(limits)).toThrow(new OptionsError(message));
  });

  it("counts documents and components", () => {
    const budget = new Budget({ maxDocuments: 1, maxComponents: 2 });
    budget.addDocument("a.wsdl");
    expect(() => budget.addDocument("b.wsdl")).toThrow(/b\.wsdl: .* more than 1 documents/);
    budget.addComponents(2, AT);
    expect(() => budget.addComponents(1, AT)).toThrow("x.wsdl:1:1: The WSDL has more than 2");
    expect(budget.bytesLeft).toBe(DEFAULT_LIMITS.maxBytes);
  });
});
