/** What changed in the facets of a simple type (XML Schema part 2 §4.3). */
import type { SimpleSummary } from "../summary/model.js";
import { type Changes, compareByName } from "./change.js";
import type { Effect, Use } from "./compatibility.js";

/** Adds to `changes` what differs between the facets of the type at `path`. */
export function compareFacets(
  old: SimpleSummary,
  now: SimpleSummary,
  path: string,
  use: Use,
  changes: Changes,
): void {
  const tell = (facet: string, verb: string, effect: Effect) =>
    changes.effect("facet-changed", path, `${facet} of ${path} ${verb}`, effect, use, old, now);
  compareByName(old.facets ?? {}, now.facets ?? {}, {
    gone: (facet) => tell(facet, "removed", "widened"),
    added: (facet) => tell(facet, "added", "narrowed"),
    both: (facet, a, b) => {
      if (a.join() === b.join()) return;
      const verb = `changed from ${a.join(", ")} to ${b.join(", ")}`;
      tell(facet, verb, facetEffect(facet, Number(a[0]), Number(b[0])));
    },
  });
}

const UPPER = /^max|Digits$/;
const LOWER = /^min/;

function facetEffect(facet: string, old: number, now: number): Effect {
  if (UPPER.test(facet)) return now > old ? "widened" : "narrowed";
  if (LOWER.test(facet)) return now > old ? "narrowed" : "widened";
  return "changed";
}
