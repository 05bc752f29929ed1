/** The samples of a help page: messages with placeholders for the values, as ASMX shows them. */
import {
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  type ElementSchema,
  ENVELOPE_NAMESPACE,
  isComplex,
  isSimple,
  type MessageSchema,
  messageElements,
  messageType,
  type Operation,
  type Particle,
  type PartsSchema,
  particlesOf,
  resolveType,
  type SimpleType,
  type SoapVersion,
  type TypeSchema,
} from "../../schema/index.js";
import type { FormBinding } from "./http-binding.js";

/** The address of the service, for the first lines of the samples. */
export interface Place {
  readonly host: string;
  readonly path: string;
}

/** A placeholder, which the page shows in another color. */
export const mark = (text: string) => `\u0001${text}\u0002`;

export function soapSample(
  version: SoapVersion,
  { soapAction, input, output, headers }: Operation,
  place: Place,
): string[] {
  const type = version === "soap11" ? "text/xml" : "application/soap+xml";
  const media = `Content-Type: ${type}; charset=utf-8\nContent-Length: ${mark("length")}`;
  const action = version === "soap11" ? `\nSOAPAction: "${soapAction}"` : "";
  const start = `POST ${place.path} HTTP/1.1\nHost: ${place.host}\n${media}${action}`;
  return [
    `${start}\n\n${envelopeSample(version, input, headers?.input)}`,
    output === undefined
      ? "HTTP/1.1 202 Accepted\n"
      : `HTTP/1.1 200 OK\n${media}\n\n${envelopeSample(version, output, headers?.output)}`,
  ];
}

function envelopeSample(
  version: SoapVersion,
  message: MessageSchema | PartsSchema,
  header: PartsSchema | undefined,
): string {
  const prefix = version === "soap11" ? "soap" : "soap12";
  const namespaces = [
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
    `xmlns:${prefix}="${ENVELOPE_NAMESPACE[version]}"`,
  ].join(" ");
  const part = (name: string, content: readonly string[]) => [
    `<${prefix}:${name}>`,
    ...content.map((line) => `  ${line}`),
    `</${prefix}:${name}>`,
  ];
  const parts = [
    ...(header === undefined ? [] : part("Header", partsSample(header.parts))),
    ...part("Body", "parts" in message ? partsSample(message.parts) : wrapperSample(message)),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${prefix}:Envelope ${namespaces}>`,
    ...parts.map((line) => `  ${line}`),
    `</${prefix}:Envelope>`,
  ].join("\n");
}

function partsSample(parts: readonly ElementSchema[]): readonly string[] {
  return parts.flatMap((part) => elementSample(part, "", "", []));
}

/** The wrapper of an rpc message has a prefix, since its parts have no namespace. */
function wrapperSample(message: MessageSchema): readonly string[] {
  const { element, namespace } = message;
  const type = messageType(message);
  const isPrefixed = type.namespace === "" && namespace !== "";
  const declaration = namespace === "" ? "" : ` ${isPrefixed ? "xmlns:m" : "xmlns"}="${namespace}"`;
  const content = complexContent(type, isPrefixed ? "" : namespace, []);
  return tagged(
    isPrefixed ? `m:${element}` : element,
    declaration + content.attributes,
    content.lines,
  );
}

interface Content {
  readonly attributes: string;
  /** Elements, or one text. */
  readonly lines: readonly string[] | string;
}

function tagged(name: string, attributes: string, lines: Content["lines"]): readonly string[] {
  if (typeof lines === "string") return [`<${name}${attributes}>${lines}</${name}>`];
  if (lines.length === 0) return [`<${name}${attributes} />`];
  return [`<${name}${attributes}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];
}

/**
 * @param namespace the namespace that the type has for elements
 * @param outer the default namespace around them
 * @param open the types around it: a type that contains itself is shown once
 */
function elementSample(
  schema: ElementSchema,
  namespace: string,
  outer: string,
  open: readonly TypeSchema[],
): readonly string[] {
  const own = schema.namespace ?? namespace;
  const declaration = own === outer ? "" : ` xmlns="${own}"`;
  const { attributes, lines } = contentOf(resolveType(schema.type), own, open);
  return tagged(schema.element, declaration + attributes, lines);
}

function contentOf(type: TypeSchema, outer: string, open: readonly TypeSchema[]): Content {
  if (isSimple(type)) return { attributes: "", lines: mark(placeholder(type)) };
  if (open.includes(type)) return { attributes: "", lines: mark("…") };
  if (isComplex(type)) return complexContent(type, outer, open);
  if (!("item" in type)) return { attributes: "", lines: mark("xml") };
  // An array shows two of its items.
  const item = elementSample(type.item, type.namespace, outer, [...open, type]);
  return { attributes: "", lines: [...item, ...item] };
}

function complexContent(type: ComplexType, outer: string, open: readonly TypeSchema[]): Content {
  const line = derivationChain(type);
  const attributes = line.flatMap(attributesOf).map(attributeSample).join("");
  const value = line.findLast((each) => each.value !== undefined)?.value;
  if (value !== undefined) return { attributes, lines: mark(placeholder(value)) };
  const inside = [...open, type];
  const lines = line.flatMap((each) =>
    particlesOf(each).flatMap((particle) =>
      particleSample(particle, each.namespace, outer, inside),
    ),
  );
  return { attributes, lines };
}

function attributeSample({ attribute, namespace, type }: AttributeSchema): string {
  const value = mark(placeholder(type));
  return namespace === undefined || namespace === ""
    ? ` ${attribute}="${value}"`
    : ` xmlns:a="${namespace}" a:${attribute}="${value}"`;
}

function particleSample(
  particle: Particle,
  namespace: string,
  outer: string,
  open: readonly TypeSchema[],
): readonly string[] {
  if ("element" in particle) return elementSample(particle, namespace, outer, open);
  if ("any" in particle) return [mark("xml")];
  const inner = "choice" in particle ? particle.choice : particle.sequence;
  return inner.flatMap((each) => particleSample(each, namespace, outer, open));
}

function placeholder(type: SimpleType): string {
  if (typeof type === "string") return type;
  if ("enumeration" in type) return Object.values(type.enumeration).join(" or ");
  if ("list" in type) return `${placeholder(type.list)} ${placeholder(type.list)}`;
  if ("restricts" in type) return placeholder(type.restricts);
  return "union" in type ? type.union.map(placeholder).join(" or ") : type.builtin;
}

/** A GET or POST request and its response. */
export function formSample({ operation, protocol, output }: FormBinding, place: Place): string[] {
  const fields = messageElements(operation.input)
    .map((member) => `${member.element}=${mark("string")}`)
    .join("&");
  const path = `${place.path}/${operation.name}`;
  const request =
    protocol === "http-get"
      ? `GET ${path}?${fields} HTTP/1.1\nHost: ${place.host}\n`
      : `POST ${path} HTTP/1.1\nHost: ${place.host}\nContent-Type: application/x-www-form-urlencoded\nContent-Length: ${mark("length")}\n\n${fields}`;
  if (output === undefined) return [request, "HTTP/1.1 200 OK\n"];
  const document = "parts" in output ? partsSample(output.parts) : wrapperSample(output);
  return [
    request,
    `HTTP/1.1 200 OK\nContent-Type: text/xml; charset=utf-8\nContent-Length: ${mark("length")}\n\n` +
      `<?xml version="1.0" encoding="utf-8"?>\n${document.join("\n")}`,
  ];
}
