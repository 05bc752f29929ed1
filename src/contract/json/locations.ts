/** Locations of the parts of a contract's JSON, until it is written to a file. */
import type { Location } from "../location.js";

const locations = new WeakMap<object, Location>();

/** Records the location of a part. @returns the part */
export function located<Part extends object>(part: Part, location: Location): Part {
  locations.set(part, location);
  return part;
}

export function locationOf(part: object | undefined): Location | undefined {
  return part && locations.get(part);
}
