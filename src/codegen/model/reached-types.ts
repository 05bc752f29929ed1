/** The types that messages use, directly and indirectly. */
import {
  type ComplexDefinition,
  type EnumerationDefinition,
  type ListDefinition,
  type RestrictionDefinition,
  type SimpleDefinition,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
  type TypeDefinition,
  type UnionDefinition,
} from "../../contract/index.js";
import { builtinTypeNamed } from "../../schema/index.js";
import type { Node, Shape } from "../shape/node.js";
import { shapeOf } from "../shape/shape.js";
import { arrayItem } from "./arrays.js";
import type { DerivedTypes } from "./derived-types.js";

/** A type that generated code can declare. */
export type DeclaredType =
  | ComplexDefinition
  | EnumerationDefinition
  | RestrictionDefinition
  | ListDefinition
  | UnionDefinition;

export interface Reached {
  readonly type: DeclaredType;
  /** The target namespace of its schema. */
  readonly namespace: string;
  /** The name of the type, or of the element or type that contains it. */
  readonly hint: string;
}

/** The type of a member, and the name to derive one from if the type is anonymous. */
export interface Root {
  readonly type: TypeDefinition;
  readonly owner: string;
  /** The namespace of a type that is anonymous. */
  readonly namespace: string;
  /** Whether the type is the anonymous type of a message, which is declared as the message. */
  readonly isInline?: boolean;
}

export interface ReachedTypes {
  /** Each after the types that it refers to, except for circular references. */
  readonly types: readonly Reached[];
  /** The types that a derived type can replace. */
  readonly bases: ReadonlySet<ComplexDefinition>;
  /** All complex types, also those without a declaration. */
  readonly complex: ReadonlySet<ComplexDefinition>;
}

/** One step of the walk: a type to visit, or a type whose parts were visited. */
type Step =
  | { readonly kind: "visit"; readonly root: Root; readonly isBase: boolean }
  | { readonly kind: "done"; readonly reached: Reached };

/** Visits all types from the roots, without recursion because a chain of types can be long. */
export function reachedTypes(roots: readonly Root[], derived: DerivedTypes): ReachedTypes {
  const reached: Reached[] = [];
  const seen = new Set<TypeDefinition>();
  const bases = new Set<ComplexDefinition>();
  const complex = new Set<ComplexDefinition>();
  const queue = [...roots];
  for (const first of queue) {
    const steps: Step[] = [{ kind: "visit", root: first, isBase: false }];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (step.kind === "done") {
        reached.push(step.reached);
        continue;
      }
      const { root, isBase } = step;
      const { type } = root;
      if (type.kind === "builtin" || type.kind === "any") continue;
      if (!isBase && type.kind === "complex" && !bases.has(type) && derived(type).length > 0) {
        bases.add(type);
        queue.push(...derived(type).map((each) => ({ type: each, owner: "", namespace: "" })));
      }
      if (seen.has(type)) continue;
      if (type.kind === "complex") complex.add(type);
      const hint = type.name?.local ?? root.owner;
      const namespace = type.name?.namespace ?? root.namespace;
      if (root.isInline !== true) seen.add(type);
      if (root.isInline !== true && isDeclared(type))
        steps.push({ kind: "done", reached: { type, namespace, hint } });
      const parts = partsOf(type, { hint, namespace }).reverse();
      steps.push(...parts.map((part): Step => ({ kind: "visit", ...part })));
    }
  }
  return { types: reached, bases, complex };
}

/** Simple types without a name are inlined, except for enumerations; so are those of the SOAP encoding. */
function isDeclared(type: Exclude<TypeDefinition, { kind: "builtin" | "any" }>): boolean {
  if (type.kind === "complex") return type.soapArray === undefined && arrayItem(type) === undefined;
  if (isOfEncoding(type)) return false;
  return type.name !== undefined || (type.kind === "enumeration" && isStringEnumeration(type));
}

/** Whether it is a type of the SOAP encoding, such as `soapenc:string` (SOAP 1.1 §5.2). */
export function isOfEncoding({ name }: Pick<TypeDefinition, "name">): boolean {
  return name?.namespace === SOAP_ENCODING11 || name?.namespace === SOAP_ENCODING12;
}

interface PartStep {
  readonly root: Root;
  readonly isBase: boolean;
}

/** @param owner what anonymous types in it are named by */
function partsOf(type: DeclaredType, owner: Pick<Reached, "hint" | "namespace">): PartStep[] {
  const { hint } = owner;
  const used = (part: TypeDefinition, member: string, namespace = owner.namespace): PartStep => ({
    root: { type: part, owner: `${hint}_${member}`, namespace },
    isBase: false,
  });
  switch (type.kind) {
    case "complex": {
      if (type.soapArray !== undefined) return [used(type.soapArray.item, "item")];
      const shape = shapeOf(type);
      const base = shape.base && { type: shape.base, owner: hint, namespace: owner.namespace };
      return [
        ...(base === undefined ? [] : [{ root: base, isBase: true }]),
        ...shapeTypes(shape).map((each) => used(each.type, each.member, each.namespace)),
      ];
    }
    case "enumeration":
      return isStringEnumeration(type) ? [] : [used(type.base, "base")];
    case "list":
      return [used(type.item, "item")];
    case "union":
      return type.members.map((member, index) => used(member, `member${index + 1}`));
    default:
      return [used(type.base, "base")];
  }
}

interface MemberType {
  readonly type: TypeDefinition;
  readonly member: string;
  /** If it may be another one than that of the type with the member. */
  readonly namespace?: string | undefined;
}

function shapeTypes({ nodes, attributes, value }: Shape): readonly MemberType[] {
  return [
    ...nodes.flatMap(nodeTypes),
    ...attributes.map(({ attribute: { type, name } }) => ({ type, member: name.local })),
    ...(value === undefined ? [] : [{ type: value, member: "value" }]),
  ];
}

function nodeTypes(node: Node): readonly MemberType[] {
  if (node.kind === "any") return [];
  if (node.kind !== "member") return node.nodes.flatMap(nodeTypes);
  const { type, name, isGlobal } = node.element;
  return [{ type, member: name.local, namespace: isGlobal ? name.namespace : undefined }];
}

/** Whether the values of an enumeration are strings, so that it is a union of literals in TypeScript. */
export function isStringEnumeration({ base }: EnumerationDefinition): boolean {
  return isText(base);
}

function isText(type: SimpleDefinition): boolean {
  if (type.kind === "builtin") return builtinTypeNamed(type.name.local)?.kind === "text";
  return (type.kind === "restriction" || type.kind === "enumeration") && isText(type.base);
}
