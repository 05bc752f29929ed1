/** The statuses of an operation and the values that stand for them on the wire. */

import {
  messageElements,
  type OutcomeOperation,
  resolveType,
  statusPrefix,
} from "../../schema/index.js";

/** What follows the prefix in each value that the operation lists. */
export function statusesOf(operation: OutcomeOperation): readonly string[] {
  const values = valuesOf(operation);
  const prefix = statusPrefix(values) ?? "";
  return values.map((value) => value.slice(prefix.length));
}

/** `undefined` where the operation does not list the status. */
export function wireValue(operation: OutcomeOperation, status: string): string | undefined {
  return valuesOf(operation)[statusesOf(operation).indexOf(status)];
}

function valuesOf({ output, result }: OutcomeOperation): readonly string[] {
  const member = messageElements(output).find(({ element }) => element === result);
  const type = member && resolveType(member.type);
  return typeof type === "object" && "enumeration" in type ? Object.values(type.enumeration) : [];
}
