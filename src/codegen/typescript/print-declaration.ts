/** Prints declarations. */
import type {
  ClassDeclaration,
  ClassMember,
  ConstantDeclaration,
  Declaration,
  InterfaceDeclaration,
  Method,
  ParameterWithDefault,
  Statement,
  TypeAlias,
} from "./declaration-nodes.js";
import { docComment } from "./doc-comment.js";
import type { Imports } from "./imports.js";
import { type Doc, fluid, group, hardLine, indent, join, line } from "./layout.js";
import { methodName, stringLiteral } from "./names.js";
import { printAssigned, printExpression } from "./print-expression.js";
import {
  isHugged,
  printAnnotation,
  printParameter,
  printParameters,
  printProperty,
  printType,
} from "./print-type.js";

export function printDeclaration(declaration: Declaration, imports: Imports): Doc {
  switch (declaration.kind) {
    case "type-alias":
      return printTypeAlias(declaration, imports);
    case "interface":
      return printInterface(declaration, imports);
    case "constant":
      return printConstant(declaration, imports);
    case "class":
      return printClass(declaration, imports);
    case "export-all": {
      const specifier = stringLiteral(imports.specifier(declaration.module));
      return `export ${declaration.isTypeOnly ? "type " : ""}* from ${specifier};`;
    }
  }
}

function printTypeAlias({ name, type, documentation }: TypeAlias, imports: Imports): Doc {
  const isList = type.kind === "union" && !isHugged(type);
  const assigned = isList ? printAnnotation(type, imports) : fluid(printType(type, imports));
  return [docComment(documentation), group([`export type ${name} =`, assigned]), ";"];
}

function printInterface(declaration: InterfaceDeclaration, imports: Imports): Doc {
  const { name, base, properties, documentation } = declaration;
  const heritage: Doc =
    base === undefined ? "" : indent([line, "extends ", printType(base, imports)]);
  const head = group([`export interface ${name}`, heritage, " {"]);
  if (properties.length === 0) return [docComment(documentation), head, "}"];
  const members = properties.map(
    (property): Doc => [hardLine, printProperty(property, imports), ";"],
  );
  return [docComment(documentation), head, indent(members), hardLine, "}"];
}

function printConstant(declaration: ConstantDeclaration, imports: Imports): Doc {
  const { name, type, value, documentation, isExported = true } = declaration;
  const annotation: Doc = type === undefined ? "" : [":", printAnnotation(type, imports)];
  const left = group([`${isExported ? "export " : ""}const ${name}`, annotation]);
  return [docComment(documentation), group([left, " =", printAssigned(value, imports)]), ";"];
}

function printClass({ name, members, documentation }: ClassDeclaration, imports: Imports): Doc {
  const head = [docComment(documentation), `export class ${name} {`];
  if (members.length === 0) return [head, "}"];
  const docs = members.map((member) => printMember(member, imports));
  return [head, indent([hardLine, join(docs, ["\n", hardLine])]), hardLine, "}"];
}

function printMember(member: ClassMember, imports: Imports): Doc {
  if (member.kind !== "private-field") return printMethod(member, imports);
  return [`readonly #${member.name}:`, printAnnotation(member.type, imports), ";"];
}

function printMethod(method: Method, imports: Imports): Doc {
  const { kind, name, parameters, result, body, documentation } = method;
  const head = group([
    kind === "constructor" ? "constructor" : methodName(name),
    printParameters(parameters.map((each) => printWithDefault(each, imports))),
    result === undefined ? "" : [":", printAnnotation(result, imports)],
  ]);
  const statements = body.map((each): Doc => [hardLine, printStatement(each, imports)]);
  return [docComment(documentation), head, " {", indent(statements), hardLine, "}"];
}

function printWithDefault(parameter: ParameterWithDefault, imports: Imports): Doc {
  const { defaultValue } = parameter;
  const start = printParameter(parameter, imports);
  return defaultValue === undefined
    ? start
    : [start, " = ", printExpression(defaultValue, imports)];
}

function printStatement(statement: Statement, imports: Imports): Doc {
  const value = printExpression(statement.value, imports);
  if (statement.kind === "return") return ["return ", value, ";"];
  return group([printExpression(statement.target, imports), " =", fluid(value), ";"]);
}
