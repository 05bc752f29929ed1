/** Header values with parameters (RFC 9110 §5.6.6, RFC 2045 §5.1): media types, dispositions. */

/** A header value of the form `value; name=value`. */
export interface ParameterizedValue {
  /** The value before the parameters, in lower case: `multipart/related`. */
  readonly type: string;
  /** The parameters by lower-case name, without quotes. */
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

/** The latest Content-Type: the messages of a service have the same one. */
let latest: { readonly text: string; readonly value: ParameterizedValue } | undefined;

/** The media type of a Content-Type header; an empty one if the header is missing. */
export function mediaType(contentType: string | undefined): ParameterizedValue {
  const text = contentType ?? "";
  if (latest?.text !== text) latest = { text, value: parseParameterized(text) };
  return latest.value;
}

/** The value of a parameter in quotes. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&").replace(/[\r\n]/g, " ")}"`;
}
