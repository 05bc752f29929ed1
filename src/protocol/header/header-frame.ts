/** The Header of an answer: blocks that the contract has, and those that must be understood. */
import {
  type DecodeRun,
  ElementFrame,
  type Frame,
  partsFrame,
  skipped,
} from "../../codec/index.js";
import { type ElementSchema, ENVELOPE_NAMESPACE, type PartsSchema } from "../../schema/index.js";
import {
  clark,
  collapseSpace,
  elementOf,
  type StartTag,
  type XmlAttribute,
  type XmlElement,
} from "../../xml/index.js";
import type { AnswerSchema } from "../answer-schema.js";

const NONE: PartsSchema = { parts: [] };

export class HeaderFrame implements Frame {
  /** Blocks that the contract has for faults. */
  readonly ofFaults: XmlElement[] = [];
  values: Readonly<Record<string, unknown>> | undefined;
  /** Says which block had to be understood and was not; `undefined` where all is well. */
  notUnderstood: string | undefined;
  readonly #known: ReadonlySet<string>;
  readonly #faults: ReadonlySet<string>;
  readonly #content: Frame;

  /** @param envelope the namespace of the envelope */
  constructor(
    private readonly schema: AnswerSchema,
    private readonly envelope: string,
    run: DecodeRun,
  ) {
    const { header, faults = {} } = schema;
    const inHeader = Object.values(faults).filter((fault) => fault.inHeader === true);
    this.#known = new Set(header?.parts.map(nameOf));
    this.#faults = new Set(inHeader.flatMap(({ parts }) => parts.map(nameOf)));
    this.#content = partsFrame(header ?? NONE, run, "Header", (values) => {
      if (header !== undefined) this.values = values;
    });
  }

  /** A Header may hold more than the contract says: that is no deviation. */
  child(tag: StartTag): Frame {
    const key = clark(tag.name);
    if (this.#known.has(key)) return this.#content.child(tag);
    if (this.#faults.has(key)) {
      const block = elementOf(tag);
      this.ofFaults.push(block);
      return new ElementFrame(block);
    }
    if (this.schema.understood?.includes(key)) {
      const { onHeaderBlock } = this.schema;
      if (onHeaderBlock === undefined) return skipped;
      return new ElementFrame(elementOf(tag), onHeaderBlock);
    }
    if (mustUnderstand(tag.attributes, this.envelope)) {
      this.notUnderstood ??=
        `The answer's Header has ${key}, which must be understood and is not in the contract; ` +
        "an interceptor that sees to it has to name it in the call's understood.";
    }
    return skipped;
  }

  text(): void {}

  close(): void {
    this.#content.close();
  }
}

function nameOf({ element, namespace = "" }: ElementSchema): string {
  return clark({ namespace, local: element });
}

/** Roles that a client plays: the last receiver, whom no role means as well, and the next one. */
const OWN_ROLES: ReadonlySet<string> = new Set([
  "",
  "http://schemas.xmlsoap.org/soap/actor/next",
  `${ENVELOPE_NAMESPACE.soap12}/role/next`,
  `${ENVELOPE_NAMESPACE.soap12}/role/ultimateReceiver`,
]);

/** Whether a block has to be understood here (SOAP 1.1 §4.2.2, §4.2.3; SOAP 1.2 part 1 §2.4, §5.2.2, §5.2.3). */
function mustUnderstand(attributes: readonly XmlAttribute[], envelope: string): boolean {
  const value = (local: string) =>
    attributes.find(({ name }) => name.local === local && name.namespace === envelope)?.value;
  const isMandatory = /^(?:1|true)$/.test(collapseSpace(value("mustUnderstand") ?? ""));
  const role = value(envelope === ENVELOPE_NAMESPACE.soap11 ? "actor" : "role");
  return isMandatory && OWN_ROLES.has(collapseSpace(role ?? ""));
}
