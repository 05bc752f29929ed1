/** Lists in a response of a text page: records of `KEY:value` lines, or the table of sessions. */
import { type ElementSchema, resolveType } from "../../schema/index.js";
import { withoutPrefix } from "../facts/text-pages/parameters.js";
import { SESSION_COLUMNS } from "../facts/text-pages/responses.js";
import { findFields } from "./text-fields.js";
import type { Fields } from "./text-values.js";

/** @returns the texts of each item, by the members of the item */
export function listFields(text: string, members: readonly ElementSchema[]): Fields[] {
  const [firstLine = ""] = text.trimStart().split("\n", 1);
  return firstLine.includes("|") ? tableRows(text, members) : records(text, members);
}

/** An empty line separates the records. Each begins with the key of the first member. */
function records(text: string, members: readonly ElementSchema[]): Fields[] {
  const first = withoutPrefix(members[0]?.element ?? "");
  const parts = text.trim().split(new RegExp(`\\n[ \\t]*\\n(?=${first}[ \\t]*:)`, "i"));
  return parts.filter((part) => part !== "").map((part) => findFields(part, members, "lines"));
}

/**
 * Each cell ends with `|` and may contain line breaks. The columns are in the order of the members. A first row of titles
 * is skipped.
 */
function tableRows(text: string, members: readonly ElementSchema[]): Fields[] {
  const columns = members.filter(({ element }) => SESSION_COLUMNS[element] !== undefined);
  const cells = text.split("|").map((cell) => cell.trim());
  const rows: Fields[] = [];
  for (let start = 0; start + columns.length <= cells.length; start += columns.length) {
    rows.push(row(cells.slice(start, start + columns.length), columns, members));
  }
  const hasTitles = !/^\d*$/.test(cells[0] ?? "");
  return hasTitles ? rows.slice(1) : rows;
}

function row(
  cells: readonly string[],
  columns: readonly ElementSchema[],
  members: readonly ElementSchema[],
): Fields {
  const texts = new Map(columns.map(({ element }, index) => [element, cells[index] ?? ""]));
  const fields = members.map((member) => {
    const { element } = member;
    const text = texts.get(element);
    if (text === undefined) return [element, statusCode(member, texts)] as const;
    return [element, element.endsWith("InSec") ? seconds(text) : text] as const;
  });
  return Object.fromEntries(fields);
}

/**
 * A session has its status twice in SOAP: as a code and in words. The table has the words only.
 *
 * @returns the code with the name of the words, or the one for a status that the contract does not list
 */
function statusCode(code: ElementSchema, texts: ReadonlyMap<string, string>): string | undefined {
  const words = texts.get(code.element.replace(/^[a-z]/, "s"));
  if (words === undefined) return undefined;
  const name = words.replace(/\W/g, "").toUpperCase();
  const values = enumerationOf(code);
  const listed = values.find(
    (value) => value.replace(/^SESSION_/, "").replaceAll("_", "") === name,
  );
  return listed ?? values.find((value) => value.endsWith("NOT_SUPPORTED_VALUE")) ?? words;
}

function enumerationOf({ type: reference }: ElementSchema): readonly string[] {
  const type = resolveType(reference);
  return typeof type === "object" && "enumeration" in type ? Object.values(type.enumeration) : [];
}

/** `1:02:03` as seconds; a number is unchanged. */
function seconds(text: string): string {
  if (!/^\d+(:\d+)+$/.test(text)) return text;
  return String(text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
}
