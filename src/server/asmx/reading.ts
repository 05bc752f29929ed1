/** Reads requests as .NET's XmlSerializer does, with its messages about invalid values. */
import { type DecodeRun, type InvalidText, type Lexical, lexicals } from "../../codec/index.js";
import type { Operation } from "../../schema/index.js";
import { ServiceFault } from "../service-fault.js";

/** @param text the text of the request, to find the position of an invalid value */
export function asmxReading(_operation: Operation, text: string): DecodeRun {
  return {
    onDeviation() {},
    onViolation({ code, path, message }, found) {
      // A missing element has a default, and the first of repeated elements counts.
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

/** The names of types in the messages of .NET. */
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

/** The message of .NET contains the position of the value in the document. */
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
