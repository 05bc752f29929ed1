/** Compiles types of a wire schema for the decoder, on first use. */
import {
  type ArrayType,
  type AttributeSchema,
  attributesOf,
  type ComplexType,
  derivationChain,
  isComplex,
  particlesOf,
  type TypeSchema,
  unrestricted,
} from "../../../schema/index.js";
import { rankOf } from "../../values/array-rank.js";
import { lexicalOf } from "../../values/simple-type.js";
import { ElementMember } from "./member-plan.js";
import {
  type ArrayPlan,
  type AttributePlan,
  type ComplexPlan,
  type ContentPlan,
  NO_ARMS,
} from "./plan.js";
import { recordPlan } from "./record-plan.js";

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
  const chain = derivationChain(type);
  const content = chain.map((each) => ({
    particles: particlesOf(each),
    namespace: each.namespace,
  }));
  const attributes = chain.flatMap(attributesOf);
  const value = chain.findLast((each) => each.value !== undefined)?.value;
  const types = type.types?.();
  return {
    form: type.content === undefined ? "record" : "content",
    unordered: chain.every(({ sequence = [] }) => sequence.length === 0),
    mixed: type.mixed === true,
    record: recordPlan(content, contentPlan),
    value: value === undefined ? undefined : lexicalOf(value),
    attributes: attributes.length === 0 ? undefined : attributePlans(attributes),
    requiredAttributes: attributes
      .filter(({ required }) => required === true)
      .map(({ attribute, member }) => member ?? attribute),
    anyAttribute: chain.some((each) => each.anyAttribute === true),
    types: types && new Map(Object.entries(types).map((entry) => alternative(type, entry))),
    abstract: types !== undefined && isAbstract(type, Object.values(types)),
    name: type.name,
    typeKey: undefined,
  };
}

/** A type without any concrete type in the contract is read nevertheless: the service has types of its own. */
function isAbstract(type: ComplexType, types: readonly ComplexType[]): boolean {
  return types.length > 0 && !types.includes(type);
}

/** A type that may be in the place of a declared one, by its name in `xsi:type`. */
function alternative(
  declared: ComplexType,
  [key, type]: [string, ComplexType],
): [string, () => ComplexPlan] {
  let plan: ComplexPlan | undefined;
  const compileOnce = () => {
    plan ??= type === declared ? complexPlan(type) : { ...complexPlan(type), typeKey: key };
    return plan;
  };
  return [type.name ?? key, compileOnce];
}

function attributePlans(
  attributes: readonly AttributeSchema[],
): ReadonlyMap<string, readonly AttributePlan[]> {
  const plans = new Map<string, AttributePlan[]>();
  for (const { attribute, namespace = "", member, type, secret } of attributes) {
    const plan = {
      name: member ?? attribute,
      namespace,
      secret: secret === true,
      lexical: lexicalOf(type),
    };
    plans.set(attribute, [...(plans.get(attribute) ?? []), plan]);
  }
  return plans;
}

/** The content of an element of a type. */
export function contentPlan(type: TypeSchema, open: boolean): ContentPlan {
  if (isComplex(type)) return { kind: "complex", plan: complexPlan(type) };
  if (typeof type === "object" && "any" in type) return { kind: "any" };
  if (typeof type === "object" && "item" in type) return { kind: "array", plan: arrayPlan(type) };
  const plain = unrestricted(type);
  const builtin = typeof plain === "string" ? plain : undefined;
  return { kind: "text", lexical: lexicalOf(type, open), builtin };
}

const arrayPlans = new WeakMap<ArrayType, ArrayPlan>();

function arrayPlan(type: ArrayType): ArrayPlan {
  let plan = arrayPlans.get(type);
  if (plan === undefined) {
    plan = compileArray(type);
    arrayPlans.set(type, plan);
  }
  return plan;
}

function compileArray({ item, namespace, soapArray }: ArrayType): ArrayPlan {
  return {
    item: new ElementMember(item, { namespace, index: 0, arms: NO_ARMS, compile: contentPlan }),
    isSoap: soapArray !== undefined,
    rank: rankOf(soapArray),
  };
}
