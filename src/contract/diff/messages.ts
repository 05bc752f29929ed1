/** Changes of messages and their parts. */
import type { AttachmentJson, HeaderJson, MessageJson, PartJson } from "../json/model.js";
import { changed, compareEntries, localName, type Pair } from "./change.js";
import { BOTH, IN_RESPONSE, type Use } from "./compatibility.js";
import type { TypeContext } from "./types/type-context.js";

/** Two versions of something that is in messages, with its place in words, such as `login's request`. */
interface Versions<Value> {
  readonly path: string;
  readonly use: Use;
  readonly old: Value;
  readonly now: Value;
}

const NO_MESSAGE: MessageJson = { parts: [] };

export function compareMessages(
  { path, use, old, now }: Versions<MessageJson | undefined>,
  context: TypeContext,
): void {
  const [before, after] = [old ?? NO_MESSAGE, now ?? NO_MESSAGE];
  const add = (what: string, a: string, b: string) => {
    if (a === b) return;
    const message = changed(`${what} of ${path}`, a, b);
    context.changes.add({ kind: `${what}-changed`, message }, { path, old, now }, BOTH);
  };
  add("use", before.use ?? "literal", after.use ?? "literal");
  add("namespace", before.namespace ?? "", after.namespace ?? "");
  compareParts({ path, use, old: before.parts, now: after.parts }, context);
  compareHeaders(
    { path: `${path} header`, use, old: before.headers ?? [], now: after.headers ?? [] },
    context,
  );
  const [a, b] = [before.attachments ?? [], after.attachments ?? []];
  add("attachments", attachmentsText(a), attachmentsText(b));
  if (attachmentsText(a) === attachmentsText(b)) {
    compareParts({ path: `${path} attachment`, use, old: a, now: b }, context);
  }
}

function attachmentsText(attachments: readonly AttachmentJson[]): string {
  return attachments.map(({ part, mediaTypes = [] }) => [part, ...mediaTypes].join(" ")).join(", ");
}

function compareHeaders(
  { path, use, old, now }: Versions<readonly HeaderJson[]>,
  context: TypeContext,
): void {
  compareParts({ path, use, old, now }, context);
  for (const header of old) {
    const counterpart = now.find((each) => isSameHeader(header, each));
    if (counterpart === undefined) continue;
    compareUses({ path: `${path} ${header.part}`, use, old: header, now: counterpart }, context);
    const [faults = [], newFaults = []] = [header.faults, counterpart.faults];
    const place = { path: `${path} ${header.part} fault`, use: IN_RESPONSE };
    compareParts({ ...place, old: faults, now: newFaults }, context);
  }
}

/** The name of a part by element is not in the message. */
function isSameHeader(one: HeaderJson, other: HeaderJson): boolean {
  return "element" in one && "element" in other
    ? one.element === other.element
    : one.part === other.part;
}

/** The encoding of a header or fault. */
export function compareUses(pair: Pair<{ readonly use?: "encoded" }>, context: TypeContext): void {
  const { use: old = "literal" } = pair.old;
  const { use: now = "literal" } = pair.now;
  if (old === now) return;
  const message = changed(`use of ${pair.path}`, old, now);
  context.changes.add({ kind: "use-changed", message }, pair, BOTH);
}

export function compareParts(
  { path, use, old, now }: Versions<readonly PartJson[]>,
  context: TypeContext,
): void {
  const [a, b] = [onlyElement(old), onlyElement(now)];
  // The name of the only part of a document message is not in the message.
  if (a !== undefined && b !== undefined) {
    comparePart({ path, use, old: a, now: b }, context);
    return;
  }
  compareEntries(byName(old), byName(now), {
    removed: (part, each) =>
      context.changes.addEffect(
        { kind: "part-removed", message: `part of ${path} ${part} removed` },
        { path, use, old: each, now: undefined },
        "removed-required",
      ),
    added: (part, each) =>
      context.changes.addEffect(
        { kind: "part-added", message: `part of ${path} ${part} added` },
        { path, use, old: undefined, now: each },
        "added-required",
      ),
    both: (_, one, other) => comparePart({ path, use, old: one, now: other }, context),
  });
}

function onlyElement(parts: readonly PartJson[]): PartJson | undefined {
  const [first, ...others] = parts;
  return others.length === 0 && first !== undefined && "element" in first ? first : undefined;
}

function comparePart(pair: Pair<PartJson>, context: TypeContext): void {
  const { path, old, now } = pair;
  const [a, b] = [old, now].map((part) => ("element" in part ? part.element : ""));
  if (a !== b) {
    const message = changed(`element of ${path}`, a ?? "", b ?? "");
    context.changes.addEffect({ kind: "element-changed", message }, pair, "changed");
  } else if ("type" in old && "type" in now) {
    const place = { ...pair, path: `${path} ${localName(now.part)}` };
    context.compareReferences(old.type, now.type, place);
  }
}

function byName<Part extends PartJson>(parts: readonly Part[]): Readonly<Record<string, Part>> {
  return Object.fromEntries(parts.map((part) => [part.part, part]));
}
