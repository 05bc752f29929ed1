/** Responses of the text pages: `OK` and `KEY:value` lines, or a status word in capitals. */

import { keyOf, pinCodeText, statusWord, successWord } from "../../rescue/facts/index.js";
import {
  type ElementSchema,
  elementsOf,
  isComplex,
  messageElements,
  type OutcomeOperation,
  resolveType,
} from "../../schema/index.js";
import type { Values } from "../../server/index.js";
import type { MethodResult } from "../methods/method.js";
import type { Organization } from "../state/organization.js";
import { cellText } from "./cell-text.js";
import { sessionTable } from "./session-table.js";

/** Ids of new nodes, and reports: the page writes them without a key. */
const WITHOUT_KEY: ReadonlySet<string> = new Set(["iUserID", "iGroupID", "sReport"]);

/** Operations whose page does not write its keys in capitals. */
const MIXED_CASE = /^get(?:Account|Hierarchy)/;

/** The order of the members of a user on the pages. */
const USER_MEMBERS = [
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

/** The text of a page. */
export function pageText(
  { name, output, result }: OutcomeOperation,
  request: Values,
  { status, outs }: MethodResult,
  organization: Organization,
): string {
  if (status !== "OK") return statusWord(status);
  const members = messageElements(output).filter(({ element }) => element !== result);
  if (members.length === 0) return successWord(name);
  const text = members.map((member) => outText(name, member, outs[member.element])).join("\n");
  const more = name === "getGroup" ? groupText(request.iNodeID, organization) : "";
  return `OK\n\n${text}${more}`;
}

function outText(operation: string, member: ElementSchema, value: unknown): string {
  const type = resolveType(member.type);
  if (isComplex(type)) return record(operation, inPageOrder(elementsOf(type)), value);
  if (typeof type === "object" && "item" in type) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    return listText(operation, member, type.item, items);
  }
  const text = member.element === "iPINCode" ? pinCodeText(Number(value)) : cellText(value);
  return WITHOUT_KEY.has(member.element) ? text : `${keyText(operation, member)}:${text}`;
}

function listText(
  operation: string,
  member: ElementSchema,
  item: ElementSchema,
  items: readonly unknown[],
): string {
  const type = resolveType(item.type);
  if (!isComplex(type)) return `${keyText(operation, member)}:${items.join(",")}`;
  if (member.element === "aSessions") return sessionTable(elementsOf(type), items);
  // An empty line after each record, also after the last.
  return items.map((each) => `${record(operation, elementsOf(type), each)}\n\n`).join("");
}

function record(operation: string, members: readonly ElementSchema[], value: unknown): string {
  const values: Values = { ...Object(value) };
  return members.map((member) => outText(operation, member, values[member.element])).join("\n");
}

function inPageOrder(members: readonly ElementSchema[]): readonly ElementSchema[] {
  const isUser = members.every(({ element }) => USER_MEMBERS.includes(element));
  if (!isUser) return members;
  return members.toSorted(
    (a, b) => USER_MEMBERS.indexOf(a.element) - USER_MEMBERS.indexOf(b.element),
  );
}

function keyText(operation: string, { element }: ElementSchema): string {
  const key = keyOf(element);
  return MIXED_CASE.test(operation) ? key : key.toUpperCase();
}

/** The page of getGroup returns more than SOAP does. */
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
