/** The client as the receiver of an envelope: the response of its operation, or a fault. */
import type { DecodeRun, Values } from "../../codec/index.js";
import { DecodeError } from "../../errors/index.js";
import {
  blockNames,
  decodeHeader,
  type EnvelopeContent,
  type EnvelopeReceiver,
  type ExpectedMessage,
  envelopeVersion,
  type FaultContent,
  type FoundDeviation,
  isForLastReceiver,
  mustUnderstand,
  readFault,
} from "../../protocol/index.js";
import {
  type MessageSchema,
  type Operation,
  type PartsSchema,
  type SoapVersion,
  soapVersionOf,
} from "../../schema/index.js";
import { clark, type ExpandedName, type Irregularity, type XmlElement } from "../../xml/index.js";

/** The parts of a contract and of a call by which a response is read. */
export interface ResponseSchema {
  /** `undefined` if the operation is one-way. */
  readonly output: MessageSchema | PartsSchema | undefined;
  readonly header: PartsSchema | undefined;
  readonly faults?: Operation["faults"] | undefined;
  /** Blocks of the Header, `{namespace}local`, that an interceptor processes. */
  readonly understood?: readonly string[];
  /** Gets each of those. */
  readonly onHeaderBlock?: ((block: XmlElement) => void) | undefined;
  /** See `SoapClientOptions`. */
  readonly replaceForbiddenCharacters?: boolean | undefined;
}

/** A response of the server. */
export type ResponseContent = MessageResponse | FaultResponse;

export interface MessageResponse {
  readonly kind: "message";
  /** `undefined` if the operation is one-way. */
  readonly value: Values | undefined;
  readonly header: Values | undefined;
}

export interface FaultResponse {
  readonly kind: "fault";
  readonly fault: FaultContent;
  /** Elements of the Body after the fault: values that its detail refers to. */
  readonly beside: readonly XmlElement[];
  /** Blocks of the Header that the contract has for faults. */
  readonly header: readonly XmlElement[];
  /** The blocks of the Header that the contract has for the response, decoded; `undefined`: none. */
  readonly responseHeader: Values | undefined;
  /** The message about a block that was not understood, but had to be. */
  readonly notUnderstood: string | undefined;
  /** The irregularities of its XML. */
  readonly deviations: readonly FoundDeviation[];
}

export class ResponseReceiver implements EnvelopeReceiver<ExpectedMessage> {
  readonly acceptsFaults = true;
  /** The procedure was called, and other stacks ignore the name, too. */
  readonly acceptsOtherWrapper = true;
  readonly #faultBlocks: XmlElement[] = [];
  /** The deviations of the Header of a fault. */
  readonly #ofHeader: FoundDeviation[] = [];
  #version: SoapVersion = "soap12";
  #header: Values | undefined;
  #isFault = false;
  #notUnderstood: string | undefined;
  #names: { readonly known: readonly string[]; readonly ofFaults: readonly string[] } | undefined;

  constructor(
    private readonly schema: ResponseSchema,
    private readonly run: DecodeRun,
  ) {}

  accepts(kind: Irregularity): boolean {
    return kind === "surrogate-references" || this.schema.replaceForbiddenCharacters === true;
  }

  /** Either version: the response to a request of SOAP 1.2 may be a fault of 1.1 (SOAP 1.2 part 1 appendix A). */
  version(root: ExpandedName): SoapVersion {
    const version = envelopeVersion(root);
    if (version === undefined) {
      const message = `The document is <${root.local}>; a SOAP envelope was expected.`;
      throw new DecodeError("NOT_SOAP", message, "");
    }
    this.#version = version;
    return version;
  }

  needsBlock(name: string): boolean {
    const { known, ofFaults } = this.#blockNames();
    return known.includes(name) || ofFaults.includes(name) || this.#isUnderstood(name);
  }

