/** Where each element of a content model goes in the object that holds it. */
import {
  type AnySchema,
  type ElementSchema,
  type Particle,
  resolveType,
} from "../../schema/index.js";
import { type Presence, presenceOf } from "../values/presence.js";
import { type ContentPlan, contentPlan } from "./decode-plan.js";

/** The elements of a type, or of one item of a repeated group. */
export interface RecordPlan {
  /** By local name. */
  readonly members: ReadonlyMap<string, MemberPlan>;
  readonly wildcards: readonly WildcardPlan[];
  readonly groups: readonly GroupPlan[];
  /** Members that must be there. */
  readonly required: readonly string[];
  /** What else must hold, of choices and of groups that are optional together; `undefined` where there are none. */
  readonly presence: Presence | undefined;
}

/** A group that repeats: each time is an item of the array `name`. */
export interface GroupPlan {
  readonly name: string;
  readonly index: number;
  readonly record: RecordPlan;
}

/** Which arm of which choice: another arm of the same choice is no part of the same record. */
export type Arms = ReadonlyMap<number, number>;

export const NO_ARMS: Arms = new Map();

/** An element that a record has a place for. */
export class MemberPlan {
  /** Of the property that holds it. */
  readonly name: string;
  readonly element: string;
  readonly namespace: string;
  readonly required: boolean;
  readonly many: boolean;
  readonly nillable: boolean;
  readonly secret: boolean;
  /** What it holds where it is empty and its type has no such value. */
  readonly empty: string | undefined;
  /** Another element of the same local name. */
  next: MemberPlan | undefined;
  #content: ContentPlan | undefined;

  /**
   * @param index its place in the order of the wire
   * @param arms of each choice that it stands in, by the choice's number
   * @param group the repeated group that it stands in, with its place in there
   */
  constructor(
    private readonly member: ElementSchema,
    namespace: string,
    readonly index: number,
    public arms: Arms,
    readonly group?: { readonly plan: GroupPlan; readonly inner: MemberPlan },
  ) {
    this.name = member.member ?? member.element;
    this.element = member.element;
    this.namespace = member.namespace ?? namespace;
    this.required = member.minOccurs !== 0;
    this.many = member.maxOccurs === "unbounded";
    this.nillable = member.nillable === true;
    this.secret = member.secret === true;
    this.empty = member.default;
  }

  /** The same element as the record has it that the group stands in. */
  within(plan: GroupPlan): MemberPlan {
    return new MemberPlan(this.member, this.namespace, plan.index, NO_ARMS, { plan, inner: this });
  }

  /** Compiled when the first element comes by, since types may hold themselves. */
  get content(): ContentPlan {
    this.#content ??= contentPlan(resolveType(this.member.type), this.member.open === true);
    return this.#content;
  }
}

/** A place for elements that the schema doesn't name. */
export interface WildcardPlan {
  readonly name: string;
  readonly index: number;
  readonly arms: Arms;
  readonly many: boolean;
  readonly group?: { readonly plan: GroupPlan; readonly inner: WildcardPlan };
  takes(namespace: string): boolean;
}

/** Particles with the namespace that their type has for elements. */
export interface Scoped {
  readonly particles: readonly Particle[];
  readonly namespace: string;
}

/** @param isChoice only one of the particles stands in a record */
export function recordPlan(content: readonly Scoped[], isChoice = false): RecordPlan {
  const compiler = new RecordCompiler();
  let arm = 0;
  for (const { particles, namespace } of content) {
    for (const particle of particles) {
      const arms = isChoice ? new Map([[0, arm++]]) : NO_ARMS;
      compiler.visit(particle, namespace, arms, !isChoice);
    }
  }
  const all = content.flatMap(({ particles }) => particles);
  return { ...compiler.plan, presence: presenceOf(isChoice ? [{ choice: all }] : all) };
}

class RecordCompiler {
  readonly #members = new Map<string, MemberPlan>();
  readonly #wildcards: WildcardPlan[] = [];
  readonly #groups: GroupPlan[] = [];
  readonly #required: string[] = [];
  #index = 0;
  /** Number 0 is the choice that the whole record is an item of. */
  #choices = 1;

  get plan(): Omit<RecordPlan, "presence"> {
    return {
      members: this.#members,
      wildcards: this.#wildcards,
      groups: this.#groups,
      required: this.#required,
    };
  }

  /** @param isSure it stands in every record */
  visit(particle: Particle, namespace: string, arms: Arms, isSure: boolean): void {
    if ("element" in particle) {
      const plan = new MemberPlan(particle, namespace, this.#index++, arms);
      this.#add(plan);
      if (isSure && plan.required) this.#required.push(plan.name);
      return;
    }
    if (isSure && particle.minOccurs !== 0 && particle.member !== undefined) {
      this.#required.push(particle.member);
    }
    if ("any" in particle) {
      this.#wildcards.push(wildcardPlan(particle, this.#index++, arms));
      return;
    }
    const isChoice = "choice" in particle;
    const inner = isChoice ? particle.choice : particle.sequence;
    if (particle.member !== undefined) {
      this.#repeat(particle.member, [{ particles: inner, namespace }], isChoice);
      return;
    }
    const isSureInside = isSure && !isChoice && particle.minOccurs !== 0;
    const choice = isChoice ? this.#choices++ : 0;
    for (const [arm, each] of inner.entries()) {
      const within = isChoice ? new Map([...arms, [choice, arm]]) : arms;
      this.visit(each, namespace, within, isSureInside);
    }
  }

  #repeat(name: string, content: readonly Scoped[], isChoice: boolean): void {
    const group = { name, index: this.#index++, record: recordPlan(content, isChoice) };
    this.#groups.push(group);
    for (const first of group.record.members.values()) {
      for (let plan: MemberPlan | undefined = first; plan !== undefined; plan = plan.next) {
        this.#add(plan.within(group));
      }
    }
    for (const inner of group.record.wildcards) {
      this.#wildcards.push({
        ...inner,
        index: group.index,
        arms: NO_ARMS,
        group: { plan: group, inner },
      });
    }
  }

  #add(plan: MemberPlan): void {
    const first = this.#members.get(plan.element);
    if (first === undefined) {
      this.#members.set(plan.element, plan);
      return;
    }
    let same: MemberPlan | undefined = first;
    while (same !== undefined && same.namespace !== plan.namespace) same = same.next;
    if (same === undefined) {
      plan.next = first.next;
      first.next = plan;
    } else {
      // It stands in several arms, and so tells none of them.
      same.arms = new Map([...same.arms].filter(([choice, arm]) => plan.arms.get(choice) === arm));
    }
  }
}

/** The namespaces of a constraint as the wire schema writes it (XML Schema part 1 §3.10). */
function wildcardPlan(
  { any, member, maxOccurs }: AnySchema,
  index: number,
  arms: Arms,
): WildcardPlan {
  const [first, second] = any.split(" ");
  const listed = new Set(any.split(" "));
  const takes = (namespace: string): boolean => {
    if (first === "##any") return true;
    if (first === "##other") return namespace !== "" && namespace !== second;
    return listed.has(namespace === "" ? "##local" : namespace);
  };
  return { name: member, index, arms, many: maxOccurs === "unbounded", takes };
}
