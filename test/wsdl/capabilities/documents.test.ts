/** WSDLs and schemas of several documents (WSDL 1.1 §2.1.1, XML Schema part 1 §4.2). */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readContract, WsdlError } from "../../../src/wsdl/index.js";
import {
  complexNamed,
  contractOf,
  contractOfDocuments,
  elementNamed,
  NAMESPACES,
  RUN_ELEMENT,
  schema,
  shapeOf,
  TNS,
  wsdl,
} from "../wsdl-text.js";

const thing = (name: string, type = "xs:string") =>
  `<xs:complexType name="${name}"><xs:sequence><xs:element name="of${name}" type="${type}"/></xs:sequence></xs:complexType>`;
const imports = (namespace: string, location: string) =>
  `<xs:import namespace="${namespace}" schemaLocation="${location}"/>`;
const includes = (location: string) => `<xs:include schemaLocation="${location}"/>`;

/** A WSDL whose one schema refers to others. */
const referring = (references: string) => wsdl({ types: schema(references + RUN_ELEMENT) });

describe("imports of WSDLs", () => {
  const binding = wsdl({ types: schema(RUN_ELEMENT), services: "" });
  const services = `<wsdl:service name="Service"><wsdl:port name="Port" binding="tns:Binding">
    <soap:address location="http://test.example.com/"/></wsdl:port></wsdl:service>`;
  const entry = (location: string, namespace = TNS) =>
    `<wsdl:definitions targetNamespace="${TNS}" ${NAMESPACES}><wsdl:import namespace="${namespace}" location="${location}"/>${services}</wsdl:definitions>`;

  it("wsdl:import", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": entry("binding.wsdl"),
      "binding.wsdl": binding,
    });
    expect(contract.services[0]?.ports[0]?.operations.map(({ name }) => name)).toEqual(["run"]);
  });

  it("circular wsdl:import", async () => {
    const back = binding.replace(
      "<wsdl:types>",
      `<wsdl:import namespace="${TNS}" location="main.wsdl"/><wsdl:types>`,
    );
    const contract = await contractOfDocuments({
      "main.wsdl": entry("binding.wsdl"),
      "binding.wsdl": back,
    });
    expect(contract.services).toHaveLength(1);
  });

  it("wsdl:import of a schema", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": wsdl({
        types: "",
        head: `<wsdl:import namespace="${TNS}" location="types.xsd"/>`,
      }),
      "types.xsd": schema(RUN_ELEMENT + thing("A")),
    });
    expect(complexNamed(contract, "A").name?.namespace).toBe(TNS);
  });
});

