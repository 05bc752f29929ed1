/** The `KEY:value` part of a text page's answer, by the members that SOAP has in its place. */
import { DecodeError } from "../../errors/index.js";
import { type ElementSchema, resolveType } from "../../schema/index.js";
import { parameterOf } from "./text-pages.js";
import { textValue } from "./text-value.js";

/** Each key on a line of its own, as the pages have it, or all in one line, as the vendor's documentation prints it. */
export type Form = "lines" | "line";

/** Texts by the names of the members that they are the values of. */
export type Fields = Readonly<Record<string, string | undefined>>;

/**
 * Finds the text of each member. A value goes on, over line breaks and whatever else, up to the next key. What looks like
 * a key is none, but part of the value before it, when its member has come already or can't have what follows as its
 * value.
 */
export function findFields(text: string, members: readonly ElementSchema[], form: Form): Fields {
  const byKey = new Map(members.flatMap((member) => keysOf(member).map((key) => [key, member])));
  const fields: Record<string, string> = {};
  let open: ElementSchema | undefined;
  let from = 0;
  const close = (to: number) => {
    if (open === undefined) return;
    const value = text.slice(from, to);
    // What follows any other value than a string is a key that the contract doesn't have.
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

/** The value's first line, or its first word where lines say nothing. */
function firstPiece(text: string, form: Form): string {
  return (form === "lines" ? /^.*/ : /^[ \t]*\S*/).exec(text)?.[0].trim() ?? "";
}

/**
 * The text of the only member: behind its key where there is one, otherwise all there is, as with reports and the ids
 * of new users. The line break at its end is the page's.
 */
export function singleField(text: string, member: ElementSchema): string {
  const start = text.replace(/^\n/, "");
  const key = /^\s*([A-Za-z][\w ]{0,40}):/.exec(start);
  const keyed = key !== null && keysOf(member).includes(fold(key[1] ?? ""));
  return keyed ? fieldText(start.slice(key[0].length), "lines") : start.replace(/\n$/, "");
}

/** A blank after the colon and line breaks at the end are the page's, not the value's. */
function fieldText(text: string, form: Form): string {
  return form === "line" ? text.trim() : text.replace(/^ /, "").replace(/\n+$/, "");
}

/** `sSSOID` is SSOID on the pages, `bAccountHolder` ISACCOUNTHOLDER, `eSMSResult` SMS_RESULT. */
function keysOf({ element, type }: ElementSchema): string[] {
  const name = fold(element.replace(/^[a-z](?=[A-Z])/, ""));
  const keys = [name, fold(parameterOf("", element) ?? "")];
  if (resolveType(type) === "boolean") keys.push(`IS${name}`);
  return keys;
}

function fold(key: string): string {
  return key.replace(/[\s_]/g, "").toUpperCase();
}

/**
 * The values of members by their texts; what a type doesn't allow goes to `violations`.
 *
 * @param path of what has the members
 */
export function readMembers(
  members: readonly ElementSchema[],
  fields: Fields,
  path: string,
  violations: DecodeError[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const member of members) {
    const name = member.element;
    const text = fields[name];
    const value = text === undefined ? undefined : textValue(member, text);
    if (value !== undefined) values[name] = value;
    else if (text !== undefined) violations.push(violation("INVALID_VALUE", `${path}/${name}`));
    else if (member.minOccurs !== 0)
      violations.push(violation("MISSING_ELEMENT", `${path}/${name}`));
  }
  return values;
}

function violation(code: "INVALID_VALUE" | "MISSING_ELEMENT", path: string): DecodeError {
  const fault = code === "MISSING_ELEMENT" ? "lacks" : "has something outside its type for";
  return new DecodeError(code, `The text page's answer ${fault} ${path}.`, path);
}
