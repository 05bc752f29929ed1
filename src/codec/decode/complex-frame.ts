/** Complex types: elements, attributes and text to the members of one object. */
import { DecodeError } from "../../errors/index.js";
import {
  clark,
  type ExpandedName,
  isSpace,
  type NamespaceScope,
  type XmlAttribute,
  XmlElement,
} from "../../xml/index.js";
import type { Decoding } from "./decode.js";
import type { AttributePlan, ComplexPlan } from "./decode-plan.js";
import { ElementFrame, type Frame, skipped } from "./frame.js";
import { define, type Incomplete, OpenRecord, type Target } from "./record.js";
import type { MemberPlan, RecordPlan, WildcardPlan } from "./record-plan.js";
import { includeIn, misfit } from "./text-frame.js";
import { isOfMessage } from "./xsi.js";

export class ComplexFrame implements Frame, Incomplete {
  readonly #record: OpenRecord;
  /** What `$content` has, where the order of elements means something. */
  readonly #content: (string | Readonly<Record<string, unknown>>)[] = [];
  #text = "";
  #include: string | undefined;

  /** @param type the key in `$type`, where xsi:type names another type than the declared one */
  constructor(
    private readonly plan: ComplexPlan,
    type: string | undefined,
    attributes: readonly XmlAttribute[],
    private readonly scope: NamespaceScope,
    private readonly run: Decoding,
    private readonly path: string,
    private readonly done: (value: Readonly<Record<string, unknown>>) => void,
  ) {
    this.#record = new OpenRecord(plan.record);
    if (type !== undefined) this.#record.value.$type = type;
    if (attributes.length > 0) this.#takeAttributes(attributes);
    for (const name of plan.requiredAttributes) {
      if (!Object.hasOwn(this.#record.value, name)) this.#isMissing(name);
    }
  }

  child(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    let member = this.plan.record.members.get(name.local);
    while (member !== undefined && member.namespace !== name.namespace) member = member.next;
    if (member === undefined) {
      const { value } = this.plan;
      const include = value && includeIn(name, attributes, value);
      if (include === undefined) return this.#unnamed(name, attributes, scope);
      this.#include = include;
      return skipped;
    }
    return this.#named(member, name, attributes, scope);
  }

  #named(
    named: MemberPlan,
    name: ExpandedName,
    attributes: readonly XmlAttribute[],
    scope: NamespaceScope,
  ): Frame {
    let member = named;
    const target = this.#placeOf(member);
    while (member.group !== undefined) member = member.group.inner;
    return this.run.member(member, name, attributes, scope, target, this.path);
  }

  /** The record that takes an element: this one, or an item of a repeated group in it. */
  #placeOf(first: MemberPlan | WildcardPlan): Target {
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
    this.run.onDeviation("out-of-order", `${this.path}/${place.name}`);
  }

