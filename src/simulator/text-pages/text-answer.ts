/** What the text pages answer: `OK` and `KEY:value` lines, or a word in capitals. */

import type { OutcomeOperation } from "../../schema/index.js";
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  messageElements,
  resolveType,
} from "../../schema/index.js";
import type { Values } from "../../server/index.js";
import type { Organization } from "../state/organization.js";
import { pinText } from "../state/pin-codes.js";
import { sessionTable } from "./session-table.js";
import { cellText } from "./text-value.js";

/** Ids of what was created, and reports, stand there without a key. */
const WITHOUT_KEY: ReadonlySet<string> = new Set(["iUserID", "iGroupID", "sReport"]);

/** Keys that aren't the member's name without its prefix. */
const KEYS: Readonly<Record<string, string>> = {
  bAccountHolder: "ISACCOUNTHOLDER",
  eSMSResult: "SMS_RESULT",
};

/** Answers whose keys are not in capitals. */
const MIXED_CASE = /^get(?:Account|Hierarchy)/;

/** The order of a user's members on the pages. */
const USER = [
  "iNodeID",
  "sName",
  "sNick",
  "sEmail",
  "sSSOID",
  "sDescription",
  "eType",
  "hasMobileAddon",
  "hasRPATAddon",
  "bAccountHolder",
  "eStatus",
];

export function pageAnswer(
  operation: OutcomeOperation,
  status: string,
  outs: Values,
  parameters: Values,
  organization: Organization,
): string {
  const { name, output, result } = operation;
  if (status !== "OK") return word(status);
  if (name.startsWith("isAnyTechAvailable")) return "TRUE";
  const members = messageElements(output).filter(({ element }) => element !== result);
  if (members.length === 0) return "OK";
  const text = members.map((member) => outText(name, member, outs[member.element])).join("\n");
  const more = name === "getGroup" ? groupText(parameters.iNodeID, organization) : "";
  return `OK\n\n${text}${more}`;
}

/** In capitals, and without the ID at the end of InvalidParam_NodeID. */
function word(status: string): string {
  return status.replace(/^(InvalidParam_\w+)ID$/, "$1").toUpperCase();
}

function outText(operation: string, member: ElementSchema, value: unknown): string {
  const type = resolveType(member.type);
  if (isComplex(type)) {
    return record(operation, ordered(elementsOf(type)), value);
  }
  if (typeof type === "object" && "item" in type) {
    const item = resolveType(type.item.type);
    const items: unknown[] = Array.isArray(value) ? value : [];
    if (!isComplex(item)) {
      return `${keyOf(operation, member)}:${items.join(",")}`;
    }
    if (member.element === "aSessions") return sessionTable(elementsOf(item), items);
    // An empty line parts the records and closes the list.
    return items.map((each) => `${record(operation, elementsOf(item), each)}\n\n`).join("");
  }
  const text = member.element === "iPINCode" ? pinText(Number(value)) : cellText(value);
  return WITHOUT_KEY.has(member.element) ? text : `${keyOf(operation, member)}:${text}`;
}

function record(operation: string, members: readonly ElementSchema[], value: unknown): string {
  const values: Values = { ...Object(value) };
  return members.map((member) => outText(operation, member, values[member.element])).join("\n");
}

function ordered(members: readonly ElementSchema[]): readonly ElementSchema[] {
  const isUser = members.every(({ element }) => USER.includes(element));
  if (!isUser) return members;
  return members.toSorted((a, b) => USER.indexOf(a.element) - USER.indexOf(b.element));
}

function keyOf(operation: string, { element }: ElementSchema): string {
  const name = KEYS[element] ?? element.replace(/^[a-z](?=[A-Z])/, "");
  return MIXED_CASE.test(operation) ? name : name.toUpperCase();
}

/** What the page of getGroup says beyond SOAP. */
function groupText(id: unknown, organization: Organization): string {
  const group = organization.group(Number(id));
  if (group === undefined) return "";
  return [
    "",
    `LOCKEDPERMISSIONS:${group.lockedPermissions.join(",")}`,
    `ISENABLED:${cellText(group.status !== "Disabled")}`,
    `STANDARDCONCURRENTLIMIT:${group.standardLimit}`,
    `MOBILECONCURRENTLIMIT:${group.mobileLimit}`,
  ].join("\n");
}
