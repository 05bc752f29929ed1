/** enums.ts: for each enumeration a value object, and the union of its values under the same name. */

import type { Model } from "../model/model.js";
import { entryName, stringLiteral } from "../model/names.js";
import { facetSentence } from "../types/facets.js";
import { constant, typeAlias } from "./declarations.js";
import { behind, commented, objectLiteral } from "./layout.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";

export function emitEnums(model: Model): string {
  const statements = model.enumerations.flatMap(({ name, type }) => {
    const values = new Map(type.values.map(({ value, documentation }) => [value, documentation]));
    const entries = [...values].map(([value, documentation]) => {
      const entry = behind(`${entryName(value)}:`, stringLiteral(value));
      return documentation === undefined ? entry : commented(tsdocBlock([documentation], 1), entry);
    });
    const value = objectLiteral(entries, true);
    const documentation = [type.documentation, facetSentence(type)];
    return [
      constant({ name, value, asConst: true, documentation }),
      typeAlias(name, (head) => behind(head, `(typeof ${name})[keyof typeof ${name}]`)),
    ];
  });
  return printFile(model.source, [], statements);
}
