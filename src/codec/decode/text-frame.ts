/** Simple elements: text to a value. */
import { DecodeError } from "../../errors/index.js";
import { type ExpandedName, NamespaceScope, type XmlAttribute } from "../../xml/index.js";
import { type Lexical, lexicals } from "../values/lexical.js";
import type { Decoding } from "./decode.js";
import { type Frame, skipped } from "./frame.js";
import type { Target } from "./record.js";
import type { MemberPlan } from "./record-plan.js";

/** Takes the text of one simple element after another: no two are open at once. */
export class TextFrame implements Frame {
  #text = "";
  #lexical: Lexical = lexicals.string;
  #member: MemberPlan | undefined;
  #target: Target | undefined;
  #parent = "";
  #scope = NamespaceScope.outermost();
  #include: string | undefined;

  constructor(private readonly run: Decoding) {}

  open(
    lexical: Lexical,
    member: MemberPlan,
    target: Target,
    parent: string,
    scope: NamespaceScope,
  ): this {
    this.#text = "";
    this.#lexical = lexical;
    this.#member = member;
    this.#target = target;
    this.#parent = parent;
    this.#scope = scope;
    this.#include = undefined;
    return this;
  }

  child(name: ExpandedName, attributes: readonly XmlAttribute[]): Frame {
    const include = includeIn(name, attributes, this.#lexical);
    if (include !== undefined) {
      this.#include = include;
      return skipped;
    }
    this.run.onDeviation("unknown-element", `${this.#path}/${name.local}`);
    return skipped;
  }

  text(text: string): void {
    this.#text += text;
  }

  close(): void {
    if (this.#member === undefined || this.#target === undefined) return;
    const lexical = this.#lexical;
    if (this.#text === "") this.#text = this.#member.empty ?? "";
    const value =
      lexical.part === undefined
        ? lexical.parse(this.#text, this.#scope)
        : this.run.simple(lexical, this.#text, this.#scope, this.#path, this.#include);
    if (value !== undefined) this.run.put(this.#target, this.#member, value, this.#parent);
    else if (!this.#member.many && this.#target.holds(this.#member.name)) {
      this.run.duplicate(this.#member, this.#parent);
    } else {
      const { secret } = this.#member;
      const text = this.#include ?? this.#text;
      const violation = misfit(this.#path, text, lexical, secret);
      this.run.onViolation(violation, { text: secret ? "***" : text, lexical });
    }
  }

  get #path(): string {
    return `${this.#parent}/${this.#member?.name}`;
  }
}

const INCLUDE = "http://www.w3.org/2004/08/xop/include";

/** Where an `xop:Include` says that binary content is (XOP 1.0 §2.1); `undefined` for any other element. */
export function includeIn(
  name: ExpandedName,
  attributes: readonly XmlAttribute[],
  { part }: Lexical,
): string | undefined {
  if (name.local !== "Include" || name.namespace !== INCLUDE) return undefined;
  if (part !== "bytes" && part !== "attachment") return undefined;
  return attributes.find((each) => each.name.local === "href")?.value ?? "";
}

const SHOWN = 60;

/** The error of a text that is no value of its type; a secret is not shown. */
export function misfit(path: string, text: string, lexical: Lexical, secret: boolean): DecodeError {
  const shown = secret ? "a value that is hidden here" : JSON.stringify(text.slice(0, SHOWN));
  const message = `The answer's ${path} is ${shown}, not ${lexical.expected}.`;
  return new DecodeError("INVALID_VALUE", message, path);
}
