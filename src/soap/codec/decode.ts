/**
 * XML to values by the wire schema, in one pass and without a tree. A schema is compiled to plans on first use and
 * kept. Elements are taken in any order and unknown ones are passed over, each told as a deviation; a required element
 * that is missing and a value outside its type are errors, since the types would lie.
 */
import type { Deviation } from "../deviation.js";
import { DecodeError } from "../errors.js";
import type { MessageSchema } from "../schema.js";
import { collapseSpace, isSpace } from "../xml/chars.js";
import type { ExpandedName, XmlAttribute } from "../xml/scope.js";
import { type MemberPlan, type SequencePlan, sequencePlan } from "./decode-plan.js";
import { type Frame, skipped } from "./frame.js";
import { type Lexical, lexicals } from "./lexical.js";

const XSI_NAMESPACE = "http://www.w3.org/2001/XMLSchema-instance";

/** What a decoding run tells besides its value. */
export interface DecodeRun {
  onDeviation(kind: Deviation["kind"], path: string): void;
  /** Takes what would be an error, and the run goes on without the value. */
  onViolation(violation: DecodeError): void;
}

/** A run with the frame that its simple elements share. */
class Decoding implements DecodeRun {
  readonly text: TextFrame;

  constructor(private readonly run: DecodeRun) {
    this.text = new TextFrame(run);
  }

  onDeviation(kind: Deviation["kind"], path: string): void {
    this.run.onDeviation(kind, path);
  }

  onViolation(violation: DecodeError): void {
    this.run.onViolation(violation);
  }
}

/** Where a decoded value goes. */
interface Target {
  take(member: MemberPlan, value: unknown): void;
}

/** A frame for the content of the message's element; `done` gets its value. */
export function messageFrame(
  message: MessageSchema,
  run: DecodeRun,
  done: (value: Readonly<Record<string, unknown>>) => void,
): Frame {
  return new SequenceFrame(sequencePlan(message.type), new Decoding(run), message.element, done);
}

class SequenceFrame implements Frame, Target {
  readonly #value: Record<string, unknown> = {};
  #latest = 0;

  constructor(
    private readonly plan: SequencePlan,
    private readonly run: Decoding,
    private readonly path: string,
    private readonly done: (value: Readonly<Record<string, unknown>>) => void,
  ) {}

  child(name: ExpandedName, attributes: readonly XmlAttribute[]): Frame {
    const member = this.plan.members.get(name.local);
    if (member === undefined || name.namespace !== this.plan.namespace) {
      this.run.onDeviation("unknown-element", `${this.path}/${name.local}`);
      return skipped;
    }
    if (member.index < this.#latest) {
      this.run.onDeviation("out-of-order", `${this.path}/${member.name}`);
    } else this.#latest = member.index;
    return memberFrame(member, attributes, this, this.run, this.path);
  }

  take(member: MemberPlan, value: unknown): void {
    const { name } = member;
    const before = Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
    if (before === undefined) define(this.#value, name, member.many ? [value] : value);
    else if (member.many && Array.isArray(before)) before.push(value);
    else {
      const path = `${this.path}/${name}`;
      this.run.onViolation(
        new DecodeError("DUPLICATE_ELEMENT", `The answer holds ${path} twice.`, path),
      );
    }
  }

  text(text: string): void {
    if (!isSpace(text)) this.run.onDeviation("unexpected-text", this.path);
  }

  close(): void {
    for (const { name } of this.plan.required) {
      if (Object.hasOwn(this.#value, name)) continue;
      const path = `${this.path}/${name}`;
      this.run.onViolation(
        new DecodeError("MISSING_ELEMENT", `The answer lacks ${path}, which is required.`, path),
      );
    }
    this.done(this.#value);
  }
}

/** Sets a property as data whatever its name: assigning `__proto__` would not. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") target[name] = value;
  else {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}

class ArrayFrame implements Frame, Target {
  readonly #items: unknown[] = [];

  constructor(
    private readonly namespace: string,
    private readonly item: MemberPlan,
    private readonly run: Decoding,
    private readonly path: string,
    private readonly done: (items: readonly unknown[]) => void,
  ) {}

  child(name: ExpandedName, attributes: readonly XmlAttribute[]): Frame {
    if (name.local === this.item.name && name.namespace === this.namespace) {
      return memberFrame(this.item, attributes, this, this.run, this.path);
    }
    this.run.onDeviation("unknown-element", `${this.path}/${name.local}`);
    return skipped;
  }

  take(_item: MemberPlan, value: unknown): void {
    this.#items.push(value);
  }

  text(text: string): void {
    if (!isSpace(text)) this.run.onDeviation("unexpected-text", this.path);
  }

  close(): void {
    this.done(this.#items);
  }
}

/** Takes the text of one simple element after another: no two are open at once. */
class TextFrame implements Frame {
  #text = "";
  #lexical: Lexical = lexicals.string;
  #member: MemberPlan | undefined;
  #target: Target | undefined;
  #parent = "";

  constructor(private readonly run: DecodeRun) {}

  open(lexical: Lexical, member: MemberPlan, target: Target, parent: string): this {
    this.#text = "";
    this.#lexical = lexical;
    this.#member = member;
    this.#target = target;
    this.#parent = parent;
    return this;
  }

  child(name: ExpandedName): Frame {
    this.run.onDeviation("unknown-element", `${this.#path}/${name.local}`);
    return skipped;
  }

  text(text: string): void {
    this.#text += text;
  }

  close(): void {
    const value = this.#lexical.parse(this.#text);
    if (value === undefined) this.run.onViolation(this.#misfit());
    else if (this.#member !== undefined) this.#target?.take(this.#member, value);
  }

  #misfit(): DecodeError {
    const shown = this.#member?.secret
      ? "a value that is hidden here"
      : JSON.stringify(this.#text.slice(0, 60));
    const message = `The answer's ${this.#path} is ${shown}, not ${this.#lexical.expected}.`;
    return new DecodeError("INVALID_VALUE", message, this.#path);
  }

  get #path(): string {
    return `${this.#parent}/${this.#member?.name}`;
  }
}

function memberFrame(
  member: MemberPlan,
  attributes: readonly XmlAttribute[],
  target: Target,
  run: Decoding,
  parent: string,
): Frame {
  if (attributes.length > 0 && isNil(attributes)) return nilFrame(member, target, run, parent);
  const content = member.content;
  if (content.kind === "text") return run.text.open(content.lexical, member, target, parent);
  const path = `${parent}/${member.name}`;
  const done = (value: unknown) => target.take(member, value);
  return content.kind === "sequence"
    ? new SequenceFrame(content.plan, run, path, done)
    : new ArrayFrame(content.namespace, content.item, run, path, done);
}

/** `xsi:nil` (XML Schema part 1 §2.6.2). */
function isNil(attributes: readonly XmlAttribute[]): boolean {
  return attributes.some(
    ({ name, value }) =>
      name.local === "nil" &&
      name.namespace === XSI_NAMESPACE &&
      /^(?:true|1)$/.test(collapseSpace(value)),
  );
}

function nilFrame(member: MemberPlan, target: Target, run: DecodeRun, parent: string): Frame {
  const path = `${parent}/${member.name}`;
  if (member.nillable) target.take(member, null);
  else if (!member.required) run.onDeviation("unexpected-nil", path);
  else {
    const message = `The answer's ${path} is nil, which it may not be.`;
    run.onViolation(new DecodeError("INVALID_VALUE", message, path));
  }
  return skipped;
}
