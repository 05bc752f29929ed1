/** A SOAP request as ASMX takes it: which method is meant, and its element. */

import { ElementFrame, type Frame } from "../../soap/codec/frame.js";
import { MessageText } from "../../soap/envelope/charset.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../soap/envelope/envelope.js";
import { XmlElement } from "../../soap/xml/element.js";
import { XmlScanner } from "../../soap/xml/scanner.js";
import { RequestFault } from "./fault.js";
import type { Method } from "./service.js";

/** The bytes are no XML that .NET reads: status 400, and nothing more is said. */
export class UnreadableRequest extends Error {}

/** ASMX does not take this media type for this envelope: status 415. */
export class UnsupportedMediaType extends Error {}

export interface SoapRequest {
  readonly version: SoapVersion;
  readonly header: XmlElement | undefined;
  /** The Body's first element; further ones are passed over. */
  readonly body: XmlElement | undefined;
  readonly text: string;
}

/** @throws UnreadableRequest, UnsupportedMediaType, RequestFault */
export function readEnvelope(bytes: Uint8Array, contentType: string): SoapRequest {
  const text = decode(bytes, contentType);
  const root = readTree(text);
  const version = versionOf(root);
  if (version === "soap11" && isSoap12Type(contentType)) throw new UnsupportedMediaType();
  const part = (local: string) =>
    root.elements(local).find((child) => child.name.namespace === root.name.namespace);
  const body = part("Body")?.children.find((child) => typeof child !== "string");
  return { version, header: part("Header"), body, text };
}

export function isSoap12Type(contentType: string): boolean {
  return /^\s*application\/soap\+xml\b/i.test(contentType);
}

function decode(bytes: Uint8Array, contentType: string): string {
  try {
    const decoder = new MessageText(contentType);
    return decoder.write(bytes) + decoder.end();
  } catch {
    throw new UnreadableRequest();
  }
}

function readTree(text: string): XmlElement {
  let root: XmlElement | undefined;
  const frames: Frame[] = [];
  const scanner = new XmlScanner({
    startElement(name, attributes, scope) {
      const parent = frames.at(-1);
      if (parent !== undefined) frames.push(parent.child(name, attributes, scope));
      else {
        root = new XmlElement(name, attributes, [], scope);
        frames.push(new ElementFrame(root));
      }
    },
    text: (piece) => frames.at(-1)?.text(piece),
    endElement: () => frames.pop()?.close(),
  });
  try {
    scanner.write(text);
    scanner.end();
  } catch {
    throw new UnreadableRequest();
  }
  if (root === undefined) throw new UnreadableRequest();
  return root;
}

function versionOf({ name }: XmlElement): SoapVersion {
  if (name.local === "Envelope") {
    if (name.namespace === ENVELOPE_NAMESPACE.soap11) return "soap11";
    if (name.namespace === ENVELOPE_NAMESPACE.soap12) return "soap12";
    throw new RequestFault(
      "VersionMismatch",
      `Possible SOAP version mismatch: Envelope namespace ${name.namespace} was unexpected. Expecting ${ENVELOPE_NAMESPACE.soap11}.`,
    );
  }
  throw new RequestFault(
    "Client",
    "Server was unable to read request. ---> Request format is invalid: missing required soap:Envelope element.",
  );
}

/**
 * The method that is meant. In 1.1 the SOAPAction alone picks it, where there is one; in 1.2 the Body's element does, and
 * the action where that isn't known.
 *
 * @param action the SOAPAction header or the action parameter without its quotes; `undefined` where it is missing
 */
export function pickOperation(
  operations: Readonly<Record<string, Method>>,
  { version, body }: SoapRequest,
  action: string | undefined,
): Method {
  const all = Object.values(operations);
  const byBody = all.find(
    ({ input }) => input.element === body?.name.local && input.namespace === body.name.namespace,
  );
  const byAction = all.find(({ soapAction }) => soapAction === action);
  const picked = version === "soap12" || action === undefined ? (byBody ?? byAction) : byAction;
  if (picked !== undefined) return picked;
  throw new RequestFault("Client", unknownAction(version, action));
}

function unknownAction(version: SoapVersion, action: string | undefined): string {
  if (action === undefined) {
    return "Unable to handle request without a valid action parameter. Please supply a valid soap action.";
  }
  return version === "soap11"
    ? `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`
    : `Unable to handle request. The action '${action}' was not recognized.`;
}

/** Headers that have to be understood: none is. */
export function refuseHeaders({ version, header }: SoapRequest): void {
  for (const block of header?.children ?? []) {
    if (typeof block === "string") continue;
    const must = block.attributes.some(
      ({ name, value }) =>
        name.local === "mustUnderstand" &&
        name.namespace === ENVELOPE_NAMESPACE[version] &&
        /^(?:1|true)$/.test(value.trim()),
    );
    if (must) {
      throw new RequestFault(
        "MustUnderstand",
        `SOAP header ${block.name.local} was not understood.`,
      );
    }
  }
}
