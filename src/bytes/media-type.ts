/** Header values with parameters (RFC 9110 §5.6.6, RFC 2045 §5.1): media types, dispositions. */

/** A header value of the form `value; name=value`. */
export interface ParameterizedValue {
  /** The value before the parameters, in lower case: `multipart/related`. */
  readonly type: string;
  /** The parameters by lower-case name, without quotes. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** The text up to the next `;` that is not in quotes. A quote that does not end extends to the end of the text. */
const SEGMENT = /(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^;"])*/y;
const PARAMETER = /^\s*([^\s="]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s"]\S*)/;

/** A parameter that is not well-formed is ignored; of several with one name the first counts. */
export function parseParameterized(text: string): ParameterizedValue {
  const parameters = new Map<string, string>();
  const [type = "", ...segments] = segmentsOf(text);
  for (const segment of segments) {
    const [, name = "", value = ""] = PARAMETER.exec(segment) ?? [];
    const plain = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
    const key = name.toLowerCase();
    if (key !== "" && !parameters.has(key)) parameters.set(key, plain);
  }
  return { type: type.trim().toLowerCase(), parameters };
}

function segmentsOf(text: string): readonly string[] {
  const segments: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    SEGMENT.lastIndex = at;
    const [segment = ""] = SEGMENT.exec(text) ?? [];
    segments.push(segment);
    at += segment.length;
  }
  return segments;
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
