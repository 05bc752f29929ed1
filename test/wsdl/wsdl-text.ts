/** Writes WSDLs for tests. By default they have one empty operation over SOAP 1.1. */

import type {
  ComplexDefinition,
  Contract,
  ElementDeclaration,
  Operation,
  Particle,
  SimpleDefinition,
  TypeDefinition,
} from "../../src/contract/index.js";
import { loadDocuments } from "../../src/wsdl/documents/documents.js";
import { parseContract } from "../../src/wsdl/index.js";
import { readDocuments } from "../../src/wsdl/read.js";
import type { ExpandedName } from "../../src/xml/index.js";

export const TNS = "urn:test";

export interface WsdlParts {
  /** The content of the only schema, of the namespace `urn:test`. */
  readonly schema?: string;
  /** The attributes of that schema; by default its elements are qualified. */
  readonly schemaAttributes?: string;
  /** The content of `wsdl:types`, instead of that schema. */
  readonly types?: string;
  /** Elements before `wsdl:types`, for example imports. */
  readonly head?: string;
  readonly messages?: string;
  /** The operations of the port type. */
  readonly portType?: string;
  /** The content of the binding: its extension and its operations. */
  readonly binding?: string;
  /** The services; `""` for none. */
  readonly services?: string;
  /** Further port types and bindings. */
  readonly more?: string;
}

const MESSAGES = `<wsdl:message name="runIn"><wsdl:part name="body" element="tns:run"/></wsdl:message>`;
const OPERATION = `<wsdl:operation name="run"><wsdl:input message="tns:runIn"/></wsdl:operation>`;
const BINDING = `<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  <wsdl:operation name="run"><soap:operation soapAction="urn:test/run"/>
    <wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation>`;
const SERVICES = `<wsdl:service name="Service">
  <wsdl:port name="Port" binding="tns:Binding"><soap:address location="http://test.example.com/"/></wsdl:port>
</wsdl:service>`;
const RUN = `<xs:element name="run"><xs:complexType/></xs:element>`;

/** The declarations of the namespaces that the texts use. */
export const NAMESPACES = `xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
  xmlns:http="http://schemas.xmlsoap.org/wsdl/http/" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/"
  xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tns="${TNS}"`;

export function wsdl(parts: WsdlParts = {}): string {
  const types = parts.types ?? schema(RUN + (parts.schema ?? ""), parts.schemaAttributes);
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="Test" targetNamespace="${TNS}" ${NAMESPACES}>
${parts.head ?? ""}
<wsdl:types>${types}</wsdl:types>
${parts.messages ?? MESSAGES}
<wsdl:portType name="PortType">${parts.portType ?? OPERATION}</wsdl:portType>
<wsdl:binding name="Binding" type="tns:PortType">${parts.binding ?? BINDING}</wsdl:binding>
${parts.services ?? SERVICES}
${parts.more ?? ""}
</wsdl:definitions>`;
}

/** An `xs:schema`, for a separate document or for `wsdl:types`. */
export function schema(
  content: string,
  attributes = 'elementFormDefault="qualified"',
  namespace = TNS,
): string {
  const target = namespace === "" ? "" : ` targetNamespace="${namespace}"`;
  return `<xs:schema${target} ${attributes} ${NAMESPACES}>${content}</xs:schema>`;
}

/** The message of the default operation, with another element. */
export function messageOf({ namespace, local }: ExpandedName): string {
  const [declaration, prefix] = namespace === "" ? ["", ""] : [` xmlns:e="${namespace}"`, "e:"];
  return `<wsdl:message name="runIn"><wsdl:part name="body" element="${prefix}${local}"${declaration}/></wsdl:message>`;
}

/** The element `run` of the default operation. */
export const RUN_ELEMENT = RUN;

export function contractOf(parts: WsdlParts): Contract {
  return parseContract(wsdl(parts), "x.wsdl");
}

/** The contract of the first of several documents, whose names may be URLs. */
export async function contractOfDocuments(
  documents: Readonly<Record<string, string>>,
): Promise<Contract> {
  const [entry = ""] = Object.keys(documents);
  const loaded = await loadDocuments(entry, async (location) => {
    const text = documents[location];
    if (text === undefined) throw new Error(`There is no document ${location}.`);
    return { text, location };
  });
  return readDocuments(loaded, entry);
}

/** A contract's global type. */
export function typeNamed(contract: Contract, local: string): TypeDefinition {
  return found(
    contract.types.find(({ name }) => name?.local === local),
    local,
  );
}

export function complexNamed(contract: Contract, local: string): ComplexDefinition {
  const type = typeNamed(contract, local);
  if (type.kind !== "complex") throw new Error(`${local} is not a complex type.`);
  return type;
}

export function simpleNamed(contract: Contract, local: string): SimpleDefinition {
  const type = typeNamed(contract, local);
  if (type.kind === "complex" || type.kind === "any")
    throw new Error(`${local} is not a simple type.`);
  return type;
}

/** A contract's global element. */
export function elementNamed(contract: Contract, local: string): ElementDeclaration {
  return found(
    contract.elements.find(({ name }) => name.local === local),
    local,
  );
}

/** An operation of the first port. */
export function operationNamed({ services }: Contract, name: string): Operation {
  const operations = services[0]?.ports[0]?.operations ?? [];
  return found(
    operations.find((operation) => operation.name === name),
    name,
  );
}

/**
 * A particle in short: `a`, `a?`, `a*`, `a{2,5}`, `(a, b)`, `(a | b)`, `all(a, b)`, `any`; elements of a namespace by
 * their local names too.
 */
export function shapeOf(particle: Particle | undefined): string {
  if (particle === undefined) return "";
  const { minOccurs, maxOccurs } = particle;
  const counts = `{${minOccurs},${maxOccurs}}`;
  const sign = SIGNS[counts] ?? counts;
  if (particle.kind === "element") return particle.element.name.local + sign;
  if (particle.kind === "any") return `any${sign}`;
  const inner = particle.particles.map(shapeOf);
  if (particle.kind === "choice") return `(${inner.join(" | ")})${sign}`;
  return `${particle.kind === "all" ? "all" : ""}(${inner.join(", ")})${sign}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  "{1,1}": "",
  "{0,1}": "?",
  "{0,unbounded}": "*",
  "{1,unbounded}": "+",
};

function found<Item>(item: Item | undefined, name: string): Item {
  if (item === undefined) throw new Error(`There is no ${name}.`);
  return item;
}
