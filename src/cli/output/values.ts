/** Values of the contract as JSON and as text. What JSON has no form for becomes a string, so that nothing is lost. */
import { XmlElement, xmlElementText } from "../../xml/index.js";

/** One line of JSON. */
export function toJsonLine(value: unknown): string {
  return `${JSON.stringify(toJson(value))}\n`;
}

/** The value for JSON: a `bigint` is a string of its digits, bytes are a string in base64, XML is a string. */
export function toJson(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Date) return value.toISOString();
  if (value instanceof XmlElement) return xmlElementText(value, "");
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toJson(member)]));
}

/** Lines of `name: value` for people. The members of a member are indented, and so are the further lines of a text. */
export function toText(value: object, indent = ""): string {
  return Object.entries(value)
    .map(([name, member]) => `${indent}${name}:${memberText(member, `${indent}  `)}`)
    .join("");
}

function memberText(member: unknown, indent: string): string {
  if (Array.isArray(member)) {
    if (member.length === 0) return " (none)\n";
    return `\n${member.map((item) => `${indent}-${memberText(item, `${indent}  `)}`).join("")}`;
  }
  const plain = toJson(member);
  if (typeof plain === "object" && plain !== null) return `\n${toText(plain, indent)}`;
  const lines = String(plain).split(/\r\n|\r|\n/);
  if (lines.length === 1) return ` ${lines[0]}`.trimEnd().concat("\n");
  return `\n${lines.map((line) => `${indent}${line}`.trimEnd()).join("\n")}\n`;
}
