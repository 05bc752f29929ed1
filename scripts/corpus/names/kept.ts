/** Checks which of the names that a contract uses are in the generated types. */
import type { ReachedNames } from "./reached.js";

export interface KeptNames {
  /** From 0 to 1. */
  readonly share: number;
  readonly missing: readonly string[];
}

/** @param files the generated texts by file name */
export function keptNames(reached: ReachedNames, files: ReadonlyMap<string, string>): KeptNames {
  const sources = [...files].filter(([name]) => name.endsWith(".ts"));
  const isSchema = (name: string) => /(?:^|\/)schema\b/.test(name);
  const types = sources.filter(([name]) => !isSchema(name)).flatMap(([, text]) => membersIn(text));
  const wire = sources.filter(([name]) => isSchema(name)).flatMap(([, text]) => stringsIn(text));
  const declared = wire.flatMap((text) =>
    [...text.matchAll(DECLARED)].map(([, name = ""]) => name),
  );
  const members = new Set(types);
  const strings = new Set([...wire, ...declared]);
  const missing = [
    ...[...reached.members].filter((name) => !members.has(name) && !members.has(`$${name}`)),
    // The items of an array have no member; their name is in the wire schema.
    ...[...reached.items].filter((name) => !members.has(name) && !strings.has(name)),
  ];
  const total = reached.members.size + reached.items.size;
  return { share: total === 0 ? 1 : 1 - missing.length / total, missing: missing.sort() };
}

/** The names in a declaration of the wire schema: `aNodes?: (HIERARCHY*: HIERARCHY)` has two. */
const DECLARED = /([^\s():?*+]+)[?*+]?: /g;
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\/|\/\/.*/g;
const MEMBER = /("(?:[^"\\\n]|\\.)*"|[\p{L}_$][\p{L}\p{N}_$]*)\??:/gu;

function membersIn(source: string): string[] {
  const code = source.replace(STRING_OR_COMMENT, (text) => (text.startsWith('"') ? text : ""));
  return [...code.matchAll(MEMBER)].map(([, name = ""]) => unquoted(name));
}

function stringsIn(source: string): string[] {
  return [...source.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([text]) => unquoted(text));
}

function unquoted(text: string): string {
  try {
    return text.startsWith('"') ? String(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}
