/** Values of simple types. */
import { lexicalOf } from "../../codec/index.js";
import { Attachment } from "../../mime/index.js";
import { type SimpleType, unrestricted } from "../../schema/index.js";
import { forbiddenCharacter } from "../../xml/index.js";
import { violatedRule } from "../text/check-text.js";
import type { Check, TextDeclaration } from "./check.js";

/** The declaration of an element or attribute with a text. */
export interface SimpleDeclaration extends TextDeclaration {
  readonly type: SimpleType;
  readonly open?: true;
}

export function checkSimple(declaration: SimpleDeclaration, value: unknown, check: Check): void {
  const { type, open, fixed, secret } = declaration;
  const { facets, isDecoded, acceptsUnlisted } = check.options;
  const lexical = lexicalOf(type, open === true);
  if (lexical.part !== undefined && value instanceof Attachment) return;
  const text = lexical.format(value);
  if (text === undefined) {
    const isListed = isEnumeration(type) && typeof value === "string";
    const unlisted = isListed ? violatedRule(unrestricted(type), value) : undefined;
    if (unlisted === undefined) check.invalid(lexical.expected);
    else check.report(unlisted, typeof value === "string" && secret !== true ? value : undefined);
    return;
  }
  const shown = secret === true ? undefined : text;
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== undefined) {
    check.invalid(`without ${forbidden}, a character that XML does not allow`);
  } else if (facets) {
    const isAny = open === true && acceptsUnlisted === true;
    const isChecked = isAny || (isDecoded === true && lexical.qualified !== true);
    const violation = isChecked ? undefined : violatedRule(type, text);
    if (violation !== undefined) check.report(violation, shown);
    else if (
      fixed !== undefined &&
      lexical.qualified !== true &&
      !isFixed(lexical.parse(fixed), value)
    ) {
      check.report({ facet: "fixed", limit: secret === true ? "***" : fixed }, shown);
    }
  }
}

function isEnumeration(type: SimpleType): boolean {
  const plain = unrestricted(type);
  return typeof plain === "object" && "enumeration" in plain;
}

function isFixed(fixed: unknown, value: unknown): boolean {
  return Object.is(fixed, value) || comparable(fixed) === comparable(value);
}

/** Lists, bytes and dates by their content. */
function comparable(value: unknown): string {
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each))
    : `${typeof value} ${String(value instanceof Date ? value.getTime() : value)}`;
}
