/**
 * XML to values by the wire schema, in one pass and without a tree. Types are compiled to plans on first use. Elements
 * may come in any order and unknown elements are ignored: each is reported as a deviation. A required element that is
 * missing and a value outside its type are errors, since the types would be wrong.
 */

import { DecodeError } from "../../errors/index.js";
import { type MessageSchema, messageType, type PartsSchema } from "../../schema/index.js";
import {
  ContentBudget,
  NamespaceScope,
  type StartTag,
  type XmlAttribute,
  XSD_NAMESPACE,
} from "../../xml/index.js";
import type { Deviation } from "../deviation.js";
import { itemsIn } from "../values/composed.js";
import type { Lexical } from "../values/lexical.js";
import type { Values } from "../values/values.js";
import { ArrayFrame } from "./array-frame.js";
import { ComplexFrame } from "./complex-frame.js";
import type { DecodeRun, Decoding, InvalidText, Slot, Target, TypedText } from "./decoding.js";
import { elementFrame, type Frame, type FrameTag, skipped } from "./frame.js";
import { NilFrame, nilValue } from "./nil.js";
import { OnlyPartFrame, onlyPart } from "./only-part-frame.js";
import { complexPlan, contentPlan } from "./plan/complex-plan.js";
import type { ComplexPlan, MemberPlan } from "./plan/plan.js";
import { recordPlan } from "./plan/record-plan.js";
import { SharedValues } from "./shared-values.js";
import { TextFrame } from "./text-frame.js";
import { isNil, isOfMessage, typeNamed } from "./xsi.js";

/** The most slots of all arrays of a message that have no element in it: a few bytes can declare any number of them. */
const MAX_FILLED = 1_000_000;

/** A run with the frame that its simple elements share. */
class SchemaDecoding implements Decoding {
  readonly #text: TextFrame;
  readonly #budget: ContentBudget;
  #shared: SharedValues | undefined;
  /** The slots of arrays that have no element. */
  #filled = 0;

  constructor(
    private readonly run: DecodeRun,
    readonly isEncoded: boolean,
  ) {
    this.#text = new TextFrame(this);
    this.#budget = run.budget ?? new ContentBudget();
  }

  onDeviation(kind: Deviation["kind"], path: string): void {
    this.run.onDeviation(kind, path);
  }

  onViolation(violation: DecodeError, found?: InvalidText): void {
    this.run.onViolation(violation, found);
  }

  partValue(lexical: Lexical, reference: string, path: string): unknown {
    const { parts } = this.run;
    if (parts === undefined) {
      const message = `The message's ${path} refers to ${reference.trim()}, but the message has no parts beside the envelope.`;
      throw new DecodeError("MISSING_PART", message, path);
    }
    return lexical.part === "bytes" ? parts.includedBytes(reference) : parts.referred(reference);
  }

  put(target: Target, member: MemberPlan, value: unknown, parent: string): void {
    if (!target.add(member.name, member.many, value)) this.duplicate(member, parent);
  }

  duplicate(member: MemberPlan, parent: string): void {
    const path = `${parent}/${member.name}`;
    const message = `The message has ${path} twice; only one is allowed.`;
    this.onViolation(new DecodeError("DUPLICATE_ELEMENT", message, path));
  }

  parse(lexical: Lexical, text: string, scope: NamespaceScope, path: string): unknown {
    if (lexical.part === "reference") return this.partValue(lexical, text, path);
    if (lexical.isList === true) this.#budget.add(itemsIn(text), path);
    return lexical.parse(text, scope);
  }

  validate(text: TypedText): void {
    const violation = this.run.violationOf?.(text);
    if (violation !== undefined) this.onViolation(violation);
  }

