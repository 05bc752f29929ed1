/** Values of TypeScript as data. */
import type { Documentation } from "./doc-comment.js";
import type { Reference } from "./type-nodes.js";

export type Expression =
  | LiteralExpression
  | Reference
  | ArrayExpression
  | ObjectExpression
  | MemberExpression
  | CallExpression
  | ArrowExpression
  | ConstExpression;

export interface LiteralExpression {
  readonly kind: "value";
  readonly value: string | number | boolean;
}

export interface ArrayExpression {
  readonly kind: "array-literal";
  readonly items: readonly Expression[];
}

export interface ObjectExpression {
  readonly kind: "object-literal";
  readonly entries: readonly Entry[];
  /** Whether each entry is on a line of its own even if all fit on one. */
  readonly isExpanded: boolean;
}

export interface Entry {
  readonly name: string;
  readonly value: Expression;
  readonly documentation?: Documentation;
}

/** `object.name`. */
export interface MemberExpression {
  readonly kind: "member";
  readonly object: Expression;
  /** An identifier or a private name: `#client`. */
  readonly name: string;
}

export interface CallExpression {
  readonly kind: "call";
  readonly isNew: boolean;
  /** Whether a bundler may drop the call if nothing uses its result. */
  readonly isPure: boolean;
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
}

/** `() => value`. */
export interface ArrowExpression {
  readonly kind: "arrow";
  readonly body: Expression;
}

/** `value as const`. */
export interface ConstExpression {
  readonly kind: "as-const";
  readonly value: ArrayExpression | ObjectExpression;
}

export function value(of: string | number | boolean): LiteralExpression {
  return { kind: "value", value: of };
}

export function arrayLiteral(items: readonly Expression[]): ArrayExpression {
  return { kind: "array-literal", items };
}

/** Printed on one line if it fits. */
export function objectLiteral(entries: readonly Entry[]): ObjectExpression {
  return { kind: "object-literal", entries, isExpanded: false };
}

/** Printed with a line for each entry. */
export function expandedObject(entries: readonly Entry[]): ObjectExpression {
  return { kind: "object-literal", entries, isExpanded: true };
}

export function member(object: Expression, name: string): MemberExpression {
  return { kind: "member", object, name };
}

export function call(callee: Expression, arguments_: readonly Expression[]): CallExpression {
  return { kind: "call", isNew: false, isPure: false, callee, arguments: arguments_ };
}

/** A call without side effects, marked for bundlers. */
export function pureCall(callee: Expression, arguments_: readonly Expression[]): CallExpression {
  return { ...call(callee, arguments_), isPure: true };
}

export function construct(callee: Expression, arguments_: readonly Expression[]): CallExpression {
  return { ...call(callee, arguments_), isNew: true };
}

export function arrow(body: Expression): ArrowExpression {
  return { kind: "arrow", body };
}

export function asConst(of: ConstExpression["value"]): ConstExpression {
  return { kind: "as-const", value: of };
}
