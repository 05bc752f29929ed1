/**
 * Requests of the plain-text `.aspx` pages. A value that can't be parsed becomes one that the method rejects: NaN for a
 * number, the text itself for an enumeration.
 */

import {
  isoDateTime,
  pageOf,
  pageProblem,
  parameterNames,
  pinCodeNumber,
} from "../../rescue/facts/index.js";
import {
  type ElementSchema,
  messageElements,
  type OutcomeOperation,
  resolveType,
  type TypeSchema,
} from "../../schema/index.js";
import type { Values } from "../../server/index.js";

/** The names of all pages. */
export function pageNames(operations: Readonly<Record<string, OutcomeOperation>>): string[] {
  return Object.values(operations).flatMap(({ name }) => (hasPage(name) ? [pageOf(name)] : []));
}

/** @param page in lower case */
export function pageOperation(
  operations: Readonly<Record<string, OutcomeOperation>>,
  page: string,
): OutcomeOperation | undefined {
  return Object.values(operations).find(
    ({ name }) => hasPage(name) && pageOf(name).toLowerCase() === page,
  );
}

/** If the parameters of a page are not documented, it accepts the names that other pages have for the same members. */
function hasPage(operation: string): boolean {
  const problem = pageProblem(operation);
  return problem === undefined || problem.kind === "UNKNOWN_PARAMETERS";
}

/** The request that the parameters of a page contain. Their names are not case-sensitive. */
export function readParameters({ input }: OutcomeOperation, form: URLSearchParams): Values {
  const texts = new Map([...form].map(([name, text]) => [name.toLowerCase(), text]));
  const entries = messageElements(input).map((member) => {
    const name = parameterNames(member.element).find((each) => texts.has(each));
    return [member.element, readValue(member, texts.get(name ?? ""))] as const;
  });
  return Object.fromEntries(entries);
}

function readValue({ element, type }: ElementSchema, text: string | undefined): unknown {
  if (element === "iPINCode") return pinCodeNumber(text ?? "");
  // The only enumeration with a documented default.
  const defaultText = element === "eNodeRef" ? "NODE" : "";
  return readText(resolveType(type), text, defaultText);
}

function readText(type: TypeSchema, text: string | undefined, defaultText: string): unknown {
  if (type === "int") return /^\s*[+-]?\d+\s*$/.test(text ?? "0") ? Number(text ?? 0) : Number.NaN;
  if (type === "boolean") return /^(?:1|true)$/i.test(text ?? "");
  if (type === "dateTime") return isoDateTime(text ?? "");
  if (typeof type === "string") return text;
  if ("enumeration" in type) return enumerationValue(type.enumeration, text ?? defaultText);
  if (!("item" in type) || text === undefined) return undefined;
  const item = resolveType(type.item.type);
  return text
    .split(",")
    .filter((each) => each !== "")
    .map((each) => readText(item, each.trim(), ""));
}

function enumerationValue(enumeration: Readonly<Record<string, string>>, text: string): string {
  const folded = text.toLowerCase();
  return Object.values(enumeration).find((value) => value.toLowerCase() === folded) ?? text;
}
