/** A report of sessions: lines whose cells end with the delimiter, or XML. */
import { escapeText } from "../../xml/index.js";
import type { Organization } from "../state/organization.js";
import { period, type Settings } from "../state/report-settings.js";
import type { SupportSession } from "../state/support-sessions.js";
import { americanDateTime, statusWords } from "./session-entry.js";

const COLUMNS = ["Start Time", "Session ID", "Status", "Technician", "Channel", "Name"] as const;

/** The sessions that started in the period of the settings. The XML format of the vendor is not known, so this one is plain. */
export function reportText(
  sessions: readonly SupportSession[],
  organization: Organization,
  settings: Settings,
): string {
  const { from, to } = period(settings);
  const rows = sessions
    .filter(({ startedAt }) => startedAt >= from && startedAt <= to)
    .map((session) => [
      americanDateTime(session.startedAt + Number(settings.timezone) * 60_000),
      String(session.id),
      statusWords(session.status),
      organization.node(session.technician)?.name ?? "",
      organization.node(session.channel)?.name ?? "",
      session.fields[0] ?? "",
    ]);
  return settings.output === "XML" ? xml(rows) : table([COLUMNS, ...rows], settings.delimiter);
}

function table(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => `${row.map((cell) => cell + delimiter).join("")}\n`).join("");
}

function xml(rows: readonly (readonly string[])[]): string {
  const elements = rows.map((row) => {
    const cells = COLUMNS.map((column, index) => {
      const name = column.replaceAll(" ", "");
      return `<${name}>${escapeText(row[index] ?? "")}</${name}>`;
    });
    return `<row>${cells.join("")}</row>`;
  });
  return `<report>${elements.join("")}</report>`;
}
