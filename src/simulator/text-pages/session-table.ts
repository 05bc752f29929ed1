/** The sessions of getSession on its text page: a row of titles and one row per session. Each cell ends with `|`. */
import { SESSION_COLUMNS } from "../../rescue/facts/index.js";
import type { ElementSchema } from "../../schema/index.js";
import type { Values } from "../../server/index.js";
import { cellText } from "./cell-text.js";

/** @param members the members of a session in the version of the operation */
export function sessionTable(
  members: readonly ElementSchema[],
  sessions: readonly unknown[],
): string {
  const columns = members.filter(({ element }) => SESSION_COLUMNS[element] !== undefined);
  const rows = sessions.map((session) => {
    const values: Values = { ...Object(session) };
    return columns.map(({ element }) => cellText(values[element]));
  });
  const titles = columns.map(({ element }) => SESSION_COLUMNS[element] ?? "");
  return [titles, ...rows].map((row) => row.map((cell) => `${cell}|`).join("")).join("\n");
}
