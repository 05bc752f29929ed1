/** Checks of values before they are written. */
import { EncodeError } from "../../errors/index.js";
import type { Values } from "../values/values.js";

/** The error of a value that does not fit its type. It names the kind of the value but not the value, which may be a secret. */
export function invalidValue(path: string, value: unknown, expected: string): EncodeError {
  return new EncodeError(`${path} must be ${expected}, not ${kindOf(value)}.`, path);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  const mayFit = typeof value === "string" || typeof value === "number";
  return `${mayFit ? "this" : "a"} ${typeof value}`;
}

/** The error of a required member that is missing. */
export function missingMember(path: string): EncodeError {
  return new EncodeError(`${path} is missing: it is required.`, path);
}

export function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @throws EncodeError if the value is not an object, or has a member with another name */
export function checkMembers(
  value: unknown,
  names: ReadonlySet<string>,
  path: string,
): asserts value is Values {
  if (!isRecord(value)) throw invalidValue(path, value, "an object");
  for (const name of Object.keys(value)) {
    if (names.has(name)) continue;
    const known = names.size === 0 ? "no members" : `only ${[...names].join(", ")}`;
    throw new EncodeError(`${path} has no member "${name}"; it has ${known}.`, `${path}/${name}`);
  }
}

/** @throws EncodeError if a choice or an optional group of the value is incomplete */
export function checkPresence(problem: string | undefined, path: string): void {
  if (problem !== undefined) {
    throw new EncodeError(`${path} cannot be sent: ${problem}.`, path);
  }
}
