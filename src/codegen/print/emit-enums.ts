/** enums.ts: for each enumeration an object of its values, and the union of these as a type of the same name. */
import type { EnumerationModel, Model } from "../model/model.js";
import { enumerationDocumentation } from "../types/documentation.js";
import type { Declaration } from "../typescript/declaration-nodes.js";
import { asConst, expandedObject, value } from "../typescript/expression-nodes.js";
import type { SourceFile } from "../typescript/source-file.js";
import { indexedAccess, keyOf, local, typeOf } from "../typescript/type-nodes.js";

export function emitEnums({ enumerations }: Model): SourceFile {
  return { path: "enums", declarations: enumerations.flatMap(enumerationDeclarations) };
}

function enumerationDeclarations({
  name,
  namespace,
  type,
}: EnumerationModel): readonly Declaration[] {
  const values = new Map(type.values.map(({ value, documentation }) => [value, documentation]));
  const entries = [...values].map(([text, documentation]) => ({
    name: text,
    value: value(text),
    documentation: [documentation],
  }));
  const documentation = enumerationDocumentation(type, namespace);
  const object = typeOf(local(name));
  return [
    { kind: "constant", name, value: asConst(expandedObject(entries)), documentation },
    { kind: "type-alias", name, type: indexedAccess(object, keyOf(object)), documentation },
  ];
}
