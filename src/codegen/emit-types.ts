/** types.ts: the structures, and the request and response of each operation. Types only. */
import { StructureKind } from "ts-morph";
import type { ElementDeclaration } from "../wsdl/index.js";
import { typeAlias } from "./declarations.js";
import { importOf } from "./imports.js";
import { print, unionType } from "./layout.js";
import type { Model } from "./model.js";
import { printFile, type Statement } from "./source-file.js";
import { type Paragraphs, tsdoc } from "./tsdoc.js";
import { type Property, property, referredNames } from "./type-text.js";

export function emitTypes(model: Model, runtime: string): string {
  const outcomes = model.operations.some(({ outcome }) => outcome !== undefined);
  const members = [
    ...model.structures.flatMap(({ type }) => type.elements),
    ...model.operations.flatMap(({ request, response }) => [
      ...request.members,
      ...response.members,
    ]),
  ];
  const enumerations = new Set(model.enumerations.map(({ name }) => name));
  const used = referredNames(members, model).filter((name) => enumerations.has(name));
  const imports = [
    ...importOf("import type", outcomes ? ["Unlisted"] : [], runtime),
    ...importOf("import type", used, "./enums.js"),
  ];
  const structures = model.structures.map(({ name, type }) =>
    structure(name, type.elements, [type.documentation], model),
  );
  const messages = model.operations.flatMap(({ name, request, response, outcome }) => [
    structure(request.name, request.members, [`What \`${name}\` takes.`], model),
    structure(
      response.name,
      response.members,
      [`What \`${name}\` answers.`],
      model,
      outcome?.result,
    ),
  ]);
  return printFile(model.source, imports, [...structures, ...messages]);
}

/** @param open the member whose enumeration may have values that the contract doesn't list */
function structure(
  name: string,
  members: readonly ElementDeclaration[],
  documentation: Paragraphs,
  model: Model,
  open?: ElementDeclaration,
): Statement {
  if (members.length === 0)
    return typeAlias(name, (head) => `${head} Record<string, never>`, documentation);
  const properties = members.map((member) => {
    const own = property(member, model);
    const type = member === open ? openType(own) : own.type;
    return { ...own, type, docs: tsdoc([member.documentation], 1) };
  });
  return {
    kind: StructureKind.Interface,
    name,
    isExported: true,
    docs: tsdoc(documentation),
    properties,
  };
}

/** The type behind the colon; ts-morph writes a blank before it and indents its further lines. */
function openType({ name, type }: Property): string {
  const column = `  ${name}:`.length;
  return print(unionType([type, "Unlisted"]), column).replace(/^ {1,2}/gm, "");
}
