/** Prints values. */
import { docComment } from "./doc-comment.js";
import type {
  ArrayExpression,
  CallExpression,
  Entry,
  Expression,
  ObjectExpression,
} from "./expression-nodes.js";
import type { Imports } from "./imports.js";
import {
  concat,
  type Doc,
  fluid,
  group,
  ifBroken,
  indent,
  join,
  line,
  softLine,
} from "./layout.js";
import { entryName, stringLiteral } from "./names.js";
import { printType } from "./print-type.js";

export function printExpression(expression: Expression, imports: Imports): Doc {
  switch (expression.kind) {
    case "value":
      return typeof expression.value === "string"
        ? stringLiteral(expression.value)
        : String(expression.value);
    case "reference": {
      const name = imports.use(expression, "value");
      const list = expression.typeArguments.map((type) => printType(type, imports));
      return list.length === 0 ? name : [name, "<", join(list, ", "), ">"];
    }
    case "array-literal":
      return printArray(expression, imports);
    case "object-literal":
      return printObject(expression, imports);
    case "member":
      return concat(printExpression(expression.object, imports), ".", expression.name);
    case "call":
      return printCall(expression, imports);
    case "arrow":
      return printArrow(expression.body, imports);
    case "as-const":
      return [printExpression(expression.value, imports), " as const"];
  }
}

/** A value behind an equals sign or the colon of an entry, with the space or line break before it. */
export function printAssigned(expression: Expression, imports: Imports): Doc {
  const content = printExpression(expression, imports);
  const isStuck = expression.kind === "value" && !isString(expression);
  return isStuck ? concat(" ", content) : fluid(content);
}

function isString(expression: Expression): boolean {
  return expression.kind === "value" && typeof expression.value === "string";
}

function printArray({ items }: ArrayExpression, imports: Imports): Doc {
  if (items.length === 0) return "[]";
  const docs = items.map((item) => printExpression(item, imports));
  const list = indent([softLine, join(docs, [",", line])]);
  return group(["[", list, ifBroken(","), softLine, "]"], isTable(items));
}

/** Several objects, or several arrays, with several parts each: every item starts a line. */
function isTable(items: readonly Expression[]): boolean {
  const [first] = items;
  return items.length > 1 && items.every((item) => item.kind === first?.kind && parts(item) > 1);
}

function parts(expression: Expression): number {
  if (expression.kind === "array-literal") return expression.items.length;
  return expression.kind === "object-literal" ? expression.entries.length : 0;
}

function printObject({ entries, isExpanded }: ObjectExpression, imports: Imports): Doc {
  if (entries.length === 0) return "{}";
  const docs = entries.map((entry) => printEntry(entry, imports));
  const list = indent([line, join(docs, [",", line])]);
  return group(["{", list, ifBroken(","), line, "}"], isExpanded);
}

/** Names that are shorter gain no space if their value is on the next line. */
const SHORT_NAME = 5;

function printEntry({ name, value, documentation }: Entry, imports: Imports): Doc {
  const start = entryName(name);
  const comment = docComment(documentation);
  if (value.kind === "reference" && imports.use(value, "value") === start) return [comment, start];
  const isShort = start.length < SHORT_NAME && (isString(value) || value.kind === "reference");
  const assigned = isShort
    ? concat(" ", printExpression(value, imports))
    : printAssigned(value, imports);
  return concat(comment, `${start}:`, assigned);
}

function printCall(expression: CallExpression, imports: Imports): Doc {
  const { isNew, isPure, callee } = expression;
  const start = `${isPure ? "/* @__PURE__ */ " : ""}${isNew ? "new " : ""}`;
  const docs = expression.arguments.map((each) => printExpression(each, imports));
  const list =
    docs.length === 0
      ? "()"
      : group(["(", indent([softLine, join(docs, [",", line])]), ifBroken(","), softLine, ")"]);
  return [start, printExpression(callee, imports), list];
}

function printArrow(body: Expression, imports: Imports): Doc {
  const content = printExpression(body, imports);
  if (body.kind === "object-literal") return ["() => (", content, ")"];
  if (body.kind === "array-literal") return ["() => ", content];
  return group(["() =>", group(indent([line, content]))]);
}
