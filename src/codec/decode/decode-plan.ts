/** What the decoder has to know of a type, compiled from its wire schema on first use and kept. */
import {
  type ArrayType,
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  isComplex,
  particlesOf,
  type TypeSchema,
} from "../../schema/index.js";
import { type Lexical, lexicalOf } from "../values/lexical.js";
import { MemberPlan, NO_ARMS, type RecordPlan, recordPlan } from "./record-plan.js";

export type ContentPlan =
  | { readonly kind: "text"; readonly lexical: Lexical }
  | { readonly kind: "complex"; readonly plan: ComplexPlan }
  | { readonly kind: "array"; readonly plan: ArrayPlan }
  | { readonly kind: "any" };

export interface AttributePlan {
  readonly name: string;
  readonly namespace: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly lexical: Lexical;
}

export interface ComplexPlan {
  readonly form: "record" | "content";
  /** The order of elements says nothing. */
  readonly unordered: boolean;
  readonly mixed: boolean;
  readonly record: RecordPlan;
  readonly value: Lexical | undefined;
  /** By local name; `undefined` where there are none. */
  readonly attributes: ReadonlyMap<string, readonly AttributePlan[]> | undefined;
  readonly requiredAttributes: readonly string[];
  readonly anyAttribute: boolean;
  /** What `xsi:type` may name, by `{namespace}local`. */
  readonly types:
    | ReadonlyMap<string, { readonly key: string; readonly plan: () => ComplexPlan }>
    | undefined;
  /** Only a derived type may stand for it. */
  readonly abstract: boolean;
  /** Its `{namespace}local`. */
  readonly name: string | undefined;
}

export interface ArrayPlan {
  readonly item: MemberPlan;
  /** A SOAP array: its items may be called anything. */
  readonly isSoap: boolean;
  /** How many dimensions it has. */
  readonly rank: number;
}

const plans = new WeakMap<ComplexType, ComplexPlan>();

export function complexPlan(type: ComplexType): ComplexPlan {
  let plan = plans.get(type);
  if (plan === undefined) {
    plan = compile(type);
    plans.set(type, plan);
  }
  return plan;
}

function compile(type: ComplexType): ComplexPlan {
  const line = derivationChain(type);
  const content = line.map((each) => ({ particles: particlesOf(each), namespace: each.namespace }));
  const attributes = line.flatMap(attributesOf);
  const value = line.findLast((each) => each.value !== undefined)?.value;
  const types = type.types?.();
  return {
    form: type.content === undefined ? "record" : "content",
    unordered: line.every((each) => each.sequence === undefined),
    mixed: type.mixed === true,
    record: recordPlan(content),
    value: value === undefined ? undefined : lexicalOf(value),
    attributes: attributes.length === 0 ? undefined : attributePlans(attributes),
    requiredAttributes: attributes
      .filter(({ required }) => required === true)
      .map(({ attribute, member }) => member ?? attribute),
    anyAttribute: line.some((each) => each.anyAttribute === true),
    types:
      types &&
      new Map(
        Object.entries(types).map(([key, each]) => [
          each.name ?? key,
          { key, plan: () => complexPlan(each) },
        ]),
      ),
    abstract: types !== undefined && !Object.values(types).includes(type),
    name: type.name,
  };
}

function attributePlans(
  attributes: readonly AttributeSchema[],
): ReadonlyMap<string, readonly AttributePlan[]> {
  const plans = new Map<string, AttributePlan[]>();
  for (const { attribute, namespace = "", member, type, required, secret } of attributes) {
    const plan = {
      name: member ?? attribute,
      namespace,
      required: required === true,
      secret: secret === true,
      lexical: lexicalOf(type),
    };
    plans.set(attribute, [...(plans.get(attribute) ?? []), plan]);
  }
  return plans;
}

/** What an element of a type holds. */
export function contentPlan(type: TypeSchema, open: boolean): ContentPlan {
  if (isComplex(type)) return { kind: "complex", plan: complexPlan(type) };
  if (typeof type === "object" && "any" in type) return { kind: "any" };
  if (typeof type === "object" && "item" in type) return { kind: "array", plan: arrayPlan(type) };
  return { kind: "text", lexical: lexicalOf(type, open) };
}

function arrayPlan({ item, namespace, soapArray }: ArrayType): ArrayPlan {
  return {
    item: new MemberPlan(item, namespace, 0, NO_ARMS),
    isSoap: soapArray !== undefined,
    rank: rankOf(soapArray),
  };
}

/** By the last brackets of `{namespace}type[][,]`. */
export function rankOf(soapArray: string | undefined): number {
  const commas = /\[([^[\]]*)\]$/.exec(soapArray ?? "")?.[1] ?? "";
  return commas.split(",").length;
}
