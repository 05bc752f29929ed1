/** The headers of a received part. */
import { parseParameterized } from "../../bytes/index.js";
import { type AttachmentHead, DEFAULT_TYPE } from "../attachment.js";
import { contentIdIn } from "../content-id.js";
import type { PartHeaders } from "./multipart-reader.js";

/** Reads the headers of a part (RFC 2183 for the name of a file). */
export function headOf(headers: PartHeaders): AttachmentHead {
  const type = headers.get("content-type");
  const disposition = parseParameterized(headers.get("content-disposition") ?? "").parameters;
  const name = extended(disposition.get("filename*")) ?? disposition.get("filename");
  return {
    contentType: type === undefined || type === "" ? DEFAULT_TYPE : type,
    fileName: name ?? parseParameterized(type ?? "").parameters.get("name"),
    contentId: contentIdOf(headers),
    headers,
  };
}

/** Decodes a value that begins with its charset and language (RFC 8187 §3.2). */
function extended(value: string | undefined): string | undefined {
  const [, text] = /^utf-8'[^']*'(.*)$/is.exec(value ?? "") ?? [];
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export function contentIdOf(headers: PartHeaders): string | undefined {
  const id = headers.get("content-id");
  return id === undefined ? undefined : contentIdIn(id);
}
