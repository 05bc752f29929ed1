/** Simple types that are composed of others: enumerations, lists and unions (XML Schema part 2 §2.5.1, §4.3.5). */
import { collapseSpace, isSpaceCode } from "../../xml/index.js";
import type { Lexical } from "./lexical.js";

/** @param open accepts values that are not listed */
export function enumerated(values: readonly string[], open: boolean): Lexical {
  const known = new Set(values);
  const accept = (value: string) => (open || known.has(value) ? value : undefined);
  return {
    parse: (wire) => accept(known.has(wire) ? wire : collapseSpace(wire)),
    format: (value) => (typeof value === "string" ? accept(value) : undefined),
    expected: `one of ${values.join(", ")}`,
  };
}

/** Items separated by blanks. */
export function list(item: Lexical): Lexical {
  return {
    parse(wire, scope) {
      const text = collapseSpace(wire);
      const values = text === "" ? [] : text.split(" ").map((each) => item.parse(each, scope));
      return values.includes(undefined) ? undefined : values;
    },
    format(value, prefixes) {
      if (!Array.isArray(value)) return undefined;
      const texts = value.map((each) => item.format(each, prefixes));
      return texts.includes(undefined) ? undefined : texts.join(" ");
    },
    expected: `a list, each item ${item.expected}`,
    isList: true,
    ...(item.qualified === true ? { qualified: true } : {}),
  };
}

/** The number of items of a list; at most that, if several blanks are between them. */
export function itemsIn(text: string): number {
  let items = 1;
  for (let index = 0; index < text.length; index++) {
    if (isSpaceCode(text.charCodeAt(index))) items += 1;
  }
  return items;
}

/** The first type that accepts a text or a value (part 2 §2.5.1.3). */
export function union(members: readonly Lexical[]): Lexical {
  const parse: Lexical["parse"] = (wire, scope) =>
    first(members, (member) => member.parse(wire, scope));
  return {
    parse,
    format(value, prefixes) {
      const text = first(members, (member) => member.format(value, prefixes));
      if (text === undefined || typeof value === "string" || typeof value === "object") return text;
      // A text that is a value of an earlier member would change the value: `1` of boolean and float is true.
      const forms = [text, `${text}.0`, `+${text}`].filter((form) => parse(form) === value);
      return forms[0] ?? text;
    },
    expected: members.map(({ expected }) => expected).join(", or "),
    ...(members.some(({ isList }) => isList === true) ? { isList: true } : {}),
    ...(members.some(({ qualified }) => qualified === true) ? { qualified: true } : {}),
  };
}

function first<Value>(
  members: readonly Lexical[],
  get: (member: Lexical) => Value | undefined,
): Value | undefined {
  for (const member of members) {
    const value = get(member);
    if (value !== undefined) return value;
  }
  return undefined;
}