describe("imports and includes of schemas", () => {
  it.each<[string, { given: string; at: string; base?: string }]>([
    ["a relative location", { given: "a.xsd", at: "a.xsd" }],
    [
      "a location in a folder beside",
      { given: "../xsd/a.xsd", at: "api/xsd/a.xsd", base: "api/wsdl/" },
    ],
    ["an absolute location", { given: "/srv/xsd/a.xsd", at: "/srv/xsd/a.xsd" }],
    ["a file URL", { given: "file:///srv/xsd/a.xsd", at: "/srv/xsd/a.xsd" }],
    [
      "an http location",
      { given: "http://other.example.com/a.xsd", at: "http://other.example.com/a.xsd" },
    ],
    [
      "a location relative to a URL",
      {
        given: "?xsd=xsd0",
        at: "https://test.example.com/Service.svc?xsd=xsd0",
        base: "https://test.example.com/Service.svc",
      },
    ],
  ])("%s", async (_, { given, at, base = "" }) => {
    const main = base.startsWith("https:") ? `${base}?wsdl` : `${base}main.wsdl`;
    const contract = await contractOfDocuments({
      [main]: referring(imports("urn:a", given)),
      [at]: schema(thing("A"), "", "urn:a"),
    });
    expect(complexNamed(contract, "A").name?.namespace).toBe("urn:a");
  });

  it("documents on disk", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rescue-soap-test-"));
    try {
      await mkdir(join(folder, "xsd"));
      await writeFile(join(folder, "main.wsdl"), referring(imports("urn:a", "xsd/a.xsd")));
      await writeFile(join(folder, "xsd", "a.xsd"), schema(includes("b.xsd"), "", "urn:a"));
      await writeFile(join(folder, "xsd", "b.xsd"), schema(thing("B"), "", "urn:a"));
      const contract = await readContract(join(folder, "main.wsdl"), () => {
        throw new Error("Nothing is to be fetched.");
      });
      expect(complexNamed(contract, "B").name?.namespace).toBe("urn:a");
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("nested imports and includes", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": referring(includes("a.xsd")),
      "a.xsd": schema(imports("urn:b", "b.xsd")),
      "b.xsd": schema(includes("c.xsd"), "", "urn:b"),
      "c.xsd": schema(thing("C"), "", "urn:b"),
    });
    expect(complexNamed(contract, "C").name?.namespace).toBe("urn:b");
  });

  it("circular imports", async () => {
    const b = `xmlns:b="urn:b"`;
    const contract = await contractOfDocuments({
      "main.wsdl": referring(includes("a.xsd")),
      "a.xsd": schema(imports("urn:b", "b.xsd") + thing("A", "b:B"), b),
      "b.xsd": schema(imports(TNS, "a.xsd") + thing("B", "tns:A"), b, "urn:b"),
    });
    const { content } = complexNamed(contract, "A");
    const [particle] = content?.kind === "sequence" ? content.particles : [];
    expect(particle?.kind === "element" && particle.element.type).toBe(complexNamed(contract, "B"));
  });

  it("an include of a schema without a namespace", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": referring(includes("a.xsd")),
      "a.xsd": schema(
        `<xs:complexType name="A"><xs:sequence><xs:element name="b" type="B"/></xs:sequence></xs:complexType>${thing("B")}`,
        'elementFormDefault="qualified"',
        "",
      ),
    });
    const { name, content } = complexNamed(contract, "A");
    expect(name?.namespace).toBe(TNS);
    const [particle] = content?.kind === "sequence" ? content.particles : [];
    expect(particle?.kind === "element" && particle.element.type).toBe(complexNamed(contract, "B"));
  });

  it("several schemas of one namespace", () => {
    const contract = contractOf({
      types: schema(RUN_ELEMENT + thing("A", "tns:B")) + schema(thing("B")),
    });
    expect(contract.types.map(({ name }) => name?.local)).toEqual(["A", "B"]);
  });

  it("imports without a location between schemas of one WSDL", () => {
    const contract = contractOf({
      types:
        schema(
          `<xs:import namespace="urn:b"/>${RUN_ELEMENT}${thing("A", "b:B")}`,
          'xmlns:b="urn:b"',
        ) + schema(thing("B"), "", "urn:b"),
    });
    expect(complexNamed(contract, "B").name?.namespace).toBe("urn:b");
  });

  it("a schema without a namespace", () => {
    const contract = contractOf({ types: schema(RUN_ELEMENT) + schema(thing("A"), "", "") });
    expect(complexNamed(contract, "A").name?.namespace).toBe("");
  });

  it("a document that is imported several times is read once", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": referring(includes("a.xsd") + includes("b.xsd") + includes("./a.xsd")),
      "a.xsd": schema(includes("b.xsd") + thing("A")),
      "b.xsd": schema(thing("B")),
    });
    expect(contract.types).toHaveLength(2);
  });

  it("redefine of types and groups", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": referring(`<xs:redefine schemaLocation="a.xsd">
        <xs:complexType name="A"><xs:complexContent><xs:extension base="tns:A"><xs:sequence><xs:element name="more" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
        <xs:group name="G"><xs:sequence><xs:group ref="tns:G"/><xs:element name="g2" type="xs:int"/></xs:sequence></xs:group>
      </xs:redefine>`),
      "a.xsd": schema(
        `${thing("A")}<xs:group name="G"><xs:sequence><xs:element name="g1" type="xs:int"/></xs:sequence></xs:group>
        <xs:complexType name="T"><xs:group ref="tns:G"/></xs:complexType>`,
      ),
    });
    const redefined = complexNamed(contract, "A");
    expect(shapeOf(redefined.content)).toBe("(more)");
    expect(shapeOf(redefined.derivation?.base.content)).toBe("(ofA)");
    expect(shapeOf(complexNamed(contract, "T").content)).toBe("((((g1)), g2))");
  });

  it("redefine of a redefined schema, and of a schema that it includes", async () => {
    const redefine = (file: string, more: string) => `<xs:redefine schemaLocation="${file}">
      <xs:complexType name="A"><xs:complexContent><xs:extension base="tns:A"><xs:sequence><xs:element name="${more}" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:group name="G"><xs:sequence><xs:group ref="tns:G"/><xs:element name="${more}" type="xs:int"/></xs:sequence></xs:group>
    </xs:redefine>`;
    const contract = await contractOfDocuments({
      "main.wsdl": referring(redefine("c.xsd", "more2")),
      "c.xsd": schema(redefine("b.xsd", "more1")),
      "b.xsd": schema(includes("a.xsd")),
      "a.xsd": schema(
        `${thing("A")}<xs:group name="G"><xs:sequence><xs:element name="g" type="xs:int"/></xs:sequence></xs:group>
        <xs:complexType name="T"><xs:group ref="tns:G"/></xs:complexType>`,
      ),
    });
    const twice = complexNamed(contract, "A");
    const once = twice.derivation?.base;
    expect(shapeOf(twice.content)).toBe("(more2)");
    expect(shapeOf(once?.content)).toBe("(more1)");
    expect(shapeOf(once?.derivation?.base.content)).toBe("(ofA)");
    expect(shapeOf(complexNamed(contract, "T").content)).toBe("((((((g)), more1)), more2))");
  });

  it.each([
    ["qualified", "unqualified", "urn:test", ""],
    ["unqualified", "qualified", "", "urn:test"],
  ])(
    "redefine by a document whose elements are %s, of one where they are %s",
    async (own, other, more, original) => {
      const attributes = (form: string) => `elementFormDefault="${form}"`;
      const contract = await contractOfDocuments({
        "main.wsdl": wsdl({
          types: schema(
            `<xs:redefine schemaLocation="a.xsd"><xs:complexType name="A"><xs:complexContent><xs:extension base="tns:A"><xs:sequence><xs:element name="more" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:redefine>${RUN_ELEMENT}`,
            attributes(own),
          ),
        }),
        "a.xsd": schema(thing("A"), attributes(other)),
      });
      const namespaceIn = (content: unknown) =>
        /"namespace":"([^"]*)","local":"(?:more|ofA)"/.exec(JSON.stringify(content))?.[1];
      const redefined = complexNamed(contract, "A");
      expect(namespaceIn(redefined.content)).toBe(more);
      expect(namespaceIn(redefined.derivation?.base.content)).toBe(original);
    },
  );

  it("a location with a fragment, and names with white space", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": referring(includes(" a.xsd#types ")),
      "a.xsd": schema(`<xs:complexType name=" A "/>`, "", ` ${TNS} `),
    });
    expect(complexNamed(contract, "A").name).toMatchObject({ namespace: TNS, local: "A" });
  });

  it("a copy of a known schema next to the WSDL, and none", async () => {
    const envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    const last = `<xs:complexType name="T"><xs:sequence><xs:element name="last" type="e:Fault" xmlns:e="${envelope}"/></xs:sequence></xs:complexType>`;
    const main = wsdl({ types: schema(imports(envelope, "envelope.xsd") + RUN_ELEMENT + last) });
    const copy = schema(
      '<xs:complexType name="Fault"><xs:sequence/></xs:complexType>',
      "",
      envelope,
    );
    const typeOfLast = (contract: Awaited<ReturnType<typeof contractOfDocuments>>) =>
      /"local":"last"\},"type":\{"kind":"(\w+)"/.exec(
        JSON.stringify(complexNamed(contract, "T").content, (key, value) =>
          key === "key" ? undefined : value,
        ),
      )?.[1];
    expect(typeOfLast(await contractOfDocuments({ "main.wsdl": main, "envelope.xsd": copy }))).toBe(
      "complex",
    );
    const without = await contractOfDocuments({ "main.wsdl": main });
    expect(typeOfLast(without)).toBe("any");
    expect(without.warnings).toEqual([]);
  });

  it("circular redefine", async () => {
    const contract = await contractOfDocuments({
      "main.wsdl": referring(includes("a.xsd")),
      "a.xsd": schema(`<xs:redefine schemaLocation="b.xsd"/>${thing("A")}`),
      "b.xsd": schema(`<xs:redefine schemaLocation="a.xsd"/>`),
    });
    expect(shapeOf(complexNamed(contract, "A").content)).toBe("(ofA)");
  });

  it("reports the missing document and what refers to it", async () => {
    const reading = contractOfDocuments({ "main.wsdl": referring(includes("a.xsd")) });
    await expect(reading).rejects.toThrow(WsdlError);
    await expect(reading).rejects.toThrow(/^main\.wsdl:\d+:\d+: .*a\.xsd/);
  });

  it.each(["override", "defaultOpenContent"])("constructs of XML Schema 1.1: xs:%s", (name) => {
    const reading = () => contractOf({ schema: `<xs:${name} schemaLocation="a.xsd"/>` });
    expect(reading).toThrow(WsdlError);
    expect(reading).toThrow(
      `This xs:${name}: xs:override and xs:defaultOpenContent (XML Schema 1.1) is not supported`,
    );
  });

  it("entities of a document type declaration", () => {
    const text = wsdl({ schema: `<xs:element name="e" type="xs:string" default="&greeting;"/>` });
    const declared = text.replace(
      "<wsdl:definitions",
      `<!DOCTYPE wsdl:definitions [<!ENTITY greeting "hello">]><wsdl:definitions`,
    );
    return contractOfDocuments({ "main.wsdl": declared }).then((contract) => {
      expect(elementNamed(contract, "e").constraint?.value).toBe("hello");
    });
  });
});
