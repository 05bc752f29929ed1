/** Responses of the text pages: words, keys and columns. */
import { withoutPrefix } from "./parameters.js";

const KEYS: Readonly<Record<string, string>> = {
  bAccountHolder: "ISACCOUNTHOLDER",
  eSMSResult: "SMS_RESULT",
};

/** The key of an out parameter. Most pages write it in capitals. */
export function keyOf(member: string): string {
  return KEYS[member] ?? withoutPrefix(member);
}

/** The first word of a successful response. */
export function successWord(operation: string): string {
  return operation.startsWith("isAnyTechAvailable") ? "TRUE" : "OK";
}

/** The word for a status: in capitals, and `INVALIDPARAM_NODE` for `InvalidParam_NodeID`. */
export function statusWord(status: string): string {
  return status.replace(/^(InvalidParam_\w+)ID$/, "$1").toUpperCase();
}

/** What a word may abbreviate: itself, or a status that ends in `ID`. */
export function statusCandidates(word: string): readonly string[] {
  return [word, `${word}ID`];
}

const PAGE_STATUSES: Readonly<Record<string, readonly string[]>> = {
  startSession: ["InvalidParam_SessionID", "InvalidParam_NodeID"],
  holdSession: ["InvalidParam_SessionID"],
  closeSession: ["InvalidParam_SessionID"],
  transferSession: ["InvalidParam_NodeID"],
  isAnyTechAvailableOnChannel: ["False"],
};

/** Statuses that only the page of an operation has; SOAP does not. */
export function pageStatuses(operation: string): readonly string[] {
  return PAGE_STATUSES[operation] ?? [];
}

/** Columns of the session table, by the members of a session. A member that is not listed has no column. */
export const SESSION_COLUMNS: Readonly<Record<string, string>> = {
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
