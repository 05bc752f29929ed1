/** Messages that are drawn from the schemas of a WSDL, not from our types. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnMessages } from "../../scripts/corpus/drawn/drawn-messages.js";
import { loadContract } from "../../scripts/corpus/raw/documents.js";
import { operationsOf } from "../../scripts/corpus/raw/operations.js";
import { generatedMessages } from "../../scripts/corpus/round-trip/messages.js";
import { buildModel } from "../../src/codegen/model/model.js";
import { WireSchema } from "../../src/codegen/wire/wire-schema.js";
import { parseContract } from "../../src/wsdl/index.js";
import { describeWithPeer } from "../interop/peer.js";
import { wsdl } from "../wsdl/wsdl-text.js";

const XMLLINT = { name: "xmllint of libxml2", probe: ["xmllint", "--version"] } as const;

const SCHEMA = `
<xs:simpleType name="Size"><xs:union>
  <xs:simpleType><xs:restriction base="xs:int"><xs:maxInclusive value="12"/></xs:restriction></xs:simpleType>
  <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="large"/></xs:restriction></xs:simpleType>
</xs:union></xs:simpleType>
<xs:complexType name="Item" abstract="true"><xs:sequence><xs:element name="code"><xs:simpleType>
  <xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}-\\d+"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType>
<xs:complexType name="Book"><xs:complexContent><xs:extension base="tns:Item">
  <xs:sequence><xs:element name="month" type="xs:gYearMonth"/></xs:sequence><xs:attribute name="pages" type="xs:short" use="required"/></xs:extension></xs:complexContent></xs:complexType>
<xs:complexType name="Price"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:NMTOKEN"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:group name="Either"><xs:choice><xs:element name="one" type="xs:date"/><xs:element name="other" type="xs:hexBinary"/></xs:choice></xs:group>`;

const CONTENT = `<xs:complexType><xs:sequence>
  <xs:element name="note" type="xs:string" nillable="true"/>
  <xs:element name="size" type="tns:Size" minOccurs="0" maxOccurs="unbounded"/>
  <xs:element name="item" type="tns:Item"/>
  <xs:element name="price" type="tns:Price" minOccurs="0"/>
  <xs:group ref="tns:Either"/>
</xs:sequence></xs:complexType>`;

const text = wsdl({ schema: SCHEMA }).replace("<xs:complexType/>", CONTENT);

describeWithPeer(XMLLINT, "documents that are drawn from a schema", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-soap-drawn-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** @param read the WSDL as our reader sees it */
  async function drawnFor(read: string) {
    const file = join(folder, "x.wsdl");
    await writeFile(file, text);
    const raw = loadContract(file);
    const model = buildModel(parseContract(read, file));
    const messages = generatedMessages(model, new WireSchema(model), operationsOf(raw));
    return drawnMessages({ raw, messages, folder, runs: 20 });
  }

  it("are valid, have all forms of the schema, and are decoded and encoded again", async () => {
    const { problems, unjudged, samples, written } = await drawnFor(text);
    expect({ problems, unjudged }).toEqual({ problems: [], unjudged: [] });
    expect(samples).toHaveLength(20);
    const all = [...written.keys()].map(({ xml }) => xml).join("");
    for (const form of [
      /<note [^>]*xsi:nil="true"/,
      /<note>/,
      /<size>-?\d+</,
      /<size>large</,
      /<item [^>]*xsi:type="t:Book" pages="-?\d+"><code>[A-Z]{2}-\d+</,
      /<month>\d{4}-(?:0[1-9]|1[0-2])[^<]*</,
      /<price unit="[^"]+">/,
      /<price>/,
      /<one>/,
      /<other>/,
    ]) {
      expect(all).toMatch(form);
    }
  });

  it.each([
    ["null", text.replace(' nillable="true"', ""), /note/],
    [
      "a missing element",
      text.replace('name="price" type="tns:Price" minOccurs="0"', 'name="price" type="tns:Price"'),
      /price/,
    ],
    ["a value of a facet", text.replace('value="12"', 'value="-2147483648"'), /size/],
    ["an attribute", text.replace(' name="unit"', ' name="currency"'), /@unit/],
  ])("show that our reader forbids %s", async (_, read, problem) => {
    const { problems } = await drawnFor(read);
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});
