/**
 * XML to values by the wire schema, in one pass and without a tree. A schema is compiled to plans on first use and
 * kept. Elements are taken in any order and unknown ones are passed over, each told as a deviation; a required element
 * that is missing and a value outside its type are errors, since the types would lie.
 */

import { DecodeError } from "../../errors/index.js";
import type { PartSource } from "../../mime/index.js";
import { type MessageSchema, messageType, type PartsSchema } from "../../schema/index.js";
import {
  type ExpandedName,
  type NamespaceScope,
  type XmlAttribute,
  XmlElement,
} from "../../xml/index.js";
import type { Deviation } from "../deviation.js";
import type { Lexical } from "../values/lexical.js";
import { ArrayFrame } from "./array-frame.js";
import { ComplexFrame } from "./complex-frame.js";
import { type ComplexPlan, complexPlan } from "./decode-plan.js";
import { ElementFrame, type Frame, skipped } from "./frame.js";
import type { Target } from "./record.js";
import { type MemberPlan, recordPlan } from "./record-plan.js";
import { TextFrame } from "./text-frame.js";
import { isNil, isOfMessage, typeNamed } from "./xsi.js";

/** What a decoding run tells besides its value. */
export interface DecodeRun {
  onDeviation(kind: Deviation["kind"], path: string): void;
  /**
   * Takes what would be an error, and the run goes on without the value.
   *
   * @param found what stands there, where a text is none of its type's
   */
  onViolation(violation: DecodeError, found?: Misfit): void;
  /** What a nil stands for where the type has none; without it, or where it gives `undefined`, that is a violation. */
  standIn?(member: MemberPlan): unknown;
  /** The parts beside the envelope; `undefined` where there are none. */
  readonly parts?: PartSource | undefined;
}

/** A text that is none of its type's; `***` where it is a secret. */
export interface Misfit {
  readonly text: string;
  readonly lexical: Lexical;
}

/** A run with the frame that its simple elements share. */
export class Decoding implements DecodeRun {
  readonly #text: TextFrame;

  /** @param isEncoded by the rules of the SOAP encoding */
  constructor(
    private readonly run: DecodeRun,
    readonly isEncoded: boolean,
  ) {
    this.#text = new TextFrame(this);
  }

  onDeviation(kind: Deviation["kind"], path: string): void {
    this.run.onDeviation(kind, path);
  }

  onViolation(violation: DecodeError, found?: Misfit): void {
    this.run.onViolation(violation, found);
  }

  /**
   * A value of a simple type, `undefined` where it is none: from its text, or by the part that it refers to.
   *
   * @param include where `xop:Include` says that its content is
   */
  simple(
    lexical: Lexical,
    text: string,
    scope: NamespaceScope,
    path: string,
    include?: string,
  ): unknown {
    if (include === undefined && lexical.part !== "reference") return lexical.parse(text, scope);
    const { parts } = this.run;
    const url = include ?? text;
    const lack = `The answer's ${path} refers to ${url.trim()}, and has no parts beside the envelope.`;
    if (parts === undefined) throw new DecodeError("MISSING_PART", lack, path);
    return lexical.part === "bytes" ? parts.includedBytes(url) : parts.referred(url);
  }

  /** Puts a value where it belongs; a second one that has no place is an error. */
  put(target: Target, member: MemberPlan, value: unknown, parent: string): void {
    if (!target.take(member.name, member.many, value)) this.duplicate(member, parent);
  }

  duplicate(member: MemberPlan, parent: string): void {
    const path = `${parent}/${member.name}`;
    this.onViolation(new DecodeError("DUPLICATE_ELEMENT", `The answer holds ${path} twice.`, path));
  }

  /** The frame for an element that a member holds. */
  member(
    member: MemberPlan,
    name: ExpandedName,
    attributes: readonly XmlAttribute[],
    scope: NamespaceScope,
    target: Target,
    parent: string,
  ): Frame {
    if (attributes.length > 0 && isNil(attributes)) return this.#nil(member, target, parent);
    const content = member.content;
    if (content.kind === "text") {
      if (attributes.length > 0) this.#noAttributes(attributes, `${parent}/${member.name}`);
      return this.#text.open(content.lexical, member, target, parent, scope);
    }
    const path = `${parent}/${member.name}`;
    const done = (value: unknown) => this.put(target, member, value, parent);
    if (content.kind === "array") return new ArrayFrame(content.plan, attributes, this, path, done);
    if (content.kind === "any") {
      return new ElementFrame(new XmlElement(name, attributes, [], scope), done);
    }
    return this.complex(content.plan, attributes, scope, path, done);
  }