  fill(slots: number, path: string): void {
    this.#filled += slots;
    if (this.#filled <= MAX_FILLED) return;
    const message = `The arrays of the message, such as ${path}, declare more than ${MAX_FILLED} items that it does not have, which is the limit.`;
    throw new DecodeError("LIMIT", message, path);
  }

  member(member: MemberPlan, tag: FrameTag, target: Target, parent: string): Frame {
    const { attributes } = tag;
    if (attributes.length > 0 && isNil(attributes)) return this.#nil(member, tag, target, parent);
    const { content } = member;
    // The name of a tree is that of the reference: `elementFrame` shares only the content.
    if (tag.target === undefined || content.kind === "any") {
      return this.#content(member, tag, target, parent);
    }
    this.#shared ??= new SharedValues();
    const known = this.#shared.get(tag.target, content);
    if (known !== undefined) {
      if (known.value !== undefined) this.put(target, member, known.value.of, parent);
      return skipped;
    }
    const shared = this.#shared.begin(tag.target, content, target);
    return this.#content(member, tag, shared, parent);
  }

  #content(member: MemberPlan, tag: FrameTag, target: Target, parent: string): Frame {
    const { attributes } = tag;
    const { content } = member;
    if (content.kind === "text") {
      if (attributes.length > 0)
        this.#simpleAttributes(tag, content.builtin, `${parent}/${member.name}`);
      return this.#text.open(content.lexical, tag.scope).into(target, member, parent);
    }
    const slot = new MemberSlot(this, target, member, parent);
    if (content.kind === "array") return new ArrayFrame(content.plan, tag, this, slot);
    if (content.kind === "any") {
      return elementFrame(tag, (element) => slot.put(element));
    }
    return this.complex(content.plan, tag, slot);
  }

  /** The frame for an element of a complex type, or of the type that `xsi:type` names. */
  complex(declared: ComplexPlan, tag: StartTag, slot: Slot<Values>): Frame {
    const plan = this.#typeOf(declared, tag, slot.path);
    if (plan.abstract) this.#reportAbstract(typeNamed(tag.attributes, tag.scope), slot.path);
    return new ComplexFrame(plan, tag, this, slot);
  }

  /** A nil element may have an abstract type. */
  #typeOf(declared: ComplexPlan, tag: StartTag, path: string): ComplexPlan {
    const { types } = declared;
    if (types === undefined) return declared;
    const named = typeNamed(tag.attributes, tag.scope);
    const plan = named === undefined ? undefined : types.get(named)?.();
    if (named !== undefined && plan === undefined && named !== declared.name) {
      this.onDeviation("unknown-type", path);
    }
    return plan ?? declared;
  }

  /** A type of the contract may be the declared one, whose name the wire schema does not have. */
  #simpleAttributes(tag: StartTag, builtin: string | undefined, path: string): void {
    this.#noAttributes(tag.attributes, path);
    if (this.isEncoded) return;
    const named = typeNamed(tag.attributes, tag.scope);
    if (named?.startsWith(`{${XSD_NAMESPACE}}`) && named !== `{${XSD_NAMESPACE}}${builtin}`) {
      this.onDeviation("unknown-type", path);
    }
  }

  #noAttributes(attributes: readonly XmlAttribute[], path: string): void {
    for (const { name } of attributes) {
      if (!isOfMessage(name)) this.onDeviation("unknown-attribute", `${path}/@${name.local}`);
    }
  }

  #reportAbstract(named: string | undefined, path: string): void {
    const found = named === undefined ? "has no xsi:type" : `has the xsi:type ${named}`;
    const message = `The message's ${path} ${found}; its type is abstract, so xsi:type has to name a derived type of the contract.`;
    this.onViolation(new DecodeError("INVALID_VALUE", message, path));
  }

  #nil(member: MemberPlan, tag: FrameTag, target: Target, parent: string): Frame {
    const path = `${parent}/${member.name}`;
    // Any value of the SOAP encoding may be null (SOAP 1.1 §5.1, SOAP 1.2 part 2 §3.1.4).
    if (member.nillable || this.isEncoded) return this.#nillable(member, tag, target, parent);
    const value = this.run.nilValue?.(member);
    if (value !== undefined) this.put(target, member, value, parent);
    else if (!member.required) this.onDeviation("unexpected-nil", path);
    else {
      const message = `The message's ${path} is nil; the element is not nillable.`;
      this.onViolation(new DecodeError("INVALID_VALUE", message, path));
    }
    return skipped;
  }

  #nillable(member: MemberPlan, tag: FrameTag, target: Target, parent: string): Frame {
    const { content } = member;
    const { attributes } = tag;
    const path = `${parent}/${member.name}`;
    const put = (value: unknown) => this.put(target, member, value, parent);
    if (content.kind === "complex") {
      put(nilValue(this.#typeOf(content.plan, tag, path), tag, this, path));
    } else if (content.kind === "any" && attributes.some(({ name }) => !isOfMessage(name))) {
      return elementFrame(tag, put);
    } else {
      this.#noAttributes(attributes, path);
      put(null);
    }
    return new NilFrame(this, path);
  }
}

