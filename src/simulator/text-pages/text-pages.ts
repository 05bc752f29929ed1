/**
 * The plain-text `.aspx` pages beside API.asmx: their names and parameters, as the vendor's documentation has them. What
 * can't be read goes on as a value that its method refuses: NaN for a number, the text itself for an enumeration.
 */

import type { OutcomeOperation } from "../../schema/index.js";
import {
  type ElementSchema,
  messageElements,
  resolveType,
  type TypeSchema,
} from "../../schema/index.js";
import { statusesOf, type Values } from "../../server/index.js";

/** Parameters whose name isn't their member's without its prefix, and other names that samples use. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  aLockedPermissions: ["lockedpermission"],
  aPermissions: ["permission"],
  dBeginDate: ["bdate"],
  dEndDate: ["edate"],
  eNodeRef: ["noderef", "nodetype"],
  eReportArea: ["area"],
  eReportType: ["type"],
  iEntryID: ["entry"],
  iNodeID: ["node", "nodeid"],
  iParentID: ["parent"],
  iSessionID: ["session"],
  iTargetNodeID: ["targetnode", "targetnodeid"],
  sBeginDate: ["bdate"],
  sBeginTime: ["btime"],
  sCurrentPwd: ["oldpwd"],
  sEndDate: ["edate"],
  sEndTime: ["etime"],
  sPassword: ["pwd"],
  sUserEmail: ["email"],
};

/** Operations of which no page is known, or none whose parameters are. */
const WITHOUT_PAGE: ReadonlySet<string> = new Set(["createUsers", "setUserStatus_v7_1"]);

/** Statuses that the pages have and SOAP has not. */
const ON_PAGES_ONLY: Readonly<Record<string, readonly string[]>> = {
  startSession: ["InvalidParam_SessionID", "InvalidParam_NodeID"],
  holdSession: ["InvalidParam_SessionID"],
  closeSession: ["InvalidParam_SessionID"],
  transferSession: ["InvalidParam_NodeID"],
  isAnyTechAvailableOnChannel: ["False"],
};

/** @param page in lower case; versions are written `_v2` on the pages, however SOAP has it */
export function pageOperation(
  operations: Readonly<Record<string, OutcomeOperation>>,
  page: string,
): OutcomeOperation | undefined {
  return Object.values(operations).find(
    ({ name }) =>
      !WITHOUT_PAGE.has(name) &&
      `${name.replace(/_?v(\d+)$/i, "_v$1")}.aspx`.toLowerCase() === page,
  );
}

export function pageStatuses(operation: OutcomeOperation): readonly string[] {
  return [...statusesOf(operation), ...(ON_PAGES_ONLY[operation.name] ?? [])];
}

/** The request that the parameters stand for; their names count in any letter case. */
export function readParameters({ input }: OutcomeOperation, form: URLSearchParams): Values {
  const given = new Map([...form].map(([name, text]) => [name.toLowerCase(), text]));
  const entries = messageElements(input).map((member) => {
    const name = namesOf(member).find((each) => given.has(each));
    return [member.element, readValue(member, given.get(name ?? ""))] as const;
  });
  return Object.fromEntries(entries);
}

function namesOf({ element }: ElementSchema): readonly string[] {
  return NAMES[element] ?? [element.replace(/^[a-z](?=[A-Z])/, "").toLowerCase()];
}

function readValue(member: ElementSchema, text: string | undefined): unknown {
  if (member.element === "iPINCode") return /^\d{6}$/.test(text ?? "") ? Number(text) : Number.NaN;
  // The only enumeration with a documented default: NODE, the first.
  const unsaid = member.element === "eNodeRef" ? "NODE" : "";
  return readText(resolveType(member.type), text, unsaid);
}

function readText(type: TypeSchema, text: string | undefined, unsaid: string): unknown {
  if (type === "int") return /^\s*[+-]?\d+\s*$/.test(text ?? "0") ? Number(text ?? 0) : Number.NaN;
  if (type === "boolean") return /^(?:1|true)$/i.test(text ?? "");
  if (type === "dateTime") return isoTime(text ?? "");
  if (typeof type === "string") return text;
  if ("enumeration" in type) return listedValue(type.enumeration, text ?? unsaid);
  if (!("item" in type) || text === undefined) return undefined;
  const item = resolveType(type.item.type);
  return text
    .split(",")
    .filter((each) => each !== "")
    .map((each) => readText(item, each.trim(), ""));
}

function listedValue(enumeration: Readonly<Record<string, string>>, text: string): string {
  const folded = text.toLowerCase();
  return Object.values(enumeration).find((value) => value.toLowerCase() === folded) ?? text;
}

/** `11/3/2026 9:05:00` as `2026-11-03T09:05:00`. */
function isoTime(text: string): string {
  const two = (part: string | undefined) => (part ?? "0").padStart(2, "0");
  return text.replace(
    /^(\d+)\/(\d+)\/(\d{4})(?: (\d+):(\d+)(?::(\d+))?)?$/,
    (_, month, day, year, hour, minute, second) =>
      `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`,
  );
}