  /** The frame for an element of a complex type, or of the one that `xsi:type` names. */
  complex(
    plan: ComplexPlan,
    attributes: readonly XmlAttribute[],
    scope: NamespaceScope,
    path: string,
    done: (value: Readonly<Record<string, unknown>>) => void,
  ): Frame {
    const named = plan.types === undefined ? undefined : typeNamed(attributes, scope);
    const chosen = named === undefined ? undefined : plan.types?.get(named);
    if (plan.abstract && chosen === undefined) this.#refuseAbstract(named, path);
    else if (named !== undefined && chosen === undefined && named !== plan.name) {
      this.onDeviation("unknown-type", path);
    }
    const actual = chosen?.plan() ?? plan;
    const key = actual === plan ? undefined : chosen?.key;
    return new ComplexFrame(actual, key, attributes, scope, this, path, done);
  }

  #noAttributes(attributes: readonly XmlAttribute[], path: string): void {
    for (const { name } of attributes) {
      if (!isOfMessage(name)) this.onDeviation("unknown-attribute", `${path}/@${name.local}`);
    }
  }

  #refuseAbstract(named: string | undefined, path: string): void {
    const found = named === undefined ? "does not say its type" : `is of the type ${named}`;
    const message = `The answer's ${path} ${found}; one that the contract has is needed, by xsi:type.`;
    this.onViolation(new DecodeError("INVALID_VALUE", message, path));
  }

  #nil(member: MemberPlan, target: Target, parent: string): Frame {
    const path = `${parent}/${member.name}`;
    const value = member.nillable ? null : this.run.standIn?.(member);
    if (value !== undefined) this.put(target, member, value, parent);
    else if (!member.required) this.onDeviation("unexpected-nil", path);
    else {
      const message = `The answer's ${path} is nil, which it may not be.`;
      this.onViolation(new DecodeError("INVALID_VALUE", message, path));
    }
    return skipped;
  }
}

/** A frame for the content of the message's element; `done` gets its value. */
export function messageFrame(
  message: MessageSchema,
  run: DecodeRun,
  attributes: readonly XmlAttribute[],
  scope: NamespaceScope,
  done: (value: Readonly<Record<string, unknown>>) => void,
): Frame {
  return new Decoding(run, message.encoded === true).complex(
    complexPlan(messageType(message)),
    attributes,
    scope,
    message.element,
    withAttachments(message, run, done),
  );
}

/** Gives a message with the members that travel beside its envelope. */
function withAttachments(
  { attachments }: MessageSchema | PartsSchema,
  { parts }: DecodeRun,
  done: (value: Readonly<Record<string, unknown>>) => void,
): (value: Readonly<Record<string, unknown>>) => void {
  if (attachments === undefined) return done;
  return (value) => {
    if (parts === undefined) {
      const message = `The answer lacks ${attachments.join(", ")}: it has no parts beside the envelope.`;
      throw new DecodeError("MISSING_PART", message, attachments[0] ?? "");
    }
    done({
      ...value,
      ...Object.fromEntries(attachments.map((name) => [name, parts.member(name)])),
    });
  };
}

const partsPlans = new WeakMap<PartsSchema, ComplexPlan>();

/** A frame for elements that stand side by side: a Body's or a Header's. */
export function partsFrame(
  parts: PartsSchema,
  run: DecodeRun,
  scope: NamespaceScope,
  path: string,
  done: (value: Readonly<Record<string, unknown>>) => void,
): Frame {
  let plan = partsPlans.get(parts);
  if (plan === undefined) {
    plan = {
      ...complexPlan({ namespace: "", sequence: [] }),
      unordered: true,
      record: recordPlan([{ particles: parts.parts, namespace: "" }]),
    };
    partsPlans.set(parts, plan);
  }
  const decoding = new Decoding(run, parts.encoded === true);
  const taken = withAttachments(parts, run, done);
  return new ComplexFrame(plan, undefined, [], scope, decoding, path, taken);
}
