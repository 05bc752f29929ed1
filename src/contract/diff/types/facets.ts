/** Changes of the facets of a simple type (XML Schema part 2 §4.3). */
import type { SimpleJson } from "../../json/model.js";
import { type Changes, compareEntries, type Pair } from "../change.js";
import type { Effect } from "../compatibility.js";

export function compareFacets(pair: Pair<SimpleJson>, changes: Changes): void {
  const add = (facet: string, verb: string, effect: Effect) => {
    const message = `${facet} of ${pair.path} ${verb}`;
    changes.addEffect({ kind: "facet-changed", message }, pair, effect);
  };
  compareEntries(pair.old.facets ?? {}, pair.now.facets ?? {}, {
    removed: (facet) => add(facet, "removed", "widened"),
    added: (facet) => add(facet, "added", "narrowed"),
    both: (facet, a, b) => {
      if (a.join() === b.join()) return;
      const verb = `changed from ${a.join(", ")} to ${b.join(", ")}`;
      add(facet, verb, facetEffect(facet, Number(a[0]), Number(b[0])));
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
