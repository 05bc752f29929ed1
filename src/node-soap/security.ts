/** An interceptor made of a security object: what it does to a message and to its HTTP headers. */
import { SecurityError } from "../errors/index.js";
import type { TlsOptions } from "../http/index.js";
import type { Call, Interceptor } from "../protocol/index.js";

/** What node-soap's security objects have (its `ISecurity`). */
export interface NodeSoapSecurity {
  /** Blocks of the Header. */
  toXML?(): string;
  /** Gives the envelope that is sent in place of this one, whose elements have the prefix `envelopeKey`. */
  postProcess?(envelope: string, envelopeKey: string): string;
  /** Sets HTTP headers. */
  addHeaders?(headers: Record<string, string>): void;
  /** Sets options of the connection. */
  addOptions?(options: NodeSoapOptions): void;
}

type Writable<Options> = { -readonly [Name in keyof Options]: Options[Name] };

/** What the objects set for a connection, as far as it is understood here. */
export interface NodeSoapOptions extends Writable<TlsOptions> {
  ntlm?: boolean;
  username?: string;
  password?: string;
  domain?: string;
  workstation?: string;
}

/**
 * Puts what a security object of node-soap does into each message: `WSSecurity`, `WSSecurityCert`,
 * `WSSecurityCertWithToken`, `WSSecurityPlusCert`, `BasicAuthSecurity`, `BearerSecurity`, and others of that shape. What
 * it sets for the connection is for `nodeSoapTransport`.
 *
 * The Security block of an answer is taken as it is, as node-soap does; `verifySignature` of `rescue-soap/ws-security`
 * checks it.
 *
 * @example
 * new APIClient({ port: "APISoap12", interceptors: [nodeSoapSecurity(new WSSecurity("me", password))] });
 *
 * @throws SecurityError (`UNUSABLE`) for an object that has to do with the connection only
 */
export function nodeSoapSecurity(security: NodeSoapSecurity): Interceptor {
  if (isOfConnection(security)) {
    throw new SecurityError(
      "UNUSABLE",
      `${security.constructor.name} secures the connection and not the message: give the client the option transport: nodeSoapTransport(security).`,
    );
  }
  return (next) => (call) => next(secured(call, security));
}

function isOfConnection(security: NodeSoapSecurity): boolean {
  return (
    security.postProcess === undefined &&
    (security.toXML?.() ?? "") === "" &&
    !Object.keys(headersOf(security)).some((name) => name.toLowerCase() !== "connection")
  );
}

function headersOf(security: NodeSoapSecurity): Record<string, string> {
  const headers: Record<string, string> = {};
  security.addHeaders?.(headers);
  return headers;
}

function secured(call: Call, security: NodeSoapSecurity): Call {
  const headers = { ...call.headers, ...headersOf(security) };
  // As node-soap has it: what changes the whole envelope adds its blocks itself.
  if (security.postProcess !== undefined) {
    const outgoing = (envelope: string) =>
      withKeyInfo(security.postProcess?.(withPlaces(envelope), "soap") ?? envelope);
    return {
      ...call,
      headers,
      envelopeSteps: [...call.envelopeSteps, { outgoing }],
      understood: [...call.understood, SECURITY],
    };
  }
  const block = security.toXML?.() ?? "";
  if (block === "") return { ...call, headers };
  return {
    ...call,
    headers,
    headerBlocks: [...call.headerBlocks, block],
    understood: [...call.understood, SECURITY],
  };
}

const SECURITY =
  "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd}Security";
const UTILITY =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/**
 * The envelope with a Header, which the objects look for, and with an id at the Body, without which
 * WSSecurityCertWithToken signs a Body that then can't be found.
 */
function withPlaces(envelope: string): string {
  const header = envelope.includes("<soap:Header>") ? "" : "<soap:Header></soap:Header>";
  const id = `Body-${crypto.randomUUID()}`;
  return envelope.replace(
    "<soap:Body>",
    `${header}<soap:Body xmlns:wsu="${UTILITY}" wsu:Id="${id}">`,
  );
}

/**
 * WSSecurityCertWithToken of node-soap 1.13 leaves out the KeyInfo around the reference to the certificate, so that
 * nobody can read its signature (XML Signature §4.1). KeyInfo is not signed.
 */
function withKeyInfo(envelope: string): string {
  return envelope.replace(
    /(<\/SignatureValue>)(<wsse:SecurityTokenReference\b.*?<\/wsse:SecurityTokenReference>)(<\/Signature>)/s,
    "$1<KeyInfo>$2</KeyInfo>$3",
  );
}
