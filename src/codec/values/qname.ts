/** Qualified names (XML Schema part 2 §3.2.18). */
import { clark, collapseSpace, expanded } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";

/** Values are `{namespace}local`. A name with an undeclared prefix, or without a scope, stays as it is written. */
export const qname: Lexical = {
  parse(wire, scope) {
    const spelled = collapseSpace(wire);
    const name = scope?.element(spelled);
    return name === undefined ? spelled : clark(name);
  },
  format: (value, prefixes) =>
    typeof value === "string" ? (prefixes?.spellValue(expanded(value)) ?? value) : undefined,
  expected: "a name such as {http://example.com/}name",
  qualified: true,
};
