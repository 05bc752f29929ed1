/** A session in the response of getSession. */
import type { SESSION_STATUS, SESSION_V3 } from "../../generated/index.js";
import type { Organization } from "../state/organization.js";
import type { SupportSession } from "../state/support-sessions.js";

const STATUS_WORDS: Partial<Record<SESSION_STATUS, string>> = {
  SESSION_STARTING: "Starting",
  SESSION_WAITING: "Waiting",
  SESSION_PICKEDUP: "Picked up",
  SESSION_ONHOLD: "On hold",
  SESSION_TRANSFERINGBUTNOTPICKEDUP: "Transfering but not picked up",
  SESSION_CLOSEDBYTECHNICIAN: "Closed by technician",
};

export function statusWords(status: SESSION_STATUS): string {
  return STATUS_WORDS[status] ?? status;
}

/**
 * A session with the members of all versions of the operation.
 *
 * @param now in ms since 1970
 */
export function sessionEntry(
  session: SupportSession,
  organization: Organization,
  now: number,
): SESSION_V3 {
  const [field0 = "", field1 = "", field2 = "", field3 = "", field4 = "", field5 = ""] =
    session.fields;
  const waited = (session.pickedUpAt ?? now) - session.startedAt;
  return {
    iID: session.id,
    bStatus: session.status,
    sStatus: statusWords(session.status),
    iEntry: session.channel,
    sEntry: organization.node(session.channel)?.name ?? "PIN code",
    iTechnician: session.technician,
    sTechnician: organization.node(session.technician)?.name ?? "",
    sStartTime: americanDateTime(session.startedAt),
    iWaitingTimeInSec: Math.floor(waited / 1_000),
    sCustomField0: field0,
    sCustomField1: field1,
    sCustomField2: field2,
    sCustomField3: field3,
    sCustomField4: field4,
    sCustomField5: field5,
    sLanguage: "en",
    sTransferredTo: session.transferredTo,
    sTransferredComment: session.transferComment,
    bIsLead: true,
    bHandingOff: false,
  };
}

/**
 * A time in the format of the service, in UTC: `2/19/2024 2:36:37 PM`.
 *
 * @param time in ms since 1970
 */
export function americanDateTime(time: number): string {
  return new Date(time)
    .toLocaleString("en-US", { timeZone: "UTC" })
    .replace(",", "")
    .replaceAll("\u202f", " ");
}
