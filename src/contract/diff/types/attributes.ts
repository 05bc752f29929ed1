/** Changes of the attributes of a type. */
import type { AttributeJson, ComplexJson } from "../../json/model.js";
import { changed, compareEntries, localName, type Pair } from "../change.js";
import type { TypeContext } from "./type-context.js";
import { compareDocumentation, compareValues } from "./values.js";

export function compareAttributes(pair: Pair<ComplexJson>, context: TypeContext): void {
  const { path, use, old, now } = pair;
  const { changes } = context;
  const byName = (list: readonly AttributeJson[] = []) =>
    Object.fromEntries(list.map((each) => [each.attribute, each]));
  const need = ({ required }: AttributeJson) => (required === true ? "required" : "optional");
  compareEntries(byName(old.attributes), byName(now.attributes), {
    removed: (name, each) => {
      const member = `${path}/@${localName(name)}`;
      changes.addEffect(
        { kind: "attribute-removed", message: `${member} removed` },
        { path: member, use, old: each, now },
        `removed-${need(each)}`,
      );
    },
    added: (name, each) => {
      const member = `${path}/@${localName(name)}`;
      changes.addEffect(
        { kind: "attribute-added", message: `${member} added (${need(each)})` },
        { path: member, use, old, now: each },
        `added-${need(each)}`,
      );
    },
    both: (name, a, b) => {
      const attribute = { path: `${path}/@${localName(name)}`, use, old: a, now: b };
      context.compareReferences(a.type, b.type, attribute);
      compareValues(attribute, changes);
      compareDocumentation(attribute, changes);
      if (a.required === b.required) return;
      const message = `${attribute.path} became ${need(b)}`;
      const effect = b.required === true ? "narrowed" : "widened";
      changes.addEffect({ kind: `became-${need(b)}`, message }, attribute, effect);
    },
  });
  compareProhibited(pair, context);
}

/** The attributes of the base that a restriction does not allow. */
function compareProhibited(pair: Pair<ComplexJson>, { changes }: TypeContext): void {
  const [old, now] = [pair.old, pair.now].map(({ prohibited = [] }) => [...prohibited].sort());
  const [before, after] = [(old ?? []).join(", "), (now ?? []).join(", ")];
  if (before === after) return;
  const message = changed(`prohibited attributes of ${pair.path}`, before, after);
  changes.addEffect({ kind: "prohibited-attributes-changed", message }, pair, "changed");
}
