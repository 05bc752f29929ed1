/** Whether a text is a value of a simple type with its facets (XML Schema part 2 §4.1.4). */
import {
  compareOrdered,
  lexicalOf,
  lexicals,
  normalized,
  type Violation,
  violatedFacet,
  whiteSpaceOf,
} from "../../codec/index.js";
import {
  BUILTIN_TYPES,
  type BuiltinName,
  type Facets,
  type RestrictedType,
  type SimpleType,
  unrestricted,
} from "../../schema/index.js";
import { collapseSpace } from "../../xml/index.js";
import { violatedBuiltin } from "./builtin-text.js";
import { matchesOne } from "./pattern.js";

/** The first rule that a text breaks; `undefined` if it is a value of the type. */
export function violatedRule(type: SimpleType, text: string): Violation | undefined {
  if (typeof type === "string") return violatedBuiltin(type, text);
  if ("enumeration" in type) return violatedEnumeration(Object.values(type.enumeration), text);
  if ("list" in type) return first(itemsOf(text), (item) => violatedRule(type.list, item));
  if ("union" in type) return violatedUnion(type.union, text);
  if ("restricts" in type) return violatedRestriction(type, text);
  return type.as === "Attachment" ? undefined : violatedBuiltin(type.builtin, text);
}

function violatedEnumeration(values: readonly string[], text: string): Violation | undefined {
  if (values.includes(text) || values.includes(collapseSpace(text))) return undefined;
  return { facet: "enumeration", limit: values.join(", ") };
}

function itemsOf(text: string): readonly string[] {
  const collapsed = collapseSpace(text);
  return collapsed === "" ? [] : collapsed.split(" ");
}

/** Of a text that no type accepts, the rule of the last one is reported: often the others are special values. */
function violatedUnion(members: readonly SimpleType[], text: string): Violation | undefined {
  let last: Violation | undefined;
  for (const member of members) {
    last = violatedRule(member, text);
    if (last === undefined) return undefined;
  }
  return last;
}

function violatedRestriction(
  { restricts, facets }: RestrictedType,
  given: string,
): Violation | undefined {
  const text = normalized(given, facets.whiteSpace ?? whiteSpaceOf(restricts));
  const violated = violatedRule(restricts, text);
  if (violated !== undefined) return violated;
  const builtin = builtinOf(restricts);
  const { parse } = builtin === undefined ? lexicalOf(restricts) : lexicals[builtin];
  const value = isName(builtin) ? undefined : parse(text);
  return (
    violatedFacet(facets, { value, text, parse }, compareOrdered) ?? violatedPattern(facets, text)
  );
}

/** The length of names is not checked, since it depends on their prefixes (erratum E2-36 of part 2). */
function isName(builtin: BuiltinName | undefined): boolean {
  return builtin !== undefined && BUILTIN_TYPES[builtin].kind === "name";
}

function violatedPattern({ patterns = [] }: Facets, text: string): Violation | undefined {
  const violated = patterns.find((step) => !matchesOne(step, text));
  return violated === undefined ? undefined : { facet: "pattern", limit: violated.join("|") };
}

/** The built-in type that a type restricts; `undefined` for an enumeration of strings, a list or a union. */
function builtinOf(type: SimpleType): BuiltinName | undefined {
  const plain = unrestricted(type);
  if (typeof plain === "string") return plain;
  return "builtin" in plain ? plain.builtin : undefined;
}

function first<Of>(
  items: readonly Of[],
  get: (item: Of) => Violation | undefined,
): Violation | undefined {
  for (const item of items) {
    const violation = get(item);
    if (violation !== undefined) return violation;
  }
  return undefined;
}
