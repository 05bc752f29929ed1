/** Predefined components: the types of XML Schema, and those of namespaces that schemas often use without a document. */
import {
  type AttributeDeclaration,
  type BuiltinType,
  type ComplexDefinition,
  type ElementDeclaration,
  type Location,
  QName,
  type SimpleDefinition,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
  SOAP_ENVELOPE11,
  SOAP_ENVELOPE12,
  STRING,
  type TypeDefinition,
  WSDL,
  WSI_BASIC,
  XLINK,
  XML,
  XML_MIME,
  XSD,
} from "../../contract/index.js";
import { BUILTIN_NAMES } from "../../schema/index.js";
import { complexDraft } from "./readers/draft.js";

const builtins = new Map(
  BUILTIN_NAMES.map((local): [string, BuiltinType] => [
    local,
    { kind: "builtin", name: new QName(XSD, local) },
  ]),
);

export const ANY_SIMPLE_TYPE: BuiltinType = {
  kind: "builtin",
  name: new QName(XSD, "anySimpleType"),
};
export const ANY_TYPE: TypeDefinition = { kind: "any", name: new QName(XSD, "anyType") };

const NOWHERE: Location = { file: "", line: 0, column: 0, importedAt: undefined };

/** WS-I Attachments Profile 1.0 §4.4. */
const SWA_REF: SimpleDefinition = {
  kind: "restriction",
  name: new QName(WSI_BASIC, "swaRef"),
  base: builtins.get("anyURI") ?? STRING,
  facets: [],
  documentation: undefined,
  location: NOWHERE,
};

/** The simple types of the encodings: those of XML Schema with more attributes (SOAP 1.1 §5.2). */
const encodingTypes: ReadonlyMap<string, SimpleDefinition> = new Map(
  [SOAP_ENCODING11, SOAP_ENCODING12]
    .flatMap((namespace) => [
      ...[...builtins].map(([local, base]) => ({ name: new QName(namespace, local), base })),
      { name: new QName(namespace, "base64"), base: builtins.get("base64Binary") ?? STRING },
    ])
    .map(({ name, base }) => [
      name.key,
      { kind: "restriction", name, base, facets: [], documentation: undefined, location: NOWHERE },
    ]),
);

/** A predefined type. */
export function knownType({ namespace, local }: QName): TypeDefinition | undefined {
  if (namespace === XSD) return local === "anyType" ? ANY_TYPE : builtins.get(local);
  if (namespace === XML_MIME) return mimeTypes.get(local);
  if (namespace === WSI_BASIC) return local === "swaRef" ? SWA_REF : undefined;
  if (isOfEnvelope(namespace)) return ENVELOPE_NAMES.has(local) ? ANY_TYPE : undefined;
  if (namespace !== SOAP_ENCODING11 && namespace !== SOAP_ENCODING12) return undefined;
  if (local === "Array") return soapArrays.get(namespace);
  return encodingTypes.get(`{${namespace}}${local}`) ?? (local === "Struct" ? ANY_TYPE : undefined);
}

/** Elements and types of the schemas of both envelopes (SOAP 1.1 §4, SOAP 1.2 part 1 §5); their content is any XML. */
const ENVELOPE_NAMES: ReadonlySet<string> = new Set(
  "Envelope Header Body Fault detail Code Subcode Reason Node Role Text Value NotUnderstood Upgrade".split(
    " ",
  ),
);

function isOfEnvelope(namespace: string): boolean {
  return namespace === SOAP_ENVELOPE11 || namespace === SOAP_ENVELOPE12;
}

/** The names of predefined types, to suggest one of them. */
export function knownTypeNames(namespace: string): readonly string[] {
  return namespace === XSD ? [...BUILTIN_NAMES, "anyType"] : [];
}

const soapArrays = new Map(
  [SOAP_ENCODING11, SOAP_ENCODING12].map((namespace) => [
    namespace,
    complex(new QName(namespace, "Array"), {
      soapArray: { item: ANY_TYPE, ranks: [1], element: undefined },
    }),
  ]),
);

const mimeTypes = new Map(
  ["base64Binary", "hexBinary"].map((local) => [
    local,
    complex(new QName(XML_MIME, local), {
      text: builtins.get(local) ?? STRING,
      attributes: [attribute(new QName(XML_MIME, "contentType"), STRING)],
    }),
  ]),
);

function complex(name: QName, parts: Partial<ComplexDefinition>): ComplexDefinition {
  return { ...complexDraft({ name, documentation: undefined, location: NOWHERE }), ...parts };
}

function attribute(name: QName, type: SimpleDefinition): AttributeDeclaration {
  return {
    name,
    type,
    required: false,
    constraint: undefined,
    documentation: undefined,
    location: NOWHERE,
  };
}

/** An attribute of a namespace whose attributes are all text, for example `xml:lang`. */
export function knownAttribute(name: QName): AttributeDeclaration | undefined {
  return OPEN_NAMESPACES.has(name.namespace) ? attribute(name, STRING) : undefined;
}

const OPEN_NAMESPACES: ReadonlySet<string> = new Set([
  XML,
  XLINK,
  WSDL,
  XML_MIME,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
  SOAP_ENVELOPE11,
  SOAP_ENVELOPE12,
]);

/** Whether the attribute groups of a namespace contain no values of messages. */
export function isKnownAttributeGroup({ namespace }: QName): boolean {
  return OPEN_NAMESPACES.has(namespace);
}

/** Any element of XML Schema, since a DataSet contains an `xs:schema`; elements of an envelope. */
export function knownElement(name: QName): ElementDeclaration | undefined {
  const isKnown =
    name.namespace === XSD || (isOfEnvelope(name.namespace) && ENVELOPE_NAMES.has(name.local));
  if (!isKnown) return undefined;
  return {
    name,
    type: ANY_TYPE,
    nillable: false,
    isGlobal: true,
    abstract: false,
    substitutes: [],
    constraint: undefined,
    documentation: undefined,
    location: NOWHERE,
  };
}
