/** The envelope of SOAP 1.1 (§4) and SOAP 1.2 (part 1 §5), and how HTTP carries it. */
import {
  type DecodeRun,
  ElementFrame,
  type Frame,
  FrameReader,
  MultiReferenceFrame,
  messageFrame,
  partsFrame,
  skipped,
} from "../codec/index.js";
import { DecodeError } from "../errors/index.js";
import {
  ENVELOPE_NAMESPACE,
  type MessageSchema,
  type PartsSchema,
  type SoapVersion,
} from "../schema/index.js";
import {
  type ExpandedName,
  elementOf,
  isSpace,
  type StartTag,
  type XmlElement,
} from "../xml/index.js";
import type { AnswerSchema } from "./answer-schema.js";
import { type FaultContent, readFault } from "./fault/fault.js";
import { HeaderFrame } from "./header/header-frame.js";

function isEnvelopeNamespace(namespace: string): boolean {
  return namespace === ENVELOPE_NAMESPACE.soap11 || namespace === ENVELOPE_NAMESPACE.soap12;
}

/** Puts the Body's content, and the Header's where there is any, into an envelope. */
export function wrapEnvelope(version: SoapVersion, body: string, header = ""): string {
  const head = header === "" ? "" : `<soap:Header>${header}</soap:Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}">${head}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/**
 * The HTTP headers of a message; of a request: the SOAPAction header in quotes (SOAP 1.1 §6.1.1, WS-I BP 1.1 R1109), the action
 * parameter of the media type in 1.2 (part 2 §6.5.3, RFC 3902).
 */
export function messageHeaders(
  version: SoapVersion,
  action: string | undefined,
): Record<string, string> {
  const type = `${ENVELOPE_MEDIA_TYPE[version]}; charset=utf-8`;
  if (action === undefined) return { "Content-Type": type };
  const quoted = `"${action.replaceAll('"', "%22")}"`;
  return version === "soap11"
    ? { "Content-Type": type, SOAPAction: quoted }
    : { "Content-Type": `${type}; action=${quoted}` };
}

export const ENVELOPE_MEDIA_TYPE: Readonly<Record<SoapVersion, string>> = {
  soap11: "text/xml",
  soap12: "application/soap+xml",
};

type Values = Readonly<Record<string, unknown>>;

/** What an envelope held. */
export type EnvelopeContent = MessageAnswer | FaultAnswer;

export interface MessageAnswer {
  readonly kind: "message";
  /** `undefined` where the operation answers nothing. */
  readonly value: Values | undefined;
  readonly header: Values | undefined;
}

export interface FaultAnswer {
  readonly kind: "fault";
  readonly fault: FaultContent;
  /** What else stood in the Body: values that the detail refers to. */
  readonly beside: readonly XmlElement[];
  /** Blocks of the Header that the contract has for faults. */
  readonly header: readonly XmlElement[];
  /** A block that had to be understood and was not, in words. */
  readonly notUnderstood: string | undefined;
}

/**
 * Takes an envelope from a scanner and decodes the Body's element on the way. Either version is taken, whatever was
 * asked for: a 1.2 request may be answered by a 1.1 fault (SOAP 1.2 part 1 appendix A).
 */
export class EnvelopeReader extends FrameReader {
  readonly #schema: AnswerSchema;
  readonly #run: DecodeRun;
  readonly #beside: XmlElement[] = [];
  #fault: FaultContent | undefined;
  #value: Values | undefined;
  #header: HeaderFrame | undefined;

  constructor(schema: AnswerSchema, run: DecodeRun) {
    super();
    this.#schema = schema;
    this.#run = run;
  }

