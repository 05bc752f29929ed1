/** Declarations of TypeScript as data. All of them are exported unless they state otherwise. */
import type { Documentation } from "./doc-comment.js";
import type { Expression } from "./expression-nodes.js";
import type { Module } from "./module.js";
import type { Parameter, Property, Reference, TypeNode } from "./type-nodes.js";

export type Declaration =
  | TypeAlias
  | InterfaceDeclaration
  | ConstantDeclaration
  | ClassDeclaration
  | ExportAll;

export interface TypeAlias {
  readonly kind: "type-alias";
  readonly name: string;
  readonly type: TypeNode;
  readonly documentation?: Documentation;
}

export interface InterfaceDeclaration {
  readonly kind: "interface";
  readonly name: string;
  readonly base?: Reference | undefined;
  readonly properties: readonly Property[];
  readonly documentation?: Documentation;
}

export interface ConstantDeclaration {
  readonly kind: "constant";
  readonly name: string;
  readonly type?: TypeNode;
  readonly value: Expression;
  readonly documentation?: Documentation;
  /** Default `true`. */
  readonly isExported?: boolean;
}

export interface ClassDeclaration {
  readonly kind: "class";
  readonly name: string;
  readonly members: readonly ClassMember[];
  readonly documentation?: Documentation;
}

export type ClassMember = PrivateField | Method;

/** `readonly #name`. */
export interface PrivateField {
  readonly kind: "private-field";
  /** Without the `#`. */
  readonly name: string;
  readonly type: TypeNode;
}

/** A method, or the constructor if it has no result. */
export interface Method {
  readonly kind: "method" | "constructor";
  readonly name: string;
  readonly parameters: readonly ParameterWithDefault[];
  readonly result?: TypeNode;
  readonly body: readonly Statement[];
  readonly documentation?: Documentation;
}

export interface ParameterWithDefault extends Parameter {
  readonly defaultValue?: Expression | undefined;
}

export type Statement = ReturnStatement | Assignment;

export interface ReturnStatement {
  readonly kind: "return";
  readonly value: Expression;
}

export interface Assignment {
  readonly kind: "assignment";
  readonly target: Expression;
  readonly value: Expression;
}

/** `export * from "…"`. */
export interface ExportAll {
  readonly kind: "export-all";
  readonly module: Module;
  /** Whether the module has types only. */
  readonly isTypeOnly: boolean;
}
