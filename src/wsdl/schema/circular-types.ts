/** Types that derive from or consist of themselves, which is not allowed (XML Schema part 1 §3.4.6, §3.14.6). */
import type { TypeDefinition } from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";

/** Reports each circle once, at one of its types. @returns whether there is any */
export function reportCircularTypes(
  types: readonly TypeDefinition[],
  diagnostics: Diagnostics,
): boolean {
  const done = new Set<TypeDefinition>();
  let found = false;
  for (const type of types) {
    const path = circleFrom(type, done);
    if (path === undefined || type.kind === "builtin" || type.kind === "any") continue;
    found = true;
    const way = path.flatMap(({ name }) => name?.local ?? []).join(", ");
    diagnostics.invalid(
      `The type ${type.name} is defined by itself: ${way}. Change one of these types.`,
      type.location,
    );
  }
  return found;
}

/** The path from a type back to a type on the path, by bases, items and members. */
function circleFrom(
  start: TypeDefinition,
  done: Set<TypeDefinition>,
): readonly TypeDefinition[] | undefined {
  const onPath = new Set<TypeDefinition>();
  const path: { readonly type: TypeDefinition; readonly open: TypeDefinition[] }[] = [];
  const enter = (type: TypeDefinition) => {
    done.add(type);
    onPath.add(type);
    path.push({ type, open: [...directParts(type)] });
  };
  if (!done.has(start)) enter(start);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const next = last.open.pop();
    if (next === undefined) {
      path.pop();
      onPath.delete(last.type);
    } else if (onPath.has(next)) return [...path.map(({ type }) => type), next];
    else if (!done.has(next)) enter(next);
  }
  return undefined;
}

/** The types without which a type can't be defined. */
export function directParts(type: TypeDefinition): readonly TypeDefinition[] {
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