  /** @throws DecodeError when the Body was empty or missing where it should hold something, or a header wasn't understood */
  get content(): EnvelopeContent {
    const notUnderstood = this.#header?.notUnderstood;
    if (this.#fault !== undefined) {
      const header = this.#header?.ofFaults ?? [];
      return { kind: "fault", fault: this.#fault, beside: this.#beside, header, notUnderstood };
    }
    if (notUnderstood !== undefined)
      throw new DecodeError("NOT_UNDERSTOOD", notUnderstood, "Header");
    const { output } = this.#schema;
    if (this.#value === undefined && output !== undefined) {
      const expected = "parts" in output ? (output.parts[0]?.element ?? "") : output.element;
      const message = `The answer's Body is empty; ${expected} was expected.`;
      throw new DecodeError("UNEXPECTED_MESSAGE", message, "");
    }
    return { kind: "message", value: this.#value, header: this.#header?.values };
  }

  protected override root({ name }: StartTag): Frame {
    const { namespace } = name;
    if (name.local !== "Envelope" || !isEnvelopeNamespace(namespace)) {
      throw new DecodeError("NOT_SOAP", `The answer is <${name.local}>, no SOAP envelope.`, "");
    }
    return {
      child: ({ name: child }) => {
        if (child.namespace === namespace && child.local === "Body") return this.#body(namespace);
        if (child.namespace === namespace && child.local === "Header") {
          this.#header = new HeaderFrame(this.#schema, namespace, this.#run);
          return this.#header;
        }
        // Nothing else may stand there (SOAP 1.2 part 1 §5.1); in 1.1 elements of other namespaces may (§4).
        if (child.namespace === namespace || namespace === ENVELOPE_NAMESPACE.soap12) {
          this.#run.onDeviation("unknown-element", `Envelope/${child.local}`);
        }
        return skipped;
      },
      text: (text) => this.#noText(text, "Envelope"),
      close() {},
    };
  }

  #noText(text: string, path: string): void {
    if (!isSpace(text)) this.#run.onDeviation("unexpected-text", path);
  }

  #body(envelope: string): Frame {
    // What can't be understood is not to be processed; a fault says more than that.
    const content = this.#header?.notUnderstood === undefined ? this.#contentFrame() : skipped;
    return {
      child: (tag) => {
        const { name } = tag;
        if (name.local === "Fault" && name.namespace === envelope) {
          return new ElementFrame(elementOf(tag), (element) => {
            this.#fault ??= readFault(element);
          });
        }
        if (this.#fault === undefined) return content.child(tag);
        const beside = elementOf(tag);
        this.#beside.push(beside);
        return new ElementFrame(beside);
      },
      text: (text) => this.#noText(text, "Body"),
      close: () => {
        if (this.#fault === undefined) content.close();
      },
    };
  }

  #contentFrame(): Frame {
    const { output } = this.#schema;
    if (output === undefined) return skipped;
    const plain = "parts" in output ? this.#partsFrame(output) : this.#messageFrame(output);
    if (output.encoded !== true) return plain;
    return new MultiReferenceFrame(plain, "parts" in output ? undefined : output.element);
  }

  #partsFrame(output: PartsSchema): Frame {
    return partsFrame(output, this.#run, "Body", (value) => {
      this.#value = value;
    });
  }

  /** The Body's first element counts; further ones are passed over. */
  #messageFrame(output: MessageSchema): Frame {
    let first = true;
    return {
      child: (tag) => {
        const { name } = tag;
        if (!first) {
          this.#run.onDeviation("unknown-element", name.local);
          return skipped;
        }
        first = false;
        this.#expect(name, output);
        return messageFrame(output, this.#run, tag, (value) => {
          this.#value = value;
        });
      },
      text() {},
      close() {},
    };
  }

  /** The wrapper of an encoded answer may be called anything (SOAP 1.1 §7.1). */
  #expect(name: ExpandedName, { element, namespace, encoded }: MessageSchema): void {
    if (encoded === true || (name.local === element && name.namespace === namespace)) return;
    const found = name.local === element ? `${element} of "${name.namespace}"` : name.local;
    throw new DecodeError(
      "UNEXPECTED_MESSAGE",
      `The answer's Body holds ${found}; ${element} of "${namespace}" was expected.`,
      name.local,
    );
  }
}
