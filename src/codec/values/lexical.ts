/**
 * The built-in simple types between their lexical form and TypeScript (XML Schema part 2 §3). Nothing is lost:
 * 64-bit and unbounded integers are `bigint`, decimals, dates and durations stay strings, binary is `Uint8Array`.
 */

import { decodeBase64, encodeBase64 } from "../../bytes/index.js";
import { attachment, OutgoingAttachment } from "../../mime/index.js";
import type { BuiltinName, MappedType, SimpleType } from "../../schema/index.js";
import {
  clark,
  collapseSpace,
  expanded,
  type NamespaceScope,
  type PrefixDeclarations,
} from "../../xml/index.js";

export interface Lexical {
  /** From the text on the wire; `undefined` where it is outside the type. `scope` tells what its prefixes mean. */
  parse(text: string, scope?: NamespaceScope): unknown;
  /** To the text on the wire, not escaped; `undefined` where the value is outside the type. */
  format(value: unknown, prefixes?: PrefixDeclarations): string | undefined;
  /** Its values are names, written with prefixes that a tag has to declare. */
  readonly qualified?: true;
  /**
   * Its content may be a part of the message (XOP), its value being the bytes or an `Attachment`; or its text refers to
   * one (swaRef).
   */
  readonly part?: "bytes" | "attachment" | "reference";
  /** What a value of it looks like, for error messages. */
  readonly expected: string;
}

const text: Lexical = {
  parse: (wire) => wire,
  format: (value) => (typeof value === "string" ? value : undefined),
  expected: "a string",
};

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

const boolean: Lexical = {
  parse: (wire) => BOOLEANS.get(wire) ?? BOOLEANS.get(collapseSpace(wire)),
  format: (value) => (typeof value === "boolean" ? String(value) : undefined),
  expected: "true or false",
};

const INTEGER = /^[+-]?\d+$/;

/** The digits of an integer; `undefined` where the text is none. */
function integerDigits(wire: string): string | undefined {
  if (INTEGER.test(wire)) return wire;
  const digits = collapseSpace(wire);
  return INTEGER.test(digits) ? digits : undefined;
}

/** An integer type that a `number` holds exactly. */
function integer(low: number, high: number): Lexical {
  const within = (value: number) => value >= low && value <= high;
  return {
    parse(wire) {
      const digits = integerDigits(wire);
      if (digits === undefined) return undefined;
      const value = Number(digits) + 0;
      return within(value) ? value : undefined;
    },
    format: (value) =>
      typeof value === "number" && Number.isInteger(value) && within(value)
        ? String(value + 0)
        : undefined,
    expected: `an integer from ${low} to ${high}`,
  };
}

/** An integer type that may be larger than a `number` holds exactly. */
function bigInteger(low: bigint | undefined, high: bigint | undefined): Lexical {
  const within = (value: bigint) =>
    (low === undefined || value >= low) && (high === undefined || value <= high);
  const range = [
    low === undefined ? "" : ` from ${low}`,
    high === undefined ? "" : ` up to ${high}`,
  ];
  return {
    parse(wire) {
      const digits = integerDigits(wire);
      if (digits === undefined) return undefined;
      const value = BigInt(digits.replace("+", ""));
      return within(value) ? value : undefined;
    },
    format: (value) => (typeof value === "bigint" && within(value) ? String(value) : undefined),
    expected: `a bigint${range.join("")}`,
  };
}

const FLOAT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const FLOAT_WORDS: ReadonlyMap<string, number> = new Map([
  ["INF", Number.POSITIVE_INFINITY],
  ["-INF", Number.NEGATIVE_INFINITY],
  ["NaN", Number.NaN],
]);

const float: Lexical = {
  parse(wire) {
    const digits = collapseSpace(wire);
    return FLOAT.test(digits) ? Number(digits) : FLOAT_WORDS.get(digits);
  },
  format(value) {
    if (typeof value !== "number") return undefined;
    if (Object.is(value, -0)) return "-0";
    return String(value).replace("Infinity", "INF");
  },
  expected: "a number",
};

