/** The request of an HTTP binding: parameters in the URL or in a form, or a document (WSDL 1.1 §4.5 to §4.8). */
import { encodeMessage, invalidValue, lexicalOf } from "../../codec/index.js";
import { EncodeError } from "../../errors/index.js";
import type { HttpRequest } from "../../http/index.js";
import {
  type ElementSchema,
  isSimple,
  messageElements,
  type Operation,
  resolveType,
} from "../../schema/index.js";

/** A binding without SOAP (WSDL 1.1 §4): parameters in the address, or in the body. */
export type HttpBinding = "http-get" | "http-post";

type FormRequest = Pick<HttpRequest, "url" | "method" | "body"> & {
  readonly headers: Readonly<Record<string, string>>;
};

/** @throws EncodeError if a value does not fit its type */
export function formRequest(
  { endpoint, protocol }: { readonly endpoint: string; readonly protocol: HttpBinding },
  operation: Operation,
  request: Readonly<Record<string, unknown>>,
): FormRequest {
  const { input, soapAction } = operation;
  const base = endpoint.replace(/\/$/, "");
  if (!("parts" in input)) {
    const url = joined(base, soapAction);
    const headers = { "Content-Type": "text/xml; charset=utf-8" };
    return { url, method: "POST", body: encodeMessage(input, request), headers };
  }
  const parameters = new URLSearchParams();
  let path = soapAction;
  for (const part of messageElements(input)) {
    const where = `${operation.name}/${part.element}`;
    const texts = textsOf(part, request[part.element], where);
    const place = `(${part.element})`;
    // Replacement in the path (WSDL 1.1 §4.7).
    if (path.includes(place)) {
      const [text] = texts;
      if (text === undefined || texts.length > 1) {
        throw new EncodeError(`${where} is a part of the address: it must have one value.`, where);
      }
      path = path.replace(place, () => encodeURIComponent(text));
    } else {
      for (const text of texts) parameters.append(part.element, text);
    }
  }
  const url = joined(base, path);
  if (protocol === "http-get") {
    const query = String(parameters);
    return {
      url: query === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`,
      method: "GET",
      headers: {},
    };
  }
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return { url, method: "POST", body: String(parameters), headers };
}

function joined(endpoint: string, path: string): string {
  return path === "" || path.startsWith("/") || path.startsWith("?")
    ? endpoint + path
    : `${endpoint}/${path}`;
}

/** The values of a parameter: an array is sent as several parameters. */
function textsOf(part: ElementSchema, value: unknown, path: string): readonly string[] {
  if (value === undefined || value === null) return [];
  const type = resolveType(part.type);
  if (typeof type === "object" && "item" in type) {
    if (!Array.isArray(value)) throw invalidValue(path, value, "an array");
    return value.flatMap((item) => textsOf(type.item, item, path));
  }
  if (!isSimple(type)) {
    throw new EncodeError(`${path} is not a simple value: a form cannot contain it.`, path);
  }
  const lexical = lexicalOf(type);
  const text = lexical.format(value);
  if (text === undefined) throw invalidValue(path, value, lexical.expected);
  return [text];
}
