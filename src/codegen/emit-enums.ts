/** enums.ts: for each enumeration a value object, and the union of its values under the same name. */
import { constant, typeAlias } from "./declarations.js";
import { behind, objectLiteral } from "./layout.js";
import type { Model } from "./model.js";
import { entryName, stringLiteral } from "./names.js";
import { printFile } from "./source-file.js";

export function emitEnums(model: Model): string {
  const statements = model.enumerations.flatMap(({ name, type }) => {
    const entries = [...new Set(type.values)].map((value) =>
      behind(`${entryName(value)}:`, stringLiteral(value)),
    );
    const value = objectLiteral(entries, true);
    return [
      constant({ name, value, asConst: true, documentation: [type.documentation] }),
      typeAlias(name, (head) => behind(head, `(typeof ${name})[keyof typeof ${name}]`)),
    ];
  });
  return printFile(model.source, [], statements);
}
