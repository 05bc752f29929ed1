/** Security objects of node-soap as interceptors: their effects on a message and its HTTP headers. */
import { SecurityError } from "../errors/index.js";
import type { TlsOptions } from "../http/index.js";
import type { Call, Interceptor } from "../protocol/index.js";

/** The shape of the security objects of node-soap (its interface `ISecurity`). */
export interface NodeSoapSecurity {
  /** Returns blocks for the Header. */
  toXML?(): string;
  /** Returns the envelope to send instead of this one, whose elements have the prefix `envelopeKey`. */
  postProcess?(envelope: string, envelopeKey: string): string;
  /** Sets HTTP headers. */
  addHeaders?(headers: Record<string, string>): void;
  /** Sets options of the connection. */
  addOptions?(options: NodeSoapOptions): void;
}

type Writable<Options> = { -readonly [Name in keyof Options]: Options[Name] };

/** The supported options that security objects set for a connection. */
export interface NodeSoapOptions extends Writable<TlsOptions> {
  /** Authenticate by NTLM, with the following members. */
  ntlm?: boolean;
  /** The name of the user, for NTLM. */
  username?: string;
  /** The password, for NTLM. */
  password?: string;
  /** The Windows domain, for NTLM. */
  domain?: string;
  /** The name of this computer, for NTLM. */
  workstation?: string;
}

/**
 * Creates an interceptor that applies a security object of node-soap to each request: `WSSecurity`, `WSSecurityCert`,
 * `WSSecurityCertWithToken`, `WSSecurityPlusCert`, `BasicAuthSecurity`, `BearerSecurity`, and others of the same shape. For
 * the options that an object sets for the connection, use `nodeSoapTransport`.
 *
 * The Security block of a response is not checked, as in node-soap; `verifySignature` of `rescue-soap/ws-security` checks
 * it.
 *
 * @example
 * new APIClient({ port: "APISoap12", interceptors: [nodeSoapSecurity(new WSSecurity("me", password))] });
 *
 * @throws SecurityError `UNUSABLE` for an object that affects only the connection
 */
export function nodeSoapSecurity(security: NodeSoapSecurity): Interceptor {
  if (affectsOnlyConnection(security)) {
    throw new SecurityError(
      "UNUSABLE",
      `${security.constructor.name} secures the connection, not the message. Set the option transport of the client to nodeSoapTransport(security).`,
    );
  }
  return (next) => (call) => next(secured(call, security));
}

function affectsOnlyConnection(security: NodeSoapSecurity): boolean {
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
  // As in node-soap: an object that changes the whole envelope also adds its blocks.
  if (security.postProcess !== undefined) {
    const outgoing = (envelope: string) =>
      withKeyInfo(security.postProcess?.(withHeaderAndId(envelope), "soap") ?? envelope);
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
 * Adds a Header, which the objects search for, and an id to the Body, since otherwise the signature of
 * WSSecurityCertWithToken refers to an id that no element has.
 */
function withHeaderAndId(envelope: string): string {
  const header = envelope.includes("<soap:Header>") ? "" : "<soap:Header></soap:Header>";
  const id = `Body-${crypto.randomUUID()}`;
  return envelope.replace(
    "<soap:Body>",
    `${header}<soap:Body xmlns:wsu="${UTILITY}" wsu:Id="${id}">`,
  );
}

/**
 * Adds the KeyInfo around the reference to the certificate, which WSSecurityCertWithToken of node-soap 1.13 omits: no
 * receiver can read its signature (XML Signature §4.1). KeyInfo is not signed.
 */
function withKeyInfo(envelope: string): string {
  return envelope.replace(
    /(<\/SignatureValue>)(<wsse:SecurityTokenReference\b.*?<\/wsse:SecurityTokenReference>)(<\/Signature>)/s,
    "$1<KeyInfo>$2</KeyInfo>$3",
  );
}
