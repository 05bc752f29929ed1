/** The envelope of SOAP 1.1 (§4) and SOAP 1.2 (part 1 §5), and how HTTP carries it. */
import { type DecodeRun, messageFrame } from "../codec/decode.js";
import { ElementFrame, type Frame, skipped } from "../codec/frame.js";
import { DecodeError } from "../errors.js";
import type { MessageSchema } from "../schema.js";
import { XmlElement } from "../xml/element.js";
import type { XmlHandler } from "../xml/scanner.js";
import type { ExpandedName, NamespaceScope, XmlAttribute } from "../xml/scope.js";
import { type FaultContent, readFault } from "./fault.js";

export type SoapVersion = "soap11" | "soap12";

export const ENVELOPE_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/envelope/",
  soap12: "http://www.w3.org/2003/05/soap-envelope",
};

function isEnvelopeNamespace(namespace: string): boolean {
  return namespace === ENVELOPE_NAMESPACE.soap11 || namespace === ENVELOPE_NAMESPACE.soap12;
}

/** Puts the Body's content into an envelope. */
export function wrapEnvelope(version: SoapVersion, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/**
 * The HTTP headers of a request: the SOAPAction header in quotes (SOAP 1.1 §6.1.1, WS-I BP 1.1 R1109), the action
 * parameter of the media type in 1.2 (part 2 §6.5.3, RFC 3902).
 */
export function requestHeaders(version: SoapVersion, action: string): Record<string, string> {
  const quoted = `"${action.replaceAll('"', "%22")}"`;
  return version === "soap11"
    ? { "Content-Type": "text/xml; charset=utf-8", SOAPAction: quoted }
    : { "Content-Type": `application/soap+xml; charset=utf-8; action=${quoted}` };
}

/** What an envelope held. */
export type EnvelopeContent =
  | { readonly kind: "message"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "fault"; readonly fault: FaultContent };

/**
 * Takes an envelope from a scanner and decodes the Body's element on the way. Either version is taken, whatever was
 * asked for: a 1.2 request may be answered by a 1.1 fault (SOAP 1.2 part 1 appendix A).
 */
export class EnvelopeReader implements XmlHandler {
  readonly #frames: Frame[] = [];
  readonly #message: MessageSchema;
  readonly #run: DecodeRun;
  #content: EnvelopeContent | undefined;

  constructor(message: MessageSchema, run: DecodeRun) {
    this.#message = message;
    this.#run = run;
  }

  /** @throws DecodeError when the Body was empty or missing */
  get content(): EnvelopeContent {
    if (this.#content !== undefined) return this.#content;
    throw new DecodeError(
      "UNEXPECTED_MESSAGE",
      `The answer's Body is empty; ${this.#message.element} was expected.`,
      "",
    );
  }

  startElement(
    name: ExpandedName,
    attributes: readonly XmlAttribute[],
    scope: NamespaceScope,
  ): void {
    const current = this.#frames.at(-1);
    this.#frames.push(current?.child(name, attributes, scope) ?? this.#envelope(name));
  }

  text(text: string): void {
    this.#frames.at(-1)?.text(text);
  }

  endElement(): void {
    this.#frames.pop()?.close();
  }

  #envelope(name: ExpandedName): Frame {
    const { namespace } = name;
    if (name.local !== "Envelope" || !isEnvelopeNamespace(namespace)) {
      throw new DecodeError("NOT_SOAP", `The answer is <${name.local}>, no SOAP envelope.`, "");
    }
    return {
      child: (child) =>
        child.local === "Body" && child.namespace === namespace ? this.#body(namespace) : skipped,
      text() {},
      close() {},
    };
  }

  /** The Body's first element counts; further ones are passed over, as ASMX does. */
  #body(envelope: string): Frame {
    let first = true;
    return {
      child: (name, attributes, scope) => {
        if (!first) return skipped;
        first = false;
        if (name.local === "Fault" && name.namespace === envelope) {
          return new ElementFrame(new XmlElement(name, attributes, scope), (element) => {
            this.#content = { kind: "fault", fault: readFault(element) };
          });
        }
        this.#expect(name);
        return messageFrame(this.#message, this.#run, (value) => {
          this.#content = { kind: "message", value };
        });
      },
      text() {},
      close() {},
    };
  }

  #expect(name: ExpandedName): void {
    const { element, namespace } = this.#message;
    if (name.local === element && name.namespace === namespace) return;
    const found = name.local === element ? `${element} of "${name.namespace}"` : name.local;
    throw new DecodeError(
      "UNEXPECTED_MESSAGE",
      `The answer's Body holds ${found}; ${element} of "${namespace}" was expected.`,
      name.local,
    );
  }
}
