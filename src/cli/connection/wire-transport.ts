/** The transport for --verbose, --record and --replay. */
import type { Deviation } from "../../codec/index.js";
import type { HarEntry } from "../../har/index.js";
import type { Transport } from "../../http/index.js";
import type { Operation } from "../../schema/index.js";
import { UsageError } from "../failure/errors.js";
import type { Io } from "../io.js";
import { readOptionFile } from "../options/text-file.js";
import { RecordingFile } from "./recording-file.js";

export interface WireFlags {
  readonly verbose?: true;
  readonly record?: string;
  /** Whether the file of `record` may exist. */
  readonly force?: true;
  readonly replay?: string;
}

/** The text of every secret in a recording. */
export const REPLAYED_SECRET = "***";

/**
 * A transport that prints, records or replays; `undefined` for none of these. The cookie jar is the outermost transport, so
 * that the log and the recording contain the cookie headers.
 *
 * @param operations their schemas name the secrets
 * @throws UsageError if the file can't be read or written, or is not a recording
 */
export async function wireTransport(
  { verbose, record, force, replay }: WireFlags,
  operations: readonly Operation[],
  io: Io,
): Promise<Transport | undefined> {
  if (verbose !== true && record === undefined && replay === undefined) return undefined;
  const [{ cookies }, { httpTransport }, { wireLog }] = await Promise.all([
    import("../../http/cookies.js"),
    import("../../http/node/node-transport.js"),
    import("../../redaction/wire-log.js"),
  ]);
  let transport = replay === undefined ? httpTransport() : await replaying(replay, operations);
  if (record !== undefined)
    transport = await recording(transport, { file: record, force: force === true }, operations);
  if (verbose !== true) return cookies(transport);
  return cookies(wireLog(transport, (text) => io.stderr.write(text), { operations }));
}

/** Prints deviations of responses from the contract. */
export function deviationPrinter(io: Io): (deviation: Deviation) => void {
  return ({ kind, path }) => io.stderr.write(`* the response has an ${kind} at ${path}\n`);
}

/** The file is complete after each response. */
async function recording(
  transport: Transport,
  { file, force }: { readonly file: string; readonly force: boolean },
  operations: readonly Operation[],
): Promise<Transport> {
  const [{ harText }, { record }] = await Promise.all([
    import("../../har/har.js"),
    import("../../har/record.js"),
  ]);
  const entries: HarEntry[] = [];
  const output = new RecordingFile(file, harText(entries), force);
  const sink = (entry: HarEntry) => {
    entries.push(entry);
    output.write(harText(entries));
  };
  return record(transport, sink, { operations });
}

async function replaying(file: string, operations: readonly Operation[]): Promise<Transport> {
  const { replay } = await import("../../har/replay.js");
  const text = await readOptionFile(file, "--replay");
  try {
    return replay(JSON.parse(text), { operations });
  } catch (cause) {
    throw new UsageError(`The file of --replay, ${file}, is not a HAR file.`, { cause });
  }
}