/** A type whose value is its lexical form: a string that fits a pattern, white space around it collapsed. */
function pattern(form: RegExp, expected: string): Lexical {
  return {
    parse(wire) {
      const value = collapseSpace(wire);
      return form.test(value) ? value : undefined;
    },
    format: (value) =>
      typeof value === "string" && form.test(collapseSpace(value)) ? value : undefined,
    expected,
  };
}

const ZONE = "(?:Z|[+-]\\d\\d:\\d\\d)?";
const YEAR = "-?\\d{4,}";
const TIME = "\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?";
const dated = (form: string, expected: string) => pattern(new RegExp(`^${form}${ZONE}$`), expected);

const token: Lexical = { ...text, parse: collapseSpace };
const normalized: Lexical = { ...text, parse: (wire) => wire.replace(/[\t\n\r]/g, " ") };

const base64: Lexical = {
  parse: decodeBase64,
  format: (value) => (value instanceof Uint8Array ? encodeBase64(value) : undefined),
  part: "bytes",
  expected: "a Uint8Array",
};

/** Only what is in memory can stand in the envelope itself. */
const base64Attachment: Lexical = {
  parse(wire) {
    const bytes = decodeBase64(wire);
    return bytes && attachment(bytes);
  },
  format(value) {
    const bytes = value instanceof OutgoingAttachment ? value.memory : undefined;
    return bytes && encodeBase64(bytes);
  },
  part: "attachment",
  expected: "an Attachment; where `mtom` is not on, one of a Uint8Array",
};

/** WS-I Attachments Profile 1.0 §4.4: what it refers to is found by the message's parts, not by its text. */
const attachmentReference: Lexical = {
  parse: () => undefined,
  format: () => undefined,
  part: "reference",
  expected: "an Attachment",
};

