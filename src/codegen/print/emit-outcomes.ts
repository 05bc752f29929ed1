/** outcomes.ts: the union that each operation's answer is, told apart by its `status`. Types only. */

import type { Model } from "../model/model.js";
import { stringLiteral } from "../model/names.js";
import { type OperationModel, type OutcomeModel, plainMembers } from "../model/operation-model.js";
import { isRepeated, type MemberNode } from "../shape/node.js";
import { propertyHead } from "../types/property.js";
import { memberText } from "../types/value-type.js";
import { typeAlias } from "./declarations.js";
import { importOf } from "./imports.js";
import { type Doc, objectType, unionType } from "./layout.js";
import { printFile } from "./source-file.js";
import { usedNames } from "./used-names.js";

export function emitOutcomes(model: Model, runtime: string): string {
  const used = usedNames(model);
  const written = new Set<string>();
  const unions = model.operations.flatMap((operation) => {
    const { name, outcome } = operation;
    if (outcome === undefined || written.has(outcome.name)) return [];
    written.add(outcome.name);
    const documentation = [`What came of \`${name}\`: its \`status\` tells.`];
    const arms = union(outcome, outMembers(operation), used.model);
    return [typeAlias(outcome.name, (head) => [head, arms], documentation)];
  });
  const enumerations = new Set(model.enumerations.map(({ name }) => name));
  const isEnumeration = (name: string) => enumerations.has(name);
  const names = [...used.types];
  const imports = [
    ...importOf("import type", [...used.runtime], runtime),
    ...importOf("import type", names.filter(isEnumeration), "./enums.js"),
    ...importOf(
      "import type",
      names.filter((name) => !isEnumeration(name)),
      "./types.js",
    ),
  ];
  return printFile(model.source, imports, unions);
}

/** The members of the response beside the result. */
function outMembers({ outcome, response }: OperationModel): readonly MemberNode[] {
  return (plainMembers(response?.form) ?? []).filter((member) => member !== outcome?.result);
}

function union(outcome: OutcomeModel, outs: readonly MemberNode[], model: Model): Doc {
  const failures = outcome.statuses.filter((status) => status !== "OK" && status !== "Unlisted");
  const arms = [
    objectType(['status: "OK"', "ret: string", ...outs.map((out) => outProperty(out, model))]),
  ];
  if (failures.length > 0) arms.push(arm(failures));
  return unionType([...arms, arm(["Unlisted"])]);
}

/** ASMX leaves a null string out; the outcome has `""` for it. */
function outProperty(out: MemberNode, model: Model): string {
  const { type } = out.element;
  const isString = !isRepeated(out) && type.kind === "builtin" && type.name.local === "string";
  const optional = !isString && out.minOccurs === 0;
  const text = memberText(out.element, out, model);
  return `${propertyHead({ name: out.member, type: text, optional, documentation: [] })} ${text}`;
}

function arm(statuses: readonly string[]): Doc {
  return objectType([["status:", unionType(statuses.map(stringLiteral))], "ret: string"]);
}
