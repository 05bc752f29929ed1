/** The sessions of getSession on its text page: a row of titles and a row for each, every cell with a `|` behind it. */
import type { ElementSchema } from "../../schema/index.js";
import type { Values } from "../../server/index.js";
import { cellText } from "./text-value.js";

const TITLES: Readonly<Record<string, string>> = {
  iID: "ID",
  sStatus: "Status",
  iEntry: "Entry ID",
  sEntry: "Entry",
  iTechnician: "Technician ID",
  sTechnician: "Technician",
  sStartTime: "Start Time",
  iWaitingTimeInSec: "Waiting Time",
  sCustomField0: "Custom Field 0",
  sCustomField1: "Custom Field 1",
  sCustomField2: "Custom Field 2",
  sCustomField3: "Custom Field 3",
  sCustomField4: "Custom Field 4",
  sCustomField5: "Custom Field 5",
  sLanguage: "Language",
  sTransferredTo: "Transferred To",
  sTransferredComment: "Transferred Comment",
  bIsLead: "Is Lead Technician",
  bHandingOff: "HandingOff",
};

/** @param members of a session in this version; those without a column, such as the code of the status, are left out */
export function sessionTable(
  members: readonly ElementSchema[],
  sessions: readonly unknown[],
): string {
  const columns = members.filter(({ element }) => TITLES[element] !== undefined);
  const rows = sessions.map((session) => {
    const values: Values = { ...Object(session) };
    return columns.map(({ element }) => cellText(values[element]));
  });
  const titles = columns.map(({ element }) => TITLES[element] ?? "");
  return [titles, ...rows].map((row) => row.map((cell) => `${cell}|`).join("")).join("\n");
}