const hex: Lexical = {
  parse(wire) {
    const digits = collapseSpace(wire);
    if (!/^(?:[\da-fA-F]{2})*$/.test(digits)) return undefined;
    return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  },
  format: (value) =>
    value instanceof Uint8Array
      ? Array.from(value, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join("")
      : undefined,
  expected: "a Uint8Array",
};

/** A name as `{namespace}local`; without a scope, or with a prefix that isn't bound, as it is spelled. */
const qname: Lexical = {
  parse(wire, scope) {
    const spelled = collapseSpace(wire);
    const name = scope?.element(spelled);
    return name === undefined ? spelled : clark(name);
  },
  format: (value, prefixes) =>
    typeof value === "string" ? (prefixes?.spell(expanded(value)) ?? value) : undefined,
  expected: "a name such as {http://example.com/}name",
  qualified: true,
};

/** Each built-in type's codec. */
export const lexicals: Readonly<Record<BuiltinName, Lexical>> = {
  anySimpleType: text,
  anyURI: token,
  base64Binary: base64,
  boolean,
  byte: integer(-128, 127),
  date: dated(`${YEAR}-\\d\\d-\\d\\d`, "a date such as 2026-11-23"),
  dateTime: dated(`${YEAR}-\\d\\d-\\d\\dT${TIME}`, "a date and time such as 2026-11-23T12:00:00Z"),
  decimal: pattern(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/, 'a decimal in a string such as "1.50"'),
  double: float,
  duration: pattern(
    /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
    "a duration such as PT1M30S",
  ),
  ENTITIES: list(token),
  ENTITY: token,
  float,
  gDay: dated("---\\d\\d", "a day such as ---23"),
  gMonth: dated("--\\d\\d(?:--)?", "a month such as --11"),
  gMonthDay: dated("--\\d\\d-\\d\\d", "a month and day such as --11-23"),
  gYear: dated(YEAR, "a year such as 2026"),
  gYearMonth: dated(`${YEAR}-\\d\\d`, "a year and month such as 2026-11"),
  hexBinary: hex,
  ID: token,
  IDREF: token,
  IDREFS: list(token),
  int: integer(-2_147_483_648, 2_147_483_647),
  integer: bigInteger(undefined, undefined),
  language: token,
  long: bigInteger(-(2n ** 63n), 2n ** 63n - 1n),
  Name: token,
  NCName: token,
  negativeInteger: bigInteger(undefined, -1n),
  NMTOKEN: token,
  NMTOKENS: list(token),
  nonNegativeInteger: bigInteger(0n, undefined),
  nonPositiveInteger: bigInteger(undefined, 0n),
  normalizedString: normalized,
  NOTATION: qname,
  positiveInteger: bigInteger(1n, undefined),
  QName: qname,
  short: integer(-32_768, 32_767),
  string: text,
  time: dated(TIME, "a time such as 12:00:00"),
  token,
  unsignedByte: integer(0, 255),
  unsignedInt: integer(0, 4_294_967_295),
  unsignedLong: bigInteger(0n, 2n ** 64n - 1n),
  unsignedShort: integer(0, 65_535),
};

/** The codec of a simple type's text; that of an open enumeration takes values that it doesn't list. */
export function lexicalOf(type: SimpleType, open = false): Lexical {
  if (typeof type === "string") return lexicals[type];
  if ("enumeration" in type) return enumerated(Object.values(type.enumeration), open);
  if ("list" in type) return list(lexicalOf(type.list));
  return "union" in type ? union(type.union.map((member) => lexicalOf(member))) : mapped(type);
}

function enumerated(values: readonly string[], open: boolean): Lexical {
  const known = new Set(values);
  const take = (value: string) => (open || known.has(value) ? value : undefined);
  return {
    parse: (wire) => take(known.has(wire) ? wire : collapseSpace(wire)),
    format: (value) => (typeof value === "string" ? take(value) : undefined),
    expected: `one of ${values.join(", ")}`,
  };
}

/** Items between blanks (part 2 §2.5.1.2). */
function list(item: Lexical): Lexical {
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
    ...(item.qualified === true ? { qualified: true } : {}),
  };
}

/** The first of the types that a text or a value fits (part 2 §2.5.1.3). */
function union(members: readonly Lexical[]): Lexical {
  return {
    parse: (wire, scope) => first(members, (member) => member.parse(wire, scope)),
    format: (value, prefixes) => first(members, (member) => member.format(value, prefixes)),
    expected: members.map(({ expected }) => expected).join(", or "),
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

/** A built-in type in another type of TypeScript than the usual one, where a value may lose digits or its zone. */
function mapped({ builtin, as }: MappedType): Lexical {
  const usual = lexicals[builtin];
  const text = (value: unknown) => usual.format(value);
  switch (as) {
    case "Date":
      return {
        parse: (wire) =>
          usual.parse(wire) === undefined ? undefined : dateOf(collapseSpace(wire)),
        format: (value) =>
          value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined,
        expected: "a Date",
      };
    case "number":
      return {
        parse(wire) {
          const value = usual.parse(wire);
          return value === undefined ? undefined : Number(value);
        },
        format(value) {
          if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
          if (builtin === "decimal") return text(plainDecimal(value));
          return Number.isInteger(value) ? text(BigInt(value)) : undefined;
        },
        expected: "a number",
      };
    case "string":
      return {
        parse: (wire) => usual.parse(wire)?.toString(),
        format: (value) =>
          typeof value === "string" && INTEGER.test(value) ? text(BigInt(value)) : undefined,
        expected: "an integer in a string",
      };
    case "bigint":
      return usual;
    case "Attachment":
      return builtin === "base64Binary" ? base64Attachment : attachmentReference;
  }
}

/** A time without a zone is taken as the machine's own, as JavaScript does. */
function dateOf(wire: string): Date | undefined {
  const date = new Date(wire);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Without an exponent, which xs:decimal does not have. */
function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}
