/** Prints the response of an operation. */
import { Attachment } from "../../mime/index.js";
import { isOutcomeOperation } from "../../protocol/index.js";
import type { Operation } from "../../schema/index.js";
import { XmlElement } from "../../xml/index.js";
import type { Io } from "../io.js";
import { isOutcome, requireOk } from "../output/outcome.js";
import { toJsonLine, toText } from "../output/values.js";

export interface PrintOptions {
  readonly json: boolean;
  readonly io: Io;
}

/**
 * Prints a response, with the bytes of its attachments.
 *
 * @throws RejectedError if it is an outcome other than OK
 */
export async function printResponse(
  operation: Operation,
  response: unknown,
  { json, io }: PrintOptions,
): Promise<void> {
  const value = await withBytes(response);
  io.stdout.write(json ? toJsonLine(value ?? null) : textOf(value));
  if (isOutcomeOperation(operation) && isOutcome(response)) {
    requireOk(operation.name, response);
  }
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "(no response)\n";
  return toText(value) || "(an empty response)\n";
}

/** The value with bytes in the place of attachments. */
async function withBytes(value: unknown): Promise<unknown> {
  if (value instanceof Attachment) return value.bytes();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array || value instanceof XmlElement || value instanceof Date) {
    return value;
  }
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    // One after the other: attachments arrive in the order of the response.
    for (const item of value) items.push(await withBytes(item));
    return items;
  }
  const entries: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) entries.push([name, await withBytes(member)]);
  return Object.fromEntries(entries);
}
