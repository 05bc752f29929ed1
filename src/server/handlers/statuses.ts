/** The statuses of an operation, and their values in messages. */

import {
  messageElements,
  type OutcomeOperation,
  resolveType,
  statusPrefix,
} from "../../schema/index.js";

/** The values of the operation without their common prefix. */
export function statusesOf(operation: OutcomeOperation): readonly string[] {
  const values = valuesOf(operation);
  const prefix = statusPrefix(values) ?? "";
  return values.map((value) => value.slice(prefix.length));
}

/** The value of a status in messages; `undefined` if the operation does not have the status. */
export function wireValue(operation: OutcomeOperation, status: string): string | undefined {
  return valuesOf(operation)[statusesOf(operation).indexOf(status)];
}

function valuesOf({ output, result }: OutcomeOperation): readonly string[] {
  const member = messageElements(output).find(({ element }) => element === result);
  const type = member && resolveType(member.type);
  return typeof type === "object" && "enumeration" in type ? Object.values(type.enumeration) : [];
}
