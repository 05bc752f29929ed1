/** Types that are made of themselves, which no schema may have (XML Schema part 1 §3.4.6, §3.14.6). */
import type { TypeDefinition } from "../../contract/index.js";
import type { Faults } from "../diagnostics.js";

/** Tells of each circle once, at one of its types. @returns whether there is any */
export function reportCircularTypes(types: readonly TypeDefinition[], faults: Faults): boolean {
  const done = new Set<TypeDefinition>();
  let found = false;
  for (const type of types) {
    const path = circleFrom(type, done);
    if (path === undefined || type.kind === "builtin" || type.kind === "any") continue;
    found = true;
    const way = path.flatMap(({ name }) => name?.local ?? []).join(", ");
    faults.invalid(`The type ${type.name} is made of itself: ${way}.`, type.location);
  }
  return found;
}

/** The way from a type back to itself or to one on the way, by bases, items and members. */
function circleFrom(
  start: TypeDefinition,
  done: Set<TypeDefinition>,
): readonly TypeDefinition[] | undefined {
  const way: { readonly type: TypeDefinition; readonly open: TypeDefinition[] }[] = [];
  const enter = (type: TypeDefinition) => {
    done.add(type);
    way.push({ type, open: [...madeOf(type)] });
  };
  if (!done.has(start)) enter(start);
  for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
    const next = last.open.pop();
    if (next === undefined) way.pop();
    else if (way.some(({ type }) => type === next)) return [...way.map(({ type }) => type), next];
    else if (!done.has(next)) enter(next);
  }
  return undefined;
}

function madeOf(type: TypeDefinition): readonly TypeDefinition[] {
  switch (type.kind) {
    case "restriction":
    case "enumeration":
      return [type.base];
    case "list":
      return [type.item];
    case "union":
      return type.members;
    case "complex":
      return type.derivation === undefined ? [] : [type.derivation.base];
    default:
      return [];
  }
}
