/** Requests as .NET's XmlSerializer reads them, and what it says of values that it can't read. */
import { type DecodeRun, type InvalidText, type Lexical, lexicals } from "../../codec/index.js";
import type { Operation } from "../../schema/index.js";
import { ServiceFault } from "../service-fault.js";

/** @param text the request's, for the place of what can't be read */
export function asmxReading(_operation: Operation, text: string): DecodeRun {
  return {
    onDeviation() {},
    onViolation({ code, path, message }, found) {
      // What is missing has a default, and of repeated ones the first counts.
      if (code !== "INVALID_VALUE") return;
      const element = /[^/@]*$/.exec(path)?.[0] ?? "";
      throw unreadable(element, found === undefined ? message : reasonOf(element, found), text);
    },
    nilValue({ element, content }) {
      if (content.kind !== "text") return undefined;
      if (content.lexical === lexicals.string) return "";
      throw unreadable(element, reasonOf(element, { text: "", lexical: content.lexical }), text);
    },
  };
}

const NAMES: ReadonlyMap<Lexical, string> = new Map(
  Object.entries(lexicals).map(([name, lexical]) => [lexical, name]),
);

/** As .NET's messages call them. */
const NUMBERS: Readonly<Record<string, string>> = {
  byte: "a signed byte",
  decimal: "a Decimal",
  double: "a Double",
  float: "a Single",
  int: "an Int32",
  long: "an Int64",
  short: "an Int16",
  unsignedByte: "an unsigned byte",
  unsignedInt: "a UInt32",
  unsignedLong: "a UInt64",
  unsignedShort: "a UInt16",
};

const TIMES: ReadonlySet<string> = new Set(["date", "dateTime", "time"]);

function reasonOf(element: string, { text, lexical }: InvalidText): string {
  const name = NAMES.get(lexical);
  const word = text.trim();
  if (name === undefined) {
    return `Instance validation error: '${word}' is not a valid value for ${element}.`;
  }
  if (name === "boolean") return `The string '${word}' is not a valid Boolean value.`;
  if (TIMES.has(name)) return `The string '${word}' is not a valid AllXsd value.`;
  const number = NUMBERS[name];
  return number !== undefined && /^[+-]?\d+$/.test(word)
    ? `Value was either too large or too small for ${number}.`
    : "Input string was not in a correct format.";
}

/** .NET says where in the document the value stands. */
function unreadable(element: string, reason: string, text: string): ServiceFault {
  const name = element.replaceAll(".", "\\.");
  const at = Math.max(0, text.search(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`)));
  const before = text.slice(0, text.indexOf(">", at) + 1).split("\n");
  const place = `(${before.length}, ${(before.at(-1)?.length ?? 0) + 1})`;
  return new ServiceFault(
    `Server was unable to read request. ---> There is an error in XML document ${place}. ---> ${reason}`,
    { faultCode: "Client" },
  );
}
