/** Simple elements: text to a value. */
import { DecodeError } from "../errors.js";
import type { ExpandedName, NamespaceScope } from "../xml/scope.js";
import type { Decoding } from "./decode.js";
import { type Frame, skipped } from "./frame.js";
import { type Lexical, lexicals } from "./lexical.js";
import type { Target } from "./record.js";
import type { MemberPlan } from "./record-plan.js";

/** Takes the text of one simple element after another: no two are open at once. */
export class TextFrame implements Frame {
  #text = "";
  #lexical: Lexical = lexicals.string;
  #member: MemberPlan | undefined;
  #target: Target | undefined;
  #parent = "";
  #scope: NamespaceScope | undefined;

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
    if (this.#member === undefined || this.#target === undefined) return;
    const value = this.#lexical.parse(this.#text, this.#scope);
    if (value !== undefined) this.run.put(this.#target, this.#member, value, this.#parent);
    else if (!this.#member.many && this.#target.holds(this.#member.name)) {
      this.run.duplicate(this.#member, this.#parent);
    } else {
      const found = { text: this.#text, lexical: this.#lexical };
      const violation = misfit(this.#path, this.#text, this.#lexical, this.#member.secret);
      this.run.onViolation(violation, found);
    }
  }

  get #path(): string {
    return `${this.#parent}/${this.#member?.name}`;
  }
}

const SHOWN = 60;

/** The error of a text that is no value of its type; a secret is not shown. */
export function misfit(path: string, text: string, lexical: Lexical, secret: boolean): DecodeError {
  const shown = secret ? "a value that is hidden here" : JSON.stringify(text.slice(0, SHOWN));
  const message = `The answer's ${path} is ${shown}, not ${lexical.expected}.`;
  return new DecodeError("INVALID_VALUE", message, path);
}
