/** Where the parts of a summary stand, as long as it has not been written to a file. */
import type { Location } from "../location.js";

const places = new WeakMap<object, Location>();

/** Keeps the place of a part, and gives the part back. */
export function placed<Part extends object>(part: Part, location: Location): Part {
  places.set(part, location);
  return part;
}

export function placeOf(part: unknown): Location | undefined {
  return typeof part === "object" && part !== null ? places.get(part) : undefined;
}
