/** Simple elements: text to a value. */
import { DecodeError } from "../../errors/index.js";
import { NamespaceScope, type StartTag } from "../../xml/index.js";
import { lexicals } from "../values/builtins.js";
import type { Lexical } from "../values/lexical.js";
import type { Decoding, InvalidText, Target } from "./decoding.js";
import { type Frame, skipped } from "./frame.js";
import type { MemberPlan } from "./plan/plan.js";

/** Reads one simple element after another: no two are open at the same time. */
export class TextFrame implements Frame {
  #text = "";
  #lexical: Lexical = lexicals.string;
  #member: MemberPlan | undefined;
  #target: Target | undefined;
  #parent = "";
  #scope = NamespaceScope.outermost();
  #include: string | undefined;

  constructor(private readonly run: Decoding) {}

  /** Begins an element. */
  open(lexical: Lexical, scope: NamespaceScope): this {
    this.#text = "";
    this.#lexical = lexical;
    this.#scope = scope;
    this.#include = undefined;
    return this;
  }

  /** Sets the member for its value. */
  into(target: Target, member: MemberPlan, parent: string): this {
    this.#target = target;
    this.#member = member;
    this.#parent = parent;
    return this;
  }

  child(tag: StartTag): Frame {
    const include = includeIn(tag, this.#lexical);
    if (include !== undefined) {
      this.#include = include;
      return skipped;
    }
    this.run.onDeviation("unknown-element", `${this.#path}/${tag.name.local}`);
    return skipped;
  }

  text(text: string): void {
    this.#text += text;
  }

  close(): void {
    if (this.#member === undefined || this.#target === undefined) return;
    const lexical = this.#lexical;
    if (this.#text === "") this.#text = this.#member.empty ?? "";
    // The path of an ordinary text is not needed, and would be one more string for each element.
    const path = lexical.part === undefined ? this.#parent : this.#path;
    const value =
      this.#include === undefined
        ? this.run.parse(lexical, this.#text, this.#scope, path)
        : this.run.partValue(lexical, this.#include, path);
    if (value !== undefined) {
      const { secret } = this.#member;
      const { validated: type } = lexical;
      if (type !== undefined && this.#include === undefined) {
        this.run.validate({ type, text: this.#text, path: this.#path, secret });
      }
      this.run.put(this.#target, this.#member, value, this.#parent);
    } else if (!this.#member.many && this.#target.has(this.#member.name)) {
      this.run.duplicate(this.#member, this.#parent);
    } else {
      const { secret } = this.#member;
      const found = invalidText(this.#include ?? this.#text, lexical, secret);
      this.run.onViolation(invalidValue(this.#path, found, secret), found);
    }
  }

  get #path(): string {
    return `${this.#parent}/${this.#member?.name}`;
  }
}

const INCLUDE = "http://www.w3.org/2004/08/xop/include";

/** The reference in an `xop:Include` to binary content (XOP 1.0 §2.1); `undefined` for any other element. */
export function includeIn({ name, attributes }: StartTag, { part }: Lexical): string | undefined {
  if (name.local !== "Include" || name.namespace !== INCLUDE) return undefined;
  if (part !== "bytes" && part !== "attachment") return undefined;
  return attributes.find((each) => each.name.local === "href")?.value ?? "";
}

/** Hides a secret. */
export function invalidText(text: string, lexical: Lexical, secret: boolean): InvalidText {
  return { text: secret ? "***" : text, lexical };
}

const SHOWN = 60;

/** The error of a text that is not a value of its type. It does not show a secret. */
export function invalidValue(path: string, found: InvalidText, secret: boolean): DecodeError {
  const { length } = found.text;
  const start = JSON.stringify(found.text.slice(0, SHOWN));
  const shown = length > SHOWN ? `${start} and ${length - SHOWN} more characters` : start;
  const message = `The message's ${path} is ${secret ? "a hidden value" : shown}, not ${found.lexical.expected}.`;
  return new DecodeError("INVALID_VALUE", message, path);
}
