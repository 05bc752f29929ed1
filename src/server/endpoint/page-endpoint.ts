/** The pages beside a service: their parameters are in the query, or in a form of either media type. */
import { mediaType, parseParameterized } from "../../bytes/index.js";
import { DecodeError } from "../../errors/index.js";
import { concatenated, MultipartReader } from "../../mime/index.js";
import { oneChunk } from "../http-call.js";
import type { HttpCall, HttpReply } from "../http-exchange.js";
import type { ServiceDefinition } from "../service-definition.js";

type Field = [name: string, text: string];

/**
 * @param path in lower case
 * @returns `undefined` if there is no such page
 */
export async function respondToPage(
  { path: base, pages }: ServiceDefinition,
  call: HttpCall,
  path: string,
): Promise<HttpReply | undefined> {
  const folder = base.slice(0, base.lastIndexOf("/") + 1).toLowerCase();
  const name = path.startsWith(folder) ? path.slice(folder.length) : path;
  try {
    // Of several parameters with the same name the last counts: the one of the query.
    const fields = [...(await formOf(call)), ...new URLSearchParams(call.query)];
    const text = pages?.text(name, new URLSearchParams(fields), call.cookies);
    // The default type of an .aspx page.
    const type = "text/html; charset=utf-8";
    return text === undefined ? undefined : { status: 200, type, body: text };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { status: 400, type: "text/plain; charset=utf-8", body: `${error.message}\r\n` };
  }
}

/** @throws DecodeError if the form is not valid */
async function formOf({ headers, body }: HttpCall): Promise<Iterable<Field>> {
  const { type, parameters } = mediaType(headers["content-type"]);
  return type === "multipart/form-data" && body.length > 0
    ? formData(body, parameters.get("boundary"))
    : new URLSearchParams(new TextDecoder().decode(body));
}

/**
 * The fields of a form (RFC 7578). Files are none, as in `Request.Form` of ASP.NET.
 *
 * @throws DecodeError if it is not valid, or has more parts than `MultipartReader` accepts
 */
async function formData(body: Uint8Array, boundary: string | undefined): Promise<Field[]> {
  const reader = new MultipartReader(oneChunk(body), boundary);
  const fields: Field[] = [];
  let defaultCharset = "utf-8";
  for (let head = await reader.next(); head !== undefined; head = await reader.next()) {
    const { parameters } = parseParameterized(head.get("content-disposition") ?? "");
    const name = parameters.get("name");
    if (name === undefined || parameters.has("filename") || parameters.has("filename*")) continue;
    const charset = mediaType(head.get("content-type")).parameters.get("charset");
    const text = decoded(await rest(reader), charset ?? defaultCharset);
    // The charset of the other parts (RFC 7578 §4.6).
    if (name === "_charset_") defaultCharset = text;
    else fields.push([name, text]);
  }
  return fields;
}

async function rest(reader: MultipartReader): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let chunk = await reader.read(); chunk !== undefined; chunk = await reader.read()) {
    chunks.push(chunk);
  }
  return concatenated(chunks);
}

/** @throws DecodeError if the charset is unknown */
function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (cause) {
    const message = `A part of the form has the charset ${JSON.stringify(charset)}, which is not supported.`;
    throw new DecodeError("MALFORMED_MIME", message, "", { cause });
  }
}
