/** Decoded values as TypeScript, each declared to be of its message's type: so the compiler says whether types are true. */
import { Attachment } from "../../../src/mime/attachment.js";
import { XmlElement } from "../../../src/xml/element.js";
import { RUNTIME } from "../job.js";

export interface Sample {
  /** The message's type in types.ts. */
  readonly type: string;
  /** As the decoder gave it. */
  readonly value: unknown;
}

export function samplesFile(samples: readonly Sample[]): string {
  // An import that nothing needs would be an error.
  if (samples.length === 0) return "export {};\n";
  const constants = samples.map(
    ({ type, value }, index) => `export const s${index}: types.${type} = ${literal(value)};`,
  );
  return [
    `import { attachment, XmlElement } from "${RUNTIME}";`,
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
  // A computed name makes a property of any name, `__proto__` too, but hides it from the compiler: only that one needs it.
  const members = Object.entries(value).map(([name, member]) => {
    const key = JSON.stringify(name);
    return `${name === "__proto__" ? `[${key}]` : key}: ${literal(member)}`;
  });
  return `{ ${members.join(", ")} }`;
}
