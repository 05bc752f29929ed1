/** A decoding run, as its caller configures it and as its frames use it. */
import type { DecodeError } from "../../errors/index.js";
import type { PartSource } from "../../mime/index.js";
import type { SimpleType } from "../../schema/index.js";
import type { ContentBudget, NamespaceScope } from "../../xml/index.js";
import type { Deviation } from "../deviation.js";
import type { Lexical } from "../values/lexical.js";
import type { Values } from "../values/values.js";
import type { Frame, FrameTag } from "./frame.js";
import type { MemberPlan } from "./plan/plan.js";

/** The callbacks of a decoding run, and the parts beside the envelope. */
export interface DecodeRun {
  onDeviation(kind: Deviation["kind"], path: string): void;
  /**
   * Gets what would be an error. If it returns, the run continues without the value.
   *
   * @param found the text, if it is not a value of its type
   */
  onViolation(violation: DecodeError, found?: InvalidText): void;
  /** Gets the message when it is complete: the document may go on. An error that it throws ends the reading. */
  onMessage?(values: Values): void;
  /** The value of a nil element that is not nillable. Without it, or if it returns `undefined`, that is a violation. */
  nilValue?(member: MemberPlan): unknown;
  /** The error of a text that violates the facets of its type. Default: they are not checked. */
  readonly violationOf?: ((text: TypedText) => DecodeError | undefined) | undefined;
  /** The parts beside the envelope; `undefined` if the message has no parts. */
  readonly parts?: PartSource | undefined;
  /** Limits the content of the message; the scanner of the message uses the same budget. Default: a new budget. */
  readonly budget?: ContentBudget | undefined;
}

/** A text that is not a value of its type; `***` if it is a secret. */
export interface InvalidText {
  readonly text: string;
  readonly lexical: Lexical;
}

/** A text with its type, which has more rules than the decoder checks. */
export interface TypedText {
  readonly type: SimpleType;
  readonly text: string;
  /** The path of its element or attribute. */
  readonly path: string;
  readonly secret: boolean;
}

/** Gets the values of members. */
export interface Target {
  /** @returns false if the member has a value and cannot have another */
  add(name: string, many: boolean, value: unknown): boolean;
  /** Whether a member with a single value has one. */
  has(name: string): boolean;
}

/** The place for the value of one element. */
export interface Slot<Value = unknown> {
  /** The path of the element, for errors. */
  readonly path: string;
  /** The text of the empty element, if its type has no empty value. */
  readonly empty?: string | undefined;
  put(value: Value): void;
}

/** The operations of a run that frames need. */
export interface Decoding {
  /** By the rules of the SOAP encoding. */
  readonly isEncoded: boolean;
  onDeviation(kind: Deviation["kind"], path: string): void;
  onViolation(violation: DecodeError, found?: InvalidText): void;
  /** The frame for the element of a member. */
  member(member: MemberPlan, tag: FrameTag, target: Target, parent: string): Frame;
  /**
   * The value of a text, or of the part that it refers to; `undefined` if it is outside its type.
   *
   * @throws DecodeError `LIMIT` if it is a list with more items than the message may have; `MISSING_PART`
   */
  parse(lexical: Lexical, text: string, scope: NamespaceScope, path: string): unknown;
  /** Reports a text that violates the facets of its type, if they are checked. */
  validate(text: TypedText): void;
  /**
   * Counts slots of arrays that have no element in the message.
   *
   * @throws DecodeError `LIMIT` if all arrays of the message have too many
   */
  fill(slots: number, path: string): void;
  /** Adds a value to its member; a second value of a single member is a violation. */
  put(target: Target, member: MemberPlan, value: unknown, parent: string): void;
  /** Reports that a single member occurs twice. */
  duplicate(member: MemberPlan, parent: string): void;
  /**
   * The value of the part that a reference names; `undefined` if it is not a reference to a part.
   *
   * @throws DecodeError `MISSING_PART` if the message has no parts
   */
  partValue(lexical: Lexical, reference: string, path: string): unknown;
}
