/** outcomes.ts: the union that each operation's answer is, told apart by its `status`. Types only. */
import type { ElementDeclaration } from "../wsdl/index.js";
import { isRepeated } from "./arrays.js";
import { typeAlias } from "./declarations.js";
import { importOf } from "./imports.js";
import { type Doc, objectType, unionType } from "./layout.js";
import type { Model, OperationModel, OutcomeModel } from "./model.js";
import { stringLiteral } from "./names.js";
import { printFile } from "./source-file.js";
import { type Property, propertiesType, property, referredNames } from "./type-text.js";

export function emitOutcomes(model: Model): string {
  const outs = model.operations.flatMap(outMembers);
  const enumerations = new Set(model.enumerations.map(({ name }) => name));
  const names = referredNames(outs, model);
  const isEnumeration = (name: string) => enumerations.has(name);
  const imports = [
    ...importOf("import type", names.filter(isEnumeration), "./enums.js"),
    ...importOf(
      "import type",
      names.filter((name) => !isEnumeration(name)),
      "./types.js",
    ),
  ];
  const unions = model.operations.flatMap((operation) => {
    const { name, outcome } = operation;
    if (outcome === undefined) return [];
    const documentation = [`What came of \`${name}\`: its \`status\` tells.`];
    const arms = union(outcome, outMembers(operation), model);
    return [typeAlias(outcome.name, (head) => [head, arms], documentation)];
  });
  return printFile(model.source, imports, unions);
}

/** The members of the response beside the result. */
function outMembers({ outcome, response }: OperationModel): readonly ElementDeclaration[] {
  if (outcome === undefined) return [];
  return response.members.filter((member) => member !== outcome.result);
}

function union(outcome: OutcomeModel, outs: readonly ElementDeclaration[], model: Model): Doc {
  const failures = outcome.statuses.filter((status) => status !== "OK" && status !== "Unlisted");
  const arms = [
    propertiesType(
      outs.map((out) => outProperty(out, model)),
      ['status: "OK"', "ret: string"],
    ),
  ];
  if (failures.length > 0) arms.push(arm(failures));
  return unionType([...arms, arm(["Unlisted"])]);
}

/** ASMX leaves a null string out; the outcome has `""` for it. */
function outProperty(out: ElementDeclaration, model: Model): Property {
  const own = property(out, model);
  const isString =
    !isRepeated(out) && out.type.kind === "builtin" && out.type.name.local === "string";
  return isString ? { ...own, hasQuestionToken: false } : own;
}

function arm(statuses: readonly string[]): Doc {
  return objectType([["status:", unionType(statuses.map(stringLiteral))], "ret: string"]);
}
