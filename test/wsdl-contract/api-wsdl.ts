import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";

/** The parts of wsdl/API.wsdl that its tests need, read without the loader of this project, so that they share no error. */
export interface ApiWsdl {
  readonly text: string;
  /** Particles of each element, complex type and message wrapper, by name, in the order of the file. */
  readonly sequences: ReadonlyMap<string, readonly Particle[]>;
  /** Values of each enumeration, by the name of its type. */
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
  readonly elements: readonly string[];
  readonly portTypes: ReadonlyMap<string, readonly PortTypeOperation[]>;
  /** SOAPAction or HTTP location of each operation of each binding. */
  readonly bindings: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly addresses: ReadonlyMap<string, string>;
}

export interface Particle {
  readonly name: string;
  readonly type: string;
  readonly minOccurs: string;
  readonly maxOccurs: string;
  readonly nillable: boolean;
}

export interface PortTypeOperation {
  readonly name: string;
  readonly documentation: readonly string[];
}

interface Attributes {
  readonly "@name": string;
}

interface ComplexType {
  readonly "s:sequence"?: { readonly "s:element": readonly ElementNode[] };
}

interface ElementNode extends Attributes {
  readonly "@type": string;
  readonly "@minOccurs"?: string;
  readonly "@maxOccurs"?: string;
  readonly "@nillable"?: string;
  readonly "s:complexType"?: readonly (ComplexType | "")[];
}

interface SimpleType extends Attributes {
  readonly "s:restriction": { readonly "s:enumeration": readonly { readonly "@value": string }[] };
}

interface PortTypeNode extends Attributes {
  readonly "wsdl:operation": readonly (Attributes & {
    readonly "wsdl:documentation"?: readonly (string | { readonly "#text": string })[];
  })[];
}

interface BindingNode extends Attributes {
  readonly "wsdl:operation": readonly (Attributes & {
    readonly "soap:operation"?: { readonly "@soapAction": string };
    readonly "soap12:operation"?: { readonly "@soapAction": string };
    readonly "http:operation"?: { readonly "@location": string };
  })[];
}

type PortNode = Attributes &
  Partial<
    Record<"soap:address" | "soap12:address" | "http:address", { readonly "@location": string }>
  >;

interface Document {
  readonly "wsdl:definitions": {
    readonly "wsdl:types": {
      readonly "s:schema": {
        readonly "s:element": readonly ElementNode[];
        readonly "s:simpleType": readonly SimpleType[];
        readonly "s:complexType": readonly (ComplexType & Attributes)[];
      };
    };
    readonly "wsdl:portType": readonly PortTypeNode[];
    readonly "wsdl:binding": readonly BindingNode[];
    readonly "wsdl:service": { readonly "wsdl:port": readonly PortNode[] };
  };
}

const repeated = new Set([
  "s:element",
  "s:simpleType",
  "s:complexType",
  "s:enumeration",
  "wsdl:documentation",
  "wsdl:portType",
  "wsdl:binding",
  "wsdl:port",
]);

export function readApiWsdl(): ApiWsdl {
  const text = readFileSync(new URL("../../wsdl/API.wsdl", import.meta.url), "utf8");
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    isArray: (name) => repeated.has(name) || name === "wsdl:operation",
  });
  const document: Document = parser.parse(text);
  const definitions = document["wsdl:definitions"];
  const schema = definitions["wsdl:types"]["s:schema"];
  const elements = schema["s:element"];
  return {
    text,
    elements: elements.map((element) => element["@name"]),
    sequences: new Map([
      ...elements.map((element) => named(element, particles(element["s:complexType"]?.[0]))),
      ...schema["s:complexType"].map((type) => named(type, particles(type))),
    ]),
    enumerations: new Map(
      schema["s:simpleType"].map((type) =>
        named(
          type,
          type["s:restriction"]["s:enumeration"].map((facet) => facet["@value"]),
        ),
      ),
    ),
    portTypes: new Map(
      definitions["wsdl:portType"].map((portType) =>
        named(
          portType,
          portType["wsdl:operation"].map((operation) => ({
            name: operation["@name"],
            documentation: (operation["wsdl:documentation"] ?? []).map((node) =>
              typeof node === "string" ? node : node["#text"],
            ),
          })),
        ),
      ),
    ),
    bindings: new Map(
      definitions["wsdl:binding"].map((binding) =>
        named(
          binding,
          new Map(
            binding["wsdl:operation"].map((operation) => {
              const soap = operation["soap:operation"] ?? operation["soap12:operation"];
              const target = soap?.["@soapAction"] ?? operation["http:operation"]?.["@location"];
              return named(operation, target ?? "");
            }),
          ),
        ),
      ),
    ),
    addresses: new Map(
      definitions["wsdl:service"]["wsdl:port"].map((port) => {
        const address = port["soap:address"] ?? port["soap12:address"] ?? port["http:address"];
        return named(port, address?.["@location"] ?? "");
      }),
    ),
  };
}

function named<T>(node: Attributes, value: T): [string, T] {
  return [node["@name"], value];
}

function particles(type: ComplexType | "" | undefined): Particle[] {
  if (type === undefined || type === "") return [];
  return (type["s:sequence"]?.["s:element"] ?? []).map((element) => ({
    name: element["@name"],
    type: element["@type"],
    minOccurs: element["@minOccurs"] ?? "1",
    maxOccurs: element["@maxOccurs"] ?? "1",
    nillable: element["@nillable"] === "true",
  }));
}
