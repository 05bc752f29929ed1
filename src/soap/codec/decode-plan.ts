/** What the decoder has to know of a type, compiled from its wire schema on first use and kept. */
import {
  type ArrayType,
  type ElementSchema,
  resolveType,
  type SequenceType,
  type TypeSchema,
} from "../schema.js";
import { type Lexical, lexicalOf } from "./lexical.js";

export type ContentPlan =
  | { readonly kind: "text"; readonly lexical: Lexical }
  | { readonly kind: "sequence"; readonly plan: SequencePlan }
  | { readonly kind: "array"; readonly namespace: string; readonly item: MemberPlan };

export class MemberPlan {
  readonly name: string;
  readonly required: boolean;
  readonly many: boolean;
  readonly nillable: boolean;
  readonly secret: boolean;
  #content: ContentPlan | undefined;

  constructor(
    private readonly member: ElementSchema,
    readonly index: number,
  ) {
    this.name = member.element;
    this.required = member.minOccurs !== 0;
    this.many = member.maxOccurs === "unbounded";
    this.nillable = member.nillable === true;
    this.secret = member.secret === true;
  }

  /** Compiled when the first element comes by, since types may hold themselves. */
  get content(): ContentPlan {
    this.#content ??= contentPlan(resolveType(this.member.type), this.member.open === true);
    return this.#content;
  }
}

export interface SequencePlan {
  readonly namespace: string;
  readonly members: ReadonlyMap<string, MemberPlan>;
  readonly required: readonly MemberPlan[];
}

const plans = new WeakMap<SequenceType, SequencePlan>();

export function sequencePlan(type: SequenceType): SequencePlan {
  let plan = plans.get(type);
  if (plan === undefined) {
    const members = type.sequence.map((member, index) => new MemberPlan(member, index));
    plan = {
      namespace: type.namespace,
      members: new Map(members.map((member) => [member.name, member])),
      required: members.filter((member) => member.required),
    };
    plans.set(type, plan);
  }
  return plan;
}

function contentPlan(type: TypeSchema, open: boolean): ContentPlan {
  if (typeof type === "object" && "sequence" in type) {
    return { kind: "sequence", plan: sequencePlan(type) };
  }
  if (typeof type === "object" && "item" in type) return arrayPlan(type);
  return { kind: "text", lexical: lexicalOf(type, open) };
}

function arrayPlan(type: ArrayType): ContentPlan {
  return { kind: "array", namespace: type.namespace, item: new MemberPlan(type.item, 0) };
}
