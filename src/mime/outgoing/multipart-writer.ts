/** Multipart bodies to send (RFC 2046 §5.1). */
import { type MessageBody, quoted } from "../../bytes/index.js";
import {
  type Attachment,
  type AttachmentHead,
  concatenated,
  OutgoingAttachment,
} from "../attachment.js";
import type { OutgoingPart } from "./outgoing-parts.js";

export interface MultipartBody {
  readonly body: MessageBody;
  /** In bytes; `undefined` if it is known only after sending. */
  readonly length: number | undefined;
}

/**
 * Builds a body from its root and its parts: bytes if all of it is in memory, or else chunks.
 *
 * @param rootHeaders the lines of the headers of the root
 */
export function multipartBody(
  boundary: string,
  rootHeaders: readonly string[],
  root: string,
  parts: readonly OutgoingPart[],
): MultipartBody {
  const encoder = new TextEncoder();
  const start = encoder.encode(
    `--${boundary}\r\n${rootHeaders.map((line) => `${line}\r\n`).join("")}\r\n${root}`,
  );
  const end = encoder.encode(`\r\n--${boundary}--\r\n`);
  const headOf = (part: OutgoingPart, head: AttachmentHead) =>
    encoder.encode(`\r\n--${boundary}\r\n${partHeaders(part, head)}\r\n`);

  const pieces: Uint8Array[] = [start];
  let length: number | undefined = start.byteLength + end.byteLength;
  for (const part of parts) {
    const { content } = part;
    const local = content instanceof OutgoingAttachment ? content : undefined;
    const head = local && headOf(part, local.headers);
    if (head !== undefined && local?.memory !== undefined) pieces.push(head, local.memory);
    const size = local?.size;
    length =
      length === undefined || head === undefined || size === undefined
        ? undefined
        : length + head.byteLength + size;
  }
  if (pieces.length === 1 + 2 * parts.length)
    return { body: concatenated([...pieces, end]), length };
  return { body: chunks(start, parts, headOf, end), length };
}

async function* chunks(
  start: Uint8Array,
  parts: readonly OutgoingPart[],
  headOf: (part: OutgoingPart, head: AttachmentHead) => Uint8Array,
  end: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield start;
  for (const part of parts) {
    yield headOf(part, await part.content.head());
    yield* nonEmpty(part.content);
  }
  yield end;
}

async function* nonEmpty(content: Attachment): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of content) if (chunk.byteLength > 0) yield chunk;
}

function partHeaders({ contentId, contentType }: OutgoingPart, head: AttachmentHead): string {
  const lines = [
    `Content-Type: ${(contentType ?? head.contentType).replace(/[\r\n]+/g, " ")}`,
    "Content-Transfer-Encoding: binary",
    `Content-ID: <${contentId}>`,
  ];
  if (head.fileName !== undefined) {
    lines.push(`Content-Disposition: attachment; ${fileNameParameters(head.fileName)}`);
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** The name in ASCII, and if it differs the exact name (RFC 6266 §4.3). */
function fileNameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_");
  const exact = plain === name ? "" : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  return `filename=${quoted(plain)}${exact}`;
}
