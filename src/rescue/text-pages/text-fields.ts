/** The `KEY:value` fields in a response of a text page. */
import { type ElementSchema, resolveType } from "../../schema/index.js";
import { parameterOf, withoutPrefix } from "../facts/text-pages/parameters.js";
import { keyOf } from "../facts/text-pages/responses.js";
import { type Fields, textValue } from "./text-values.js";

/** Each key on its own line, as the pages write it, or all in one line, as the vendor's documentation prints it. */
export type Form = "lines" | "line";

/**
 * Finds the text of each member. A value extends to the next key and may contain line breaks. Text that looks like a key
 * is part of the value before it if its member has occurred already, or if the text after it is not a valid value of
 * the member.
 */
export function findFields(text: string, members: readonly ElementSchema[], form: Form): Fields {
  const byKey = new Map(members.flatMap((member) => keysOf(member).map((key) => [key, member])));
  const fields: Record<string, string> = {};
  let open: ElementSchema | undefined;
  let from = 0;
  const close = (to: number) => {
    if (open === undefined) return;
    const value = text.slice(from, to);
    // Only a string may contain line breaks. After another value, the next line is a key that the contract does not have.
    const whole = resolveType(open.type) === "string" || form === "line";
    fields[open.element] = fieldText(whole ? value : firstPiece(value, form), form);
  };
  for (const found of text.matchAll(form === "lines" ? LINE_KEY : WORD_KEY)) {
    const member = byKey.get(fold(found[1] ?? ""));
    const start = found.index + found[0].length;
    if (member === undefined || member.element in fields || member === open) continue;
    if (textValue(member, firstPiece(text.slice(start), form)) === undefined) continue;
    close(found.index);
    open = member;
    from = start;
  }
  close(text.length);
  return fields;
}

const LINE_KEY = /(?<=^|\n)[ \t]*([A-Za-z][\w ]{0,40}):/g;
const WORD_KEY = /(?<=^|\s)([A-Za-z]\w*):/g;

/** The first line of the value, or its first word if all fields are in one line. */
function firstPiece(text: string, form: Form): string {
  return (form === "lines" ? /^.*/ : /^[ \t]*\S*/).exec(text)?.[0].trim() ?? "";
}

/**
 * The text of the only member: the text after its key, or the whole text if there is no key, as in reports and the ids of
 * new users. The page adds one line break at the end.
 */
export function singleField(text: string, member: ElementSchema): string {
  const start = text.replace(/^\n/, "");
  const key = /^\s*([A-Za-z][\w ]{0,40}):/.exec(start);
  const hasKey = key !== null && keysOf(member).includes(fold(key[1] ?? ""));
  return hasKey ? fieldText(start.slice(key[0].length), "lines") : start.replace(/\n$/, "");
}

/** Without the space after the colon and the line breaks at the end, which the page adds. */
function fieldText(text: string, form: Form): string {
  return form === "line" ? text.trim() : text.replace(/^ /, "").replace(/\n+$/, "");
}

/** The documented key, and others that are plausible: the name of the parameter, and `IS…` for a boolean. */
function keysOf({ element, type }: ElementSchema): string[] {
  const keys = [keyOf(element), parameterOf("", element) ?? ""];
  if (resolveType(type) === "boolean") keys.push(`IS${withoutPrefix(element)}`);
  return keys.map(fold);
}

function fold(key: string): string {
  return key.replace(/[\s_]/g, "").toUpperCase();
}
