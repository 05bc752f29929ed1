/** What a handler threw: any value, and its members may throw too. */
/** For values that have no text of their own: what they contain may be internal. */
export const UNKNOWN = "The handler of the operation failed.";

/** The value as an instance of a class; `undefined` if it is not one. */
export function thrownAs<Instance>(
  thrown: unknown,
  type: abstract new (...args: never) => Instance,
): Instance | undefined {
  try {
    return thrown instanceof type ? thrown : undefined;
  } catch {
    // A proxy may throw when its prototype is read.
    return undefined;
  }
}

/** The reason of a fault for a value that is not a fault: the message of an error, or the text of a string. */
export function thrownText(thrown: unknown): string {
  try {
    const text: unknown = thrown instanceof Error ? thrown.message : thrown;
    return typeof text === "string" && text.trim() !== "" ? text : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
