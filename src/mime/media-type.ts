/** Header values of the form `type; name=value` (RFC 2045 §5.1): media types, dispositions. */

export interface ParameterizedValue {
  /** In lower case: `multipart/related`. */
  readonly type: string;
  /** By lower-case name, without quotes. */
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)/g;

export function parseParameterized(text: string): ParameterizedValue {
  const parameters = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(PARAMETER)) {
    const plain = value.startsWith('"')
      ? value.slice(1, -1).replace(/\\(.)/g, "$1")
      : value.trimEnd();
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), plain);
  }
  const type = text.slice(0, text.search(/;|$/));
  return { type: type.trim().toLowerCase(), parameters };
}

/** The value of a parameter in quotes. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replace(/[\r\n]/g, " ")}"`;
}
