/** Complex types: elements, attributes and text to the members of one object. */
import { DecodeError } from "../../errors/index.js";
import { type ExpandedName, isSpace, type NamespaceScope, type StartTag } from "../../xml/index.js";
import { checkAttributes, missingMember, readAttributes } from "./attributes.js";
import type { Decoding, Slot, Target } from "./decoding.js";
import { elementFrame, type Frame, type FrameTag, skipped } from "./frame.js";
import type { ComplexPlan, MemberPlan, RecordPlan, WildcardPlan } from "./plan/plan.js";
import { type CompletenessReport, define, OpenRecord } from "./record.js";
import { includeIn, invalidText, invalidValue } from "./text-frame.js";

export class ComplexFrame implements Frame, CompletenessReport {
  readonly #record: OpenRecord;
  /** The items of `$content`, if the order of elements is significant. */
  readonly #content: (string | Readonly<Record<string, unknown>>)[] = [];
  #text = "";
  #include: string | undefined;
  readonly #scope: NamespaceScope;

  constructor(
    private readonly plan: ComplexPlan,
    tag: StartTag,
    private readonly run: Decoding,
    private readonly slot: Slot<Readonly<Record<string, unknown>>>,
  ) {
    this.#scope = tag.scope;
    this.#record = new OpenRecord(plan.record);
    if (plan.typeKey !== undefined) this.#record.value.$type = plan.typeKey;
    const { value } = this.#record;
    if (tag.attributes.length > 0) readAttributes(plan, value, { tag, run, path: slot.path });
    checkAttributes(plan, value, run, slot.path);
  }

  child(tag: FrameTag): Frame {
    const { name } = tag;
    let member = this.plan.record.members.get(name.local);
    while (member !== undefined && member.namespace !== name.namespace) member = member.next;
    if (member?.next !== undefined) member = this.#nextOf(member);
    if (member === undefined) {
      const { value } = this.plan;
      const include = value && includeIn(tag, value);
      if (include === undefined) return this.#unnamed(tag);
      this.#include = include;
      return skipped;
    }
    const wildcard = this.#wildcardInstead(member);
    return wildcard === undefined ? this.#named(member, tag) : this.#ofWildcard(wildcard, tag);
  }

  /** Of several members with the same element, which parts of a message may be, the first one without a value. */
  #nextOf(first: MemberPlan): MemberPlan {
    for (let each: MemberPlan | undefined = first; each !== undefined; each = each.next) {
      if (each.namespace === first.namespace && (each.many || !this.#record.has(each.name)))
        return each;
    }
    return first;
  }

  /** The wildcard that an element with a member belongs to; `undefined` if it belongs to the member. */
  #wildcardInstead(member: MemberPlan): WildcardPlan | undefined {
    const { form, record } = this.plan;
    if (record.wildcards.length === 0 || form === "content" || member.group !== undefined) return;
    return record.wildcards.find(
      (each) =>
        each.group === undefined &&
        each.accepts(member.namespace) &&
        this.#record.isOfWildcard(member, each),
    );
  }

