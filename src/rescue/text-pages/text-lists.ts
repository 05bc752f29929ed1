/** Lists in a text page's answer: records of `KEY:value` lines, or a table with `|` behind each cell. */
import { type ElementSchema, resolveType } from "../../schema/index.js";
import { type Fields, findFields } from "./text-fields.js";

/** The texts of each item, by the members of the item. */
export function listFields(text: string, members: readonly ElementSchema[]): Fields[] {
  const [firstLine = ""] = text.trimStart().split("\n", 1);
  return firstLine.includes("|") ? tableRows(text, members) : records(text, members);
}

/** An empty line parts the records, each of which begins with the key of the first member. */
function records(text: string, members: readonly ElementSchema[]): Fields[] {
  const first = members[0]?.element.replace(/^[a-z](?=[A-Z])/, "");
  const parts = text.trim().split(new RegExp(`\\n[ \\t]*\\n(?=${first}[ \\t]*:)`, "i"));
  return parts.filter((part) => part !== "").map((part) => findFields(part, members, "lines"));
}

/**
 * The columns are the members in their order; a first row with their titles is skipped. Line breaks may stand in a cell:
 * a row ends with its last one.
 */
function tableRows(text: string, members: readonly ElementSchema[]): Fields[] {
  const columns = members.filter((member) => !isCode(member, members));
  const cells = text.split("|").map((cell) => cell.trim());
  const rows: Fields[] = [];
  for (let start = 0; start + columns.length <= cells.length; start += columns.length) {
    rows.push(row(columns, cells.slice(start, start + columns.length), members));
  }
  const titled = !/^\d*$/.test(cells[0] ?? "");
  return titled ? rows.slice(1) : rows;
}

function row(
  columns: readonly ElementSchema[],
  cells: readonly string[],
  members: readonly ElementSchema[],
): Fields {
  const fields = Object.fromEntries(
    columns.map(({ element }, index) => {
      const cell = cells[index] ?? "";
      return [element, /Sec$/.test(element) ? seconds(cell) : cell];
    }),
  );
  const codes = members.filter((member) => isCode(member, members));
  for (const code of codes) fields[code.element] = codeOf(code, fields[wordOf(code)] ?? "");
  return fields;
}

/** SOAP has the status of a session twice: as a code, which the table leaves out, and in words. */
function isCode(member: ElementSchema, members: readonly ElementSchema[]): boolean {
  return (
    enumeration(member).length > 0 && members.some(({ element }) => element === wordOf(member))
  );
}

function wordOf({ element }: ElementSchema): string {
  return element.replace(/^[a-z]/, "s");
}

/** The code whose name is the words, else the one that stands for what is not known. */
function codeOf(code: ElementSchema, words: string): string {
  const name = words.replace(/\W/g, "").toUpperCase();
  const values = enumeration(code);
  const known = values.find((value) => value.replace(/^SESSION_/, "").replaceAll("_", "") === name);
  return known ?? values.find((value) => value.endsWith("NOT_SUPPORTED_VALUE")) ?? words;
}

function enumeration({ type: reference }: ElementSchema): readonly string[] {
  const type = resolveType(reference);
  return typeof type === "object" && "enumeration" in type ? Object.values(type.enumeration) : [];
}

/** `1:02:03` as seconds; a number stays. */
function seconds(text: string): string {
  if (!/^\d+(:\d+)+$/.test(text)) return text;
  return String(text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
}