  #contentItem(): Target {
    this.#endText();
    return {
      take: (name, _many, value) => {
        const item: Record<string, unknown> = {};
        define(item, name, value);
        this.#content.push(item);
        return true;
      },
      holds: () => false,
    };
  }

  /** An element that the schema doesn't name: a wildcard's, or none's. */
  #unnamed(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    const able = this.plan.record.wildcards.filter((wildcard) => wildcard.takes(name.namespace));
    const wildcard =
      able.find(
        (each) =>
          each.many || each.group !== undefined || !Object.hasOwn(this.#record.value, each.name),
      ) ?? able[0];
    if (wildcard === undefined) return this.#unknown(name, attributes, scope);
    const target =
      this.plan.form === "content" ? this.#contentItem() : this.#wildcardPlace(wildcard);
    let inner = wildcard;
    while (inner.group !== undefined) inner = inner.group.inner;
    return new ElementFrame(new XmlElement(name, attributes, [], scope), (element) => {
      if (!target.take(inner.name, inner.many, element)) {
        this.run.onDeviation("unknown-element", `${this.path}/${name.local}`);
      }
    });
  }

  /** Some stacks let unqualified elements take over a default namespace from around them. */
  #unknown(name: ExpandedName, attributes: readonly XmlAttribute[], scope: NamespaceScope): Frame {
    if (isRpcResult(name)) return skipped;
    const member = this.plan.record.members.get(name.local);
    const isMeant = member?.namespace === "" && member.next === undefined;
    const kind = isMeant ? "other-namespace" : "unknown-element";
    this.run.onDeviation(kind, `${this.path}/${name.local}`);
    return isMeant ? this.#named(member, name, attributes, scope) : skipped;
  }

  #wildcardPlace(wildcard: WildcardPlan): Target {
    return wildcard.group === undefined ? this.#record : this.#placeOf(wildcard);
  }

  text(text: string): void {
    if (this.plan.value !== undefined || this.plan.mixed) this.#text += text;
    else if (!isSpace(text)) this.run.onDeviation("unexpected-text", this.path);
  }

  #endText(): void {
    if (this.plan.mixed && this.#text !== "") this.#content.push(this.#text);
    this.#text = "";
  }

  close(): void {
    const { value } = this.#record;
    const lexical = this.plan.value;
    if (lexical !== undefined) {
      const parsed = this.run.simple(lexical, this.#text, this.scope, this.path, this.#include);
      if (parsed === undefined) {
        const found = { text: this.#text, lexical };
        this.run.onViolation(misfit(this.path, this.#text, lexical, false), found);
      } else value.$value = parsed;
    } else if (this.plan.form === "content") {
      this.#endText();
      value.$content = this.#content;
    } else this.#record.check(this);
    this.done(value);
  }

  lacks(member: string, plan: RecordPlan, value: Record<string, unknown>): void {
    if (this.run.isEncoded && isNillable(plan, member)) define(value, member, null);
    else this.#isMissing(member);
  }

  #isMissing(name: string): void {
    const path = `${this.path}/${name}`;
    this.#violate(path, `The answer lacks ${path}, which is required.`);
  }

  breaks(presence: string): void {
    this.#violate(this.path, `The answer's ${this.path} is not complete: ${presence}.`);
  }

  #violate(path: string, message: string): void {
    this.run.onViolation(new DecodeError("MISSING_ELEMENT", message, path));
  }

  #takeAttributes(attributes: readonly XmlAttribute[]): void {
    const { value } = this.#record;
    const others: Record<string, string> = {};
    for (const { name, value: text } of attributes) {
      const plan = this.plan.attributes
        ?.get(name.local)
        ?.find((each) => each.namespace === name.namespace);
      if (plan !== undefined) this.#takeAttribute(plan, text);
      else if (isOfMessage(name)) continue;
      else if (this.plan.anyAttribute) define(others, clark(name), text);
      else this.run.onDeviation("unknown-attribute", `${this.path}/@${name.local}`);
    }
    if (Object.keys(others).length > 0) value.$attributes = others;
  }

  #takeAttribute({ name, lexical, secret }: AttributePlan, text: string): void {
    const parsed = this.run.simple(lexical, text, this.scope, `${this.path}/@${name}`);
    if (parsed !== undefined) define(this.#record.value, name, parsed);
    else {
      const violation = misfit(`${this.path}/@${name}`, text, lexical, secret);
      this.run.onViolation(violation, { text: secret ? "***" : text, lexical });
    }
  }
}

/** Where the encoding leaves an element out, it is null (SOAP 1.1 §5.1, rule 10; SOAP 1.2 part 2 §3.1.4). */
function isNillable({ members }: RecordPlan, name: string): boolean {
  return [...members.values()].some((member) => member.name === name && member.nillable);
}

/** SOAP 1.2 says in an element of its own which one the result of an rpc operation is (part 2 §4.2.1). */
function isRpcResult({ namespace, local }: ExpandedName): boolean {
  return namespace === "http://www.w3.org/2003/05/soap-rpc" && local === "result";
}
