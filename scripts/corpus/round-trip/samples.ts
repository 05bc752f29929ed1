/** Decoded values as TypeScript, with the type of their message, so that the compiler checks the types. */
import { Attachment } from "../../../src/mime/attachment.js";
import { XmlElement } from "../../../src/xml/element.js";
import { USERS_RUNTIME } from "../job.js";

export interface Sample {
  /** The type of the message in types.ts. */
  readonly type: string;
  /** As it was decoded. */
  readonly value: unknown;
}

export function samplesFile(samples: readonly Sample[]): string {
  // An unused import would be an error.
  if (samples.length === 0) return "export {};\n";
  const constants = samples.map(
    ({ type, value }, index) => `export const s${index}: types.${type} = ${literal(value)};`,
  );
  return [
    `import { attachment, XmlElement } from "${USERS_RUNTIME}";`,
    'import type * as types from "./types.js";',
    "export const imported = [XmlElement, attachment];",
    ...constants,
    "",
  ].join("\n");
}

function literal(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number")
    return Object.is(value, -0)
      ? "-0"
      : String(value).replace("Infinity", "Number.POSITIVE_INFINITY");
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  if (value instanceof Uint8Array) return `new Uint8Array([${value.join(", ")}])`;
  if (value instanceof Date) return `new Date("${value.toISOString()}")`;
  if (value instanceof XmlElement) {
    const parts = [value.name, value.attributes, value.children].map(literal);
    return `new XmlElement(${parts.join(", ")})`;
  }
  if (value instanceof Attachment) return "attachment(new Uint8Array())";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  // A computed name allows any property, even `__proto__`, but the compiler does not check it; only `__proto__` needs it.
  const members = Object.entries(value).map(([name, member]) => {
    const key = JSON.stringify(name);
    return `${name === "__proto__" ? `[${key}]` : key}: ${literal(member)}`;
  });
  return `{ ${members.join(", ")} }`;
}
