/** A recorded message: its first line, the headers that describe it, and its body byte for byte, as HTTP has them. */
import { readFile, writeFile } from "node:fs/promises";

export interface RecordedMessage {
  /** `HTTP/1.1 200` of a response. */
  readonly start: string;
  /** By their small names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const KEPT = ["content-type", "soapaction"];
const END = Buffer.from("\r\n\r\n");

export async function readMessage(file: string): Promise<RecordedMessage> {
  const bytes = await readFile(file);
  const end = bytes.indexOf(END);
  const [start = "", ...lines] = bytes.subarray(0, end).toString().split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  return { start, headers, body: bytes.subarray(end + END.length) };
}

export async function writeMessage(file: string, message: RecordedMessage): Promise<void> {
  const lines = KEPT.flatMap((name) => {
    const value = message.headers[name];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const head = [message.start, ...lines].join("\r\n");
  await writeFile(file, Buffer.concat([Buffer.from(head), END, message.body]));
}
