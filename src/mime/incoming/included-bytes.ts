/** Binary values that are in a part beside the envelope (XOP 1.0 §2.1). */
import type { Attachment } from "../attachment.js";

/** The placeholder in a decoded value, until the part has been read. */
export class IncludedBytes {
  readonly #part: Attachment;
  bytes: Uint8Array = new Uint8Array();

  constructor(part: Attachment) {
    this.#part = part;
  }

  async read(): Promise<void> {
    this.bytes = await this.#part.bytes();
  }
}

/**
 * Replaces the placeholders in a decoded value by the bytes of their parts.
 *
 * @param done objects that were visited: a multi-reference value is in several places
 */
export function replaceIncluded(value: unknown, done = new Set<unknown>()): void {
  if (done.has(value)) return;
  if (Array.isArray(value)) {
    done.add(value);
    for (const [index, each] of value.entries()) {
      if (each instanceof IncludedBytes) value[index] = each.bytes;
      else replaceIncluded(each, done);
    }
  } else if (isPlain(value)) {
    done.add(value);
    for (const [name, each] of Object.entries(value)) {
      if (each instanceof IncludedBytes) value[name] = each.bytes;
      else replaceIncluded(each, done);
    }
  }
}

/** Objects of complex types; trees, dates and attachments have no placeholders in them. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