  #named(named: MemberPlan, tag: FrameTag): Frame {
    let member = named;
    const target = this.#targetOf(member);
    while (member.group !== undefined) member = member.group.inner;
    return this.run.member(member, tag, target, this.slot.path);
  }

  /** The record that an element belongs to: this one, or an item of a repeated group in it. */
  #targetOf(first: MemberPlan | WildcardPlan): Target {
    if (this.plan.form === "content") return this.#contentItem();
    let record = this.#record;
    let place = first;
    this.#advance(record, place);
    while (place.group !== undefined) {
      const { plan, inner } = place.group;
      record = record.item(plan, inner);
      place = inner;
      this.#advance(record, place);
    }
    return record;
  }

  #advance(record: OpenRecord, place: MemberPlan | WildcardPlan): void {
    if (record.advance(place) || this.plan.unordered) return;
    this.run.onDeviation("out-of-order", `${this.slot.path}/${place.name}`);
  }

  #contentItem(): Target {
    this.#endText();
    return {
      add: (name, _many, value) => {
        const item: Record<string, unknown> = {};
        define(item, name, value);
        this.#content.push(item);
        return true;
      },
      has: () => false,
    };
  }

  /** An element that the schema does not name: of a wildcard, or unknown. */
  #unnamed(tag: FrameTag): Frame {
    const { namespace } = tag.name;
    const accepting = this.plan.record.wildcards.filter((wildcard) => wildcard.accepts(namespace));
    const wildcard =
      accepting.find(
        (each) =>
          each.many || each.group !== undefined || !Object.hasOwn(this.#record.value, each.name),
      ) ?? accepting[0];
    return wildcard === undefined ? this.#unknown(tag) : this.#ofWildcard(wildcard, tag);
  }

  #ofWildcard(wildcard: WildcardPlan, tag: FrameTag): Frame {
    const target =
      this.plan.form === "content" ? this.#contentItem() : this.#wildcardTarget(wildcard);
    let inner = wildcard;
    while (inner.group !== undefined) inner = inner.group.inner;
    return elementFrame(tag, (element) => {
      if (!target.add(inner.name, inner.many, element)) {
        this.run.onDeviation("unknown-element", `${this.slot.path}/${tag.name.local}`);
      }
    });
  }

  /** Some stacks write unqualified elements in the default namespace of their parent. */
  #unknown(tag: FrameTag): Frame {
    const { name } = tag;
    if (isRpcResult(name)) return skipped;
    const member = this.plan.record.members.get(name.local);
    const isMember = member?.namespace === "" && member.next === undefined;
    const kind = isMember ? "other-namespace" : "unknown-element";
    this.run.onDeviation(kind, `${this.slot.path}/${name.local}`);
    return isMember ? this.#named(member, tag) : skipped;
  }

  #wildcardTarget(wildcard: WildcardPlan): Target {
    return wildcard.group === undefined ? this.#record : this.#targetOf(wildcard);
  }

  text(text: string): void {
    if (this.plan.value !== undefined || this.plan.mixed) this.#text += text;
    else if (this.#text === "" && !isSpace(text)) {
      // Reported once, even if the text arrives in pieces.
      this.#text = text;
      this.run.onDeviation("unexpected-text", this.slot.path);
    }
  }

  #endText(): void {
    if (this.plan.mixed && this.#text !== "") this.#content.push(this.#text);
    this.#text = "";
  }

  close(): void {
    const { value } = this.#record;
    const lexical = this.plan.value;
    if (lexical !== undefined) {
      if (this.#text === "") this.#text = this.slot.empty ?? "";
      const parsed =
        this.#include === undefined
          ? this.run.parse(lexical, this.#text, this.#scope, this.slot.path)
          : this.run.partValue(lexical, this.#include, this.slot.path);
      if (parsed === undefined) {
        const found = invalidText(this.#text, lexical, false);
        this.run.onViolation(invalidValue(this.slot.path, found, false), found);
      } else {
        const { validated: type } = lexical;
        const { path } = this.slot;
        if (type !== undefined && this.#include === undefined) {
          this.run.validate({ type, text: this.#text, path, secret: false });
        }
        value.$value = parsed;
      }
    } else if (this.plan.form === "content") {
      this.#endText();
      value.$content = this.#content;
    } else this.#record.check(this);
    this.slot.put(value);
  }

  missing(member: string, plan: RecordPlan, value: Record<string, unknown>): void {
    const absent = this.run.isEncoded ? memberNamed(plan, member) : undefined;
    // An encoded message may omit what is null (SOAP 1.1 §5.1, SOAP 1.2 part 2 §3.1.4).
    if (absent !== undefined) define(value, member, absent.many ? [] : null);
    else this.run.onViolation(missingMember(`${this.slot.path}/${member}`));
  }

  incomplete(problem: string): void {
    const { path } = this.slot;
    const message = `The message's ${path} is incomplete: ${problem}.`;
    this.run.onViolation(new DecodeError("MISSING_ELEMENT", message, path));
  }
}

function memberNamed({ members }: RecordPlan, name: string): MemberPlan | undefined {
  for (const first of members.values()) {
    for (let member: MemberPlan | undefined = first; member !== undefined; member = member.next) {
      if (member.name === name) return member;
    }
  }
  return undefined;
}

/** The element of SOAP 1.2 that names the element with the result of an rpc operation (part 2 §4.2.1). */
export function isRpcResult({ namespace, local }: ExpandedName): boolean {
  return namespace === "http://www.w3.org/2003/05/soap-rpc" && local === "result";
}
