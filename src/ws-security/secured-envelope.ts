/** The envelope of a message as a tree, with the parts that are relevant for security. */
import { DecodeError, SecurityError } from "../errors/index.js";
import { soapVersionOf } from "../schema/index.js";
import { escapeAttribute, isNamed, readElement, type XmlElement } from "../xml/index.js";
import { WSSE } from "./names.js";

export interface SecuredEnvelope {
  readonly envelope: XmlElement;
  readonly body: XmlElement;
  readonly header: XmlElement | undefined;
  /** The Security block for this receiver. */
  readonly security: XmlElement | undefined;
}

/**
 * Reads an envelope, with the scanner that the decoder uses: the checked content is the decoded content.
 *
 * @throws DecodeError if it is not a well-formed envelope; SecurityError `BAD_SIGNATURE` if a part occurs twice
 */
export function readSecuredEnvelope(text: string): SecuredEnvelope {
  const envelope = readElement(text);
  const { namespace, local } = envelope.name;
  if (local !== "Envelope" || soapVersionOf(namespace) === undefined) {
    throw new DecodeError("NOT_SOAP", `The message is <${local}>, not a SOAP envelope.`, "");
  }
  const body = onlyChild(envelope, namespace, "Body");
  if (body === undefined) throw new DecodeError("NOT_SOAP", "The message has no Body.", "");
  const header = onlyChild(envelope, namespace, "Header");
  const blocks =
    header === undefined ? [] : header.elements("Security", WSSE).filter(isForReceiver);
  if (blocks.length > 1) throw ambiguous("Security blocks");
  return { envelope, body, header, security: blocks[0] };
}

/** @throws SecurityError `BAD_SIGNATURE` if there are several: it would be uncertain which of them is decoded */
export function onlyChild(
  parent: XmlElement,
  namespace: string,
  local: string,
): XmlElement | undefined {
  const [first, ...others] = parent.elements(local, namespace);
  if (others.length > 0) throw ambiguous(`${local} elements in ${parent.name.local}`);
  return first;
}

function ambiguous(what: string): SecurityError {
  return new SecurityError(
    "BAD_SIGNATURE",
    `The message has several ${what}; only one is allowed.`,
  );
}

/** For the last receiver, and not for an intermediary: without an actor (1.1) or role (1.2). */
function isForReceiver({ attributes }: XmlElement): boolean {
  return attributes.every(
    ({ name: { namespace, local } }) =>
      soapVersionOf(namespace) === undefined || (local !== "actor" && local !== "role"),
  );
}

/** An element and all elements inside it, in the order of their start tags. */
export function* elementsIn(element: XmlElement): Generator<XmlElement, void, undefined> {
  yield element;
  for (const child of element.children) if (typeof child !== "string") yield* elementsIn(child);
}

/**
 * The target of a reference: the only element with its id, in an attribute `id` of any namespace and letter case.
 *
 * @param uri `#…`
 * @throws SecurityError `BAD_SIGNATURE` if there is no target, or several
 */
export function elementById(envelope: XmlElement, uri: string): XmlElement {
  const id = uri.startsWith("#") ? uri.slice(1) : "";
  const found = [...elementsIn(envelope)].filter(({ attributes }) =>
    attributes.some(({ name, value }) => name.local.toLowerCase() === "id" && value === id),
  );
  const [first, ...others] = found;
  if (id !== "" && first !== undefined && others.length === 0) return first;
  const target = others.length > 0 ? "several elements" : "no element";
  const message = `The reference ${JSON.stringify(uri)} of the signature has ${target} of the message as its target; it must have one.`;
  throw new SecurityError("BAD_SIGNATURE", message);
}

/** The base64 content of an element, without line breaks. */
export function base64Of({ text }: XmlElement): string {
  return text.replace(/\s+/g, "");
}

/**
 * The source texts of all elements of a name, in the order of `elementsIn`: signatures and encryption apply to the
 * characters, which the tree does not have.
 *
 * @throws SecurityError `BAD_SIGNATURE` if they are not certain: if a comment contains the same markup, for example
 */
export function textsOf(
  text: string,
  envelope: XmlElement,
  namespace: string,
  local: string,
): { readonly element: XmlElement; readonly start: number; readonly text: string }[] {
  const elements = [...elementsIn(envelope)].filter((each) => isNamed(each, namespace, local));
  const found = markupOf(text, local);
  if (found?.length !== elements.length) {
    const message = `It is not certain at which characters the ${local} elements of the message begin and end.`;
    throw new SecurityError("BAD_SIGNATURE", message);
  }
  return elements.map((element, index) => {
    const [start, end] = found[index] ?? [0, 0];
    return { element, start, text: text.slice(start, end) };
  });
}

/**
 * The positions of markup that looks like an element of a local name, in one pass; `undefined` if one does not end, as in a
 * comment.
 */
function markupOf(
  text: string,
  local: string,
): (readonly [start: number, end: number])[] | undefined {
  const tag = new RegExp(`<((?:[^\\s<>/:!?]{1,${MAX_PREFIX}}:)?${local})(?=[\\s/>])[^>]*>`, "g");
  const found: (readonly [number, number])[] = [];
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    const [start, name = ""] = match;
    if (!start.endsWith("/>")) {
      const end = endOfTag(text, `</${name}`, tag.lastIndex);
      if (end === -1) return undefined;
      tag.lastIndex = end;
    }
    found.push([match.index, tag.lastIndex]);
  }
  return found;
}

/** The longest prefix of a name, in characters: it bounds the search at each `<`. */
const MAX_PREFIX = 100;

/** The position after an end tag; -1 if it is missing. `start` may also be the begin of a longer name. */
function endOfTag(text: string, start: string, from: number): number {
  const rest = /\s*>/y;
  for (let at = text.indexOf(start, from); at !== -1; at = text.indexOf(start, at + 1)) {
    rest.lastIndex = at + start.length;
    if (rest.test(text)) return rest.lastIndex;
  }
  return -1;
}

/** The source text of an element as a document, with the namespaces that are declared around it. */
export function standalone(text: string, { scope }: XmlElement): string {
  const [tag = ""] = /^<[^>]*/.exec(text) ?? [];
  const declarations = [...(scope?.prefixes ?? [])].flatMap(([prefix, namespace]) => {
    const name = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
    const isDeclared = new RegExp(`\\s${name}\\s*=`).test(tag);
    return prefix === "xml" || isDeclared ? [] : [` ${name}="${escapeAttribute(namespace)}"`];
  });
  return text.replace(/^<[^\s/>]+/, (start) => start + declarations.join(""));
}
