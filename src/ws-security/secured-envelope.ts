/** The envelope of an answer as a tree, and the places in it that security is about. */
import { DecodeError, SecurityError } from "../errors/index.js";
import { escapeAttribute, readElement, type XmlElement } from "../xml/index.js";
import { isEnvelopeNamespace, WSSE } from "./names.js";

export interface SecuredEnvelope {
  readonly envelope: XmlElement;
  readonly body: XmlElement;
  readonly header: XmlElement | undefined;
  /** The Security block for this receiver. */
  readonly security: XmlElement | undefined;
}

/**
 * Takes an envelope apart, by the scanner that decodes it afterwards: what is checked here is what is read then.
 *
 * @throws DecodeError where it is no well-formed envelope; SecurityError where it is not certain which of its parts counts
 */
export function readSecuredEnvelope(text: string): SecuredEnvelope {
  const envelope = readElement(text);
  const { namespace, local } = envelope.name;
  if (local !== "Envelope" || !isEnvelopeNamespace(namespace)) {
    throw new DecodeError("NOT_SOAP", `The answer is <${local}>, no SOAP envelope.`, "");
  }
  const body = onlyChild(envelope, namespace, "Body");
  if (body === undefined) throw new DecodeError("NOT_SOAP", "The answer has no Body.", "");
  const header = onlyChild(envelope, namespace, "Header");
  const blocks = header === undefined ? [] : childrenOf(header, WSSE, "Security").filter(isForUs);
  if (blocks.length > 1) throw ambiguous("Security blocks");
  return { envelope, body, header, security: blocks[0] };
}

/** The child elements of a name. */
export function childrenOf(parent: XmlElement, namespace: string, local: string): XmlElement[] {
  return parent.elements(local).filter(({ name }) => name.namespace === namespace);
}

/** @throws SecurityError where there are several: which of them is meant would be anybody's guess */
export function onlyChild(
  parent: XmlElement,
  namespace: string,
  local: string,
): XmlElement | undefined {
  const [first, ...others] = childrenOf(parent, namespace, local);
  if (others.length > 0) throw ambiguous(`${local} elements in ${parent.name.local}`);
  return first;
}

function ambiguous(what: string): SecurityError {
  return new SecurityError("BAD_SIGNATURE", `The answer has several ${what}.`);
}

/** For the last receiver, and not for one on the way: without an actor (1.1) or role (1.2). */
function isForUs({ attributes }: XmlElement): boolean {
  return attributes.every(
    ({ name: { namespace, local } }) =>
      !isEnvelopeNamespace(namespace) || (local !== "actor" && local !== "role"),
  );
}

/** An element and all those inside it, in the order of their start tags. */
export function* elementsIn(element: XmlElement): Generator<XmlElement, void, undefined> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* elementsIn(child);
}

/**
 * The element that a reference means: the only one that has its id, in whatever attribute and letter case.
 *
 * @param uri `#…`
 * @throws SecurityError
 */
export function elementById(envelope: XmlElement, uri: string): XmlElement {
  const id = uri.startsWith("#") ? uri.slice(1) : "";
  const found = [...elementsIn(envelope)].filter(({ attributes }) =>
    attributes.some(({ name, value }) => name.local.toLowerCase() === "id" && value === id),
  );
  const [first, ...others] = found;
  if (id !== "" && first !== undefined && others.length === 0) return first;
  const what = others.length > 0 ? "means several elements" : "means no element of the message";
  throw new SecurityError("BAD_SIGNATURE", `The reference ${JSON.stringify(uri)} ${what}.`);
}

/** The content of an element that holds base64, which may be wrapped. */
export function base64Of({ text }: XmlElement): string {
  return text.replace(/\s+/g, "");
}

/**
 * The texts of all elements of a name as they stand, in the order of `elementsIn`: signatures and encryption are about
 * characters, which the tree has not.
 *
 * @throws SecurityError where they can't be told for certain: where the same markup stands in a comment, say
 */
export function textsOf(
  text: string,
  envelope: XmlElement,
  namespace: string,
  local: string,
): { readonly element: XmlElement; readonly start: number; readonly text: string }[] {
  const elements = [...elementsIn(envelope)].filter(
    ({ name }) => name.local === local && name.namespace === namespace,
  );
  const pattern = new RegExp(
    `<((?:[^\\s<>/:!?]+:)?${local})(?=[\\s/>])[^>]*?(?:/>|>.*?</\\1\\s*>)`,
    "gs",
  );
  const matches = [...text.matchAll(pattern)];
  if (matches.length !== elements.length) {
    const message = `Where the ${local} elements of the answer begin and end is not certain.`;
    throw new SecurityError("BAD_SIGNATURE", message);
  }
  return elements.map((element, index) => ({
    element,
    start: matches[index]?.index ?? 0,
    text: matches[index]?.[0] ?? "",
  }));
}

/** The text of an element by itself: with the namespaces that are declared around it. */
export function standalone(text: string, { scope }: XmlElement): string {
  const [tag = ""] = /^<[^>]*/.exec(text) ?? [];
  const declarations = [...(scope?.prefixes ?? [])].flatMap(([prefix, namespace]) => {
    const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    const isDeclared = new RegExp(`\\s${name}\\s*=`).test(tag);
    return prefix === "xml" || isDeclared ? [] : [` ${name}="${escapeAttribute(namespace)}"`];
  });
  return text.replace(/^<[^\s/>]+/, (start) => start + declarations.join(""));
}