  expect(body: ExpandedName | undefined): ExpectedMessage {
    this.#isFault = body?.local === "Fault" && soapVersionOf(body.namespace) !== undefined;
    return { body: this.schema.output, run: this.run };
  }

  header(blocks: readonly XmlElement[]): boolean {
    const { header, onHeaderBlock } = this.schema;
    const { known, ofFaults } = this.#blockNames();
    if (header !== undefined) this.#header = this.#decoded(header, blocks);
    for (const block of blocks) {
      const name = clark(block.name);
      if (known.includes(name)) continue;
      if (ofFaults.includes(name)) this.#faultBlocks.push(block);
      else if (this.#isUnderstood(name)) onHeaderBlock?.(block);
      else if (mustUnderstand(block, this.#version) && isForLastReceiver(block, this.#version)) {
        this.#notUnderstood ??=
          `The Header has ${name}, which must be understood and is not in the contract; ` +
          "an interceptor that processes it has to list it in the call's understood.";
      }
    }
    return this.#notUnderstood === undefined;
  }

  /** A fault is more important than its Header, in which blocks of a response may be missing. */
  #decoded(header: PartsSchema, blocks: readonly XmlElement[]): Values | undefined {
    if (!this.#isFault) return decodeHeader(header, blocks, this.run);
    const names = blockNames(header);
    if (!blocks.some(({ name }) => names.includes(clark(name)))) return undefined;
    const { budget } = this.run;
    const report = this.#ofHeader;
    return decodeHeader(header, blocks, {
      budget,
      onDeviation: (kind, path) => report.push([kind, path]),
      onViolation({ path }) {
        // A value that does not fit is also missing.
        if (report.every(([, each]) => each !== path)) report.push(["unfit-detail", path]);
      },
    });
  }

  unexpected(body: ExpandedName | undefined, expected: MessageSchema | PartsSchema): void {
    throw new DecodeError(
      "UNEXPECTED_MESSAGE",
      body === undefined
        ? `The Body is empty; ${nameOf(expected)} was expected.`
        : `The Body contains ${found(body, expected)} was expected.`,
      body?.local ?? "",
    );
  }

  /** The response, of the content of its envelope. @throws DecodeError (`NOT_UNDERSTOOD`) */
  response({
    values,
    fault,
    besideFault,
    ofFault,
  }: EnvelopeContent<ExpectedMessage>): ResponseContent {
    const notUnderstood = this.#notUnderstood;
    if (fault !== undefined) {
      return {
        kind: "fault",
        fault: readFault(fault),
        beside: besideFault,
        header: this.#faultBlocks,
        responseHeader: this.#header,
        deviations: [...this.#ofHeader, ...ofFault],
        notUnderstood,
      };
    }
    if (notUnderstood !== undefined)
      throw new DecodeError("NOT_UNDERSTOOD", notUnderstood, "Header");
    return { kind: "message", value: values, header: this.#header };
  }

  #isUnderstood(name: string): boolean {
    return this.schema.understood?.includes(name) === true;
  }

  #blockNames() {
    if (this.#names === undefined) {
      const { header, faults = {} } = this.schema;
      const inHeader = Object.values(faults).filter((fault) => fault.inHeader === true);
      this.#names = { known: blockNames(header), ofFaults: inHeader.flatMap(blockNames) };
    }
    return this.#names;
  }
}

function nameOf(message: MessageSchema | PartsSchema): string {
  return "parts" in message ? (message.parts[0]?.element ?? "nothing else") : message.element;
}

/** The element that was found, and the one that was expected, with their namespaces if only these differ. */
function found(body: ExpandedName, expected: MessageSchema | PartsSchema): string {
  const name = nameOf(expected);
  const namespace = "parts" in expected ? (expected.parts[0]?.namespace ?? "") : expected.namespace;
  const what = body.local === name ? `${name} of "${body.namespace}"` : body.local;
  return `${what}; ${name} of "${namespace}"`;
}
