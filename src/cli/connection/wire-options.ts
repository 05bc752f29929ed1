/** Client options for --verbose, --record and --replay. */
import { readFileSync, writeFileSync } from "node:fs";
import type { HarEntry } from "../../har/index.js";
import type { Transport } from "../../http/index.js";
import type { RescueClientOptions } from "../../rescue/index.js";
import type { Operation } from "../../schema/index.js";
import { UsageError } from "../failure/errors.js";
import type { Io } from "../io.js";
import { fileProblem } from "../options/text-file.js";
import type { ConnectionFlags } from "./connection-flags.js";

export type WireFlags = Pick<ConnectionFlags, "verbose" | "record" | "replay">;

/** The text of every secret in a recording. */
export const REPLAYED_SECRET = "***";

/**
 * The cookie jar is the outermost transport, so that the log and the recording contain the cookie headers.
 *
 * @throws UsageError if the file can't be read or written, or is not a recording
 */
export async function wireOptions(
  flags: WireFlags,
  io: Io,
): Promise<Pick<RescueClientOptions, "transport" | "throttle" | "onWait" | "onDeviation">> {
  const { verbose = false, record, replay } = flags;
  if (!verbose && record === undefined && replay === undefined) return {};
  const [{ cookies }, { httpTransport }, { wireLog }, generated] = await Promise.all([
    import("../../http/cookies.js"),
    import("../../http/node/node-transport.js"),
    import("../../redaction/wire-log.js"),
    import("../../generated/index.js"),
  ]);
  const operations = Object.values<Operation>(generated.operations);
  const write = (text: string) => io.stderr.write(text);
  let transport = replay === undefined ? httpTransport() : await replaying(replay, operations);
  if (record !== undefined) transport = await recording(transport, record, operations);
  if (!verbose) return { transport: cookies(transport), ...(replay !== undefined && UNPACED) };
  return {
    transport: cookies(wireLog(transport, write, { operations })),
    ...(replay !== undefined && UNPACED),
    onWait: ({ operation, delay }) =>
      write(`* ${operation} waits ${Math.round(delay)} ms for the rate limit\n`),
    onDeviation: ({ kind, path }) => write(`* the response has an ${kind} at ${path}\n`),
  };
}

/** A recording has no rate limit. */
const UNPACED = { throttle: false } as const;

/** The file is complete after each response. */
async function recording(
  transport: Transport,
  file: string,
  operations: readonly Operation[],
): Promise<Transport> {
  const [{ harText }, { record }] = await Promise.all([
    import("../../har/har.js"),
    import("../../har/record.js"),
  ]);
  const entries: HarEntry[] = [];
  const save = () => {
    try {
      writeFileSync(file, harText(entries));
    } catch (cause) {
      throw new UsageError(
        `The file of --record, ${file}, can't be written: ${fileProblem(cause)}.`,
        { cause },
      );
    }
  };
  save();
  const sink = (entry: HarEntry) => {
    entries.push(entry);
    save();
  };
  return record(transport, sink, { operations });
}

async function replaying(file: string, operations: readonly Operation[]): Promise<Transport> {
  const { replay } = await import("../../har/replay.js");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new UsageError(`The file of --replay, ${file}, can't be read: ${fileProblem(cause)}.`, {
      cause,
    });
  }
  try {
    return replay(JSON.parse(text), { operations });
  } catch (cause) {
    throw new UsageError(`The file of --replay, ${file}, is not a HAR file.`, { cause });
  }
}
