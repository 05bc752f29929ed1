/** All facets that apply to a simple type, including those of the types that it restricts (part 2 §4.3). */
import type {
  BuiltinType,
  Facet,
  ListDefinition,
  SimpleDefinition,
  UnionDefinition,
} from "../../src/contract/index.js";
import { type Pattern, patternOf } from "./pattern.js";

export interface Facets {
  /** The type at the end of the restrictions. */
  readonly root: BuiltinType | ListDefinition | UnionDefinition;
  /** One pattern of each inner list must match. */
  readonly patterns: readonly (readonly Pattern[])[];
  readonly minLength: number;
  readonly maxLength: number;
  /** In their lexical form. */
  readonly atLeast: Bound | undefined;
  readonly atMost: Bound | undefined;
  readonly totalDigits: number;
  readonly fractionDigits: number;
  readonly isCollapsed: boolean;
  /** The only values, in their lexical form; `undefined` if there is no enumeration. */
  readonly values: readonly string[] | undefined;
}

export interface Bound {
  readonly value: string;
  readonly isExclusive: boolean;
}

const found = new WeakMap<SimpleDefinition, Facets>();

export function facetsOf(type: SimpleDefinition): Facets {
  let facets = found.get(type);
  if (facets === undefined) {
    facets = collect(type);
    found.set(type, facets);
  }
  return facets;
}

function collect(type: SimpleDefinition): Facets {
  if (type.kind !== "restriction" && type.kind !== "enumeration") return { ...NONE, root: type };
  const base = facetsOf(type.base);
  const own = new Map<Facet["name"], string>(type.facets.map(({ name, value }) => [name, value]));
  const number = (name: Facet["name"]) => {
    const value = own.get(name);
    return value === undefined ? undefined : Number(value);
  };
  const patterns = type.facets
    .filter(({ name }) => name === "pattern")
    .map(({ value }) => patternOf(value));
  const whiteSpace = own.get("whiteSpace");
  return {
    root: base.root,
    patterns: patterns.length === 0 ? base.patterns : [...base.patterns, patterns],
    minLength: number("length") ?? number("minLength") ?? base.minLength,
    maxLength: number("length") ?? number("maxLength") ?? base.maxLength,
    atLeast: bound(own, "minInclusive", "minExclusive") ?? base.atLeast,
    atMost: bound(own, "maxInclusive", "maxExclusive") ?? base.atMost,
    totalDigits: number("totalDigits") ?? base.totalDigits,
    fractionDigits: number("fractionDigits") ?? base.fractionDigits,
    isCollapsed: base.isCollapsed || (whiteSpace !== undefined && whiteSpace.trim() !== "preserve"),
    values: type.kind === "enumeration" ? type.values.map(({ value }) => value) : base.values,
  };
}

const NONE = {
  patterns: [],
  minLength: 0,
  maxLength: Number.POSITIVE_INFINITY,
  atLeast: undefined,
  atMost: undefined,
  totalDigits: Number.POSITIVE_INFINITY,
  fractionDigits: Number.POSITIVE_INFINITY,
  isCollapsed: false,
  values: undefined,
} as const;

function bound(
  own: ReadonlyMap<Facet["name"], string>,
  inclusive: Facet["name"],
  exclusive: Facet["name"],
): Bound | undefined {
  const included = own.get(inclusive);
  if (included !== undefined) return { value: included.trim(), isExclusive: false };
  const excluded = own.get(exclusive);
  return excluded === undefined ? undefined : { value: excluded.trim(), isExclusive: true };
}

/** Whether a text in its canonical form matches a pattern of each step. */
export function matchesPatterns({ patterns }: Facets, text: string): boolean {
  return patterns.every((step) => step.some((pattern) => pattern.matches(text)));
}
