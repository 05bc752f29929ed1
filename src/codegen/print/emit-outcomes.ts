/** outcomes.ts: for each operation the union of its results, discriminated by `status`. Types only. */
import type { Model } from "../model/model.js";
import { type OperationModel, type OutcomeModel, plainMembers } from "../model/operation-model.js";
import { isRepeated, type MemberNode } from "../shape/node.js";
import { elementDocumentation } from "../types/documentation.js";
import type { References } from "../types/references.js";
import { memberType } from "../types/value-type.js";
import type { TypeAlias } from "../typescript/declaration-nodes.js";
import type { SourceFile } from "../typescript/source-file.js";
import {
  keyword,
  literalType,
  objectType,
  type Property,
  type TypeNode,
  union,
} from "../typescript/type-nodes.js";

export function emitOutcomes({ operations }: Model, references: References): SourceFile {
  const declarations = new Map<string, TypeAlias>();
  for (const operation of operations) {
    const { name, outcome } = operation;
    if (outcome === undefined || declarations.has(outcome.name)) continue;
    declarations.set(outcome.name, {
      kind: "type-alias",
      name: outcome.name,
      type: outcomeType(outcome, outMembers(operation), references),
      documentation: [`Result of \`${name}\`, discriminated by \`status\`.`],
    });
  }
  return { path: "outcomes", declarations: [...declarations.values()] };
}

/** The members of the response other than the result. */
function outMembers({ outcome, response }: OperationModel): readonly MemberNode[] {
  return (plainMembers(response?.form) ?? []).filter((member) => member !== outcome?.result);
}

function outcomeType(
  { result, statuses }: OutcomeModel,
  outs: readonly MemberNode[],
  references: References,
): TypeNode {
  const failures = statuses.filter((status) => status !== "OK" && status !== "Unlisted");
  const ret: Property = {
    name: "ret",
    type: keyword("string"),
    documentation: [`Value of \`${result.member}\` in the response.`],
  };
  const arm = (names: readonly string[], others: readonly Property[] = []): TypeNode =>
    objectType([{ name: "status", type: union(names.map(literalType)) }, ret, ...others]);
  return union([
    arm(
      ["OK"],
      outs.map((out) => outProperty(out, references)),
    ),
    ...(failures.length > 0 ? [arm(failures)] : []),
    arm(["Unlisted"]),
  ]);
}

/** ASMX omits a string that is null; the outcome has `""` instead. */
function outProperty(out: MemberNode, references: References): Property {
  const { element, member, minOccurs, documentation } = out;
  const { type } = element;
  const isString = !isRepeated(out) && type.kind === "builtin" && type.name.local === "string";
  return {
    name: member,
    type: memberType(element, out, references, false),
    isOptional: !isString && minOccurs === 0,
    documentation: elementDocumentation({ ...element, documentation }, out),
  };
}
