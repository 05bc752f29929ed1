/** Prints types. Parentheses follow from the precedence of the nodes. */
import { docComment, hasDocumentation } from "./doc-comment.js";
import type { Imports } from "./imports.js";
import {
  concat,
  type Doc,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  softLine,
} from "./layout.js";
import { memberName, stringLiteral } from "./names.js";
import type {
  IntersectionType,
  ObjectType,
  Parameter,
  Property,
  Reference,
  TypeNode,
  UnionType,
} from "./type-nodes.js";

export function printType(type: TypeNode, imports: Imports): Doc {
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "literal":
      return stringLiteral(type.value);
    case "reference":
      return printReference(type, imports);
    case "array":
      return concat(operand(type.item, "postfix", imports), "[]");
    case "union":
      return isHugged(type)
        ? join(unionMembers(type, imports), " | ")
        : group(unionLines(type, imports));
    case "intersection":
      return printIntersection(type, imports);
    case "object":
      return printObjectType(type, imports);
    case "function":
      return group([
        printParameters(type.parameters.map((each) => printParameter(each, imports))),
        " =>",
        printAnnotation(type.result, imports),
      ]);
    case "keyof":
      return concat("keyof ", operand(type.type, "prefix", imports));
    case "typeof":
      return `typeof ${imports.use(type.value, "type")}`;
    case "indexed-access":
      return concat(
        operand(type.object, "postfix", imports),
        "[",
        printType(type.index, imports),
        "]",
      );
  }
}

/** A type behind a colon or an equals sign, with the space or line break before it. */
export function printAnnotation(type: TypeNode, imports: Imports): Doc {
  if (type.kind !== "union" || isHugged(type)) return concat(" ", printType(type, imports));
  return group(indent([line, unionLines(type, imports)]));
}

/** `name?: type`, with the comment above it. */
export function printProperty(property: Property, imports: Imports): Doc {
  const { name, type, isOptional, isReadonly, documentation } = property;
  return concat(
    docComment(documentation),
    `${isReadonly ? "readonly " : ""}${memberName(name)}${isOptional ? "?" : ""}:`,
    printAnnotation(type, imports),
  );
}

export function printParameter({ name, type, isOptional }: Parameter, imports: Imports): Doc {
  return concat(`${name}${isOptional ? "?" : ""}:`, printAnnotation(type, imports));
}

/** Parameters in parentheses; the group around them decides whether each has a line of its own. */
export function printParameters(parameters: readonly Doc[]): Doc {
  if (parameters.length === 0) return "()";
  return ["(", indent([softLine, join(parameters, [",", line])]), ifBroken(","), softLine, ")"];
}

function printReference(reference: Reference, imports: Imports): Doc {
  const name = imports.use(reference, "type");
  const { typeArguments } = reference;
  if (typeArguments.length === 0) return name;
  const list = typeArguments.map((each) => printType(each, imports));
  const [only] = typeArguments;
  if (only !== undefined && list.length === 1 && isCompact(only)) {
    return concat(name, "<", ...list, ">");
  }
  return group([`${name}<`, indent([softLine, join(list, [",", line])]), softLine, ">"]);
}

/** Types that are not broken from the bracket before them. */
function isCompact(type: TypeNode): boolean {
  switch (type.kind) {
    case "keyword":
    case "literal":
    case "object":
      return true;
    case "reference":
      return type.typeArguments.length === 0;
    case "union":
      return isHugged(type);
    default:
      return false;
  }
}

/** One object or name, else null: the union is not broken between its members. */
export function isHugged({ members }: UnionType): boolean {
  const rest = members.filter((member) => !isNothing(member));
  return rest.length === 1 && (rest[0]?.kind === "object" || rest[0]?.kind === "reference");
}

function isNothing(type: TypeNode): boolean {
  return type.kind === "keyword" && (type.name === "null" || type.name === "void");
}

/** `A | B`, or in a broken group each member on its own line behind a bar. */
function unionLines(type: UnionType, imports: Imports): Doc {
  const members = unionMembers(type, imports).map(indent);
  return [ifBroken("| "), join(members, [line, "| "])];
}

function unionMembers({ members }: UnionType, imports: Imports): readonly Doc[] {
  return members.map((member) => operand(member, "union", imports));
}

function printIntersection({ members }: IntersectionType, imports: Imports): Doc {
  let wasIndented = false;
  const docs = members.map((member, index): Doc => {
    const doc = operand(member, "intersection", imports);
    const before = members[index - 1];
    if (before === undefined) return doc;
    const objects = [before, member].filter(({ kind }) => kind === "object").length;
    if (objects === 0) return indent([" &", line, doc]);
    if (objects === 1 && index > 1) wasIndented = true;
    return [" & ", wasIndented ? indent(doc) : doc];
  });
  return group(docs);
}

/** On one line if it fits and no property has a comment. */
function printObjectType({ properties }: ObjectType, imports: Imports): Doc {
  if (properties.length === 0) return "{}";
  const isBroken = properties.some(({ documentation }) => hasDocumentation(documentation));
  const members = properties.map((property) => printProperty(property, imports));
  const separator = isBroken ? [";", hardLine] : [";", line];
  return group(["{", indent([line, join(members, separator)]), ifBroken(";"), line, "}"], isBroken);
}

/** Where a type is an operand: behind a prefix operator, before a postfix one, or a member of a list. */
type Position = "prefix" | "postfix" | "union" | "intersection";

/** The kinds of types that need parentheses as operands. */
const IN_PARENTHESES: Readonly<Record<Position, ReadonlySet<TypeNode["kind"]>>> = {
  prefix: new Set(["union", "intersection", "function", "keyof"]),
  postfix: new Set(["union", "intersection", "function", "keyof", "typeof"]),
  union: new Set(["intersection", "function"]),
  intersection: new Set(["union", "function"]),
};

function operand(type: TypeNode, position: Position, imports: Imports): Doc {
  if (!IN_PARENTHESES[position].has(type.kind)) return printType(type, imports);
  if (type.kind !== "union" || isHugged(type)) return ["(", printType(type, imports), ")"];
  return ["(", group([indent([softLine, unionLines(type, imports)]), softLine]), ")"];
}