/** A member of an object that is being decoded. */
class MemberSlot implements Slot {
  readonly path: string;
  readonly empty: string | undefined;

  constructor(
    private readonly run: Decoding,
    private readonly target: Target,
    private readonly member: MemberPlan,
    private readonly parent: string,
  ) {
    this.path = `${parent}/${member.name}`;
    this.empty = member.empty;
  }

  put(value: unknown): void {
    this.run.put(this.target, this.member, value, this.parent);
  }
}

/** The value of a whole message. */
class MessageSlot implements Slot<Values> {
  constructor(
    readonly path: string,
    private readonly message: MessageSchema | PartsSchema,
    private readonly run: DecodeRun,
    private readonly done: (value: Values) => void,
  ) {}

  put(value: Values): void {
    const { attachments } = this.message;
    this.done(attachments === undefined ? value : { ...value, ...this.#attached(attachments) });
  }

  /** The members that are parts beside the envelope. */
  #attached(names: readonly string[]): Values {
    const { parts } = this.run;
    if (parts === undefined) {
      const message = `The message has no parts beside the envelope; it must have ${names.join(", ")}.`;
      throw new DecodeError("MISSING_PART", message, names[0] ?? "");
    }
    return Object.fromEntries(names.map((name) => [name, parts.member(name)]));
  }
}

/** A frame for the content of the element of a message; `done` gets its value. */
export function messageFrame(
  message: MessageSchema,
  run: DecodeRun,
  tag: StartTag,
  done: (value: Values) => void,
): Frame {
  const slot = new MessageSlot(message.element, message, run, done);
  const decoding = new SchemaDecoding(run, message.encoded === true);
  const frame = decoding.complex(complexPlan(messageType(message)), tag, slot);
  const part = onlyPart(message);
  return part === undefined ? frame : new OnlyPartFrame(frame, part, message.element, run);
}

const partsPlans = new WeakMap<PartsSchema, ComplexPlan>();

const NO_TAG: StartTag = {
  name: { namespace: "", local: "" },
  attributes: [],
  scope: NamespaceScope.outermost(),
};

/** A frame for the elements of a Body or a Header; `done` gets their values. */
export function partsFrame(
  parts: PartsSchema,
  run: DecodeRun,
  path: string,
  done: (value: Values) => void,
): Frame {
  let plan = partsPlans.get(parts);
  if (plan === undefined) {
    plan = {
      ...complexPlan({ namespace: "", sequence: [] }),
      unordered: true,
      record: recordPlan([{ particles: parts.parts, namespace: "" }], contentPlan),
    };
    partsPlans.set(parts, plan);
  }
  const decoding = new SchemaDecoding(run, parts.encoded === true);
  return new ComplexFrame(plan, NO_TAG, decoding, new MessageSlot(path, parts, run, done));
}
