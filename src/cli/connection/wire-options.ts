/** What the connection's flags have to do with the wire: shown, recorded, or replayed from a recording. */
import { readFileSync, writeFileSync } from "node:fs";
import type { HarEntry } from "../../har/index.js";
import type { Transport } from "../../http/index.js";
import type { RescueClientOptions } from "../../rescue/index.js";
import type { Operation } from "../../schema/index.js";
import { UsageError } from "../failure/failure.js";
import type { Io } from "../io.js";
import type { ConnectionFlags } from "./connection-flags.js";

export type WireFlags = Pick<ConnectionFlags, "verbose" | "record" | "replay">;

/** Stands for a secret that nobody needs to know: the recording has it so, too. */
export const REPLAYED_SECRET = "***";

/**
 * Cookies lie outside, so that what is shown and recorded has the headers that they become.
 *
 * @throws UsageError for a file that can't be read or written, or is no recording
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
      write(`* ${operation} waits ${Math.round(delay)} ms for its turn\n`),
    onDeviation: ({ kind, path }) => write(`* the answer has an ${kind} at ${path}\n`),
  };
}

/** A recording has no limit of calls. */
const UNPACED = { throttle: false } as const;

/** The file is whole after each exchange, whatever becomes of the next. */
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
      throw new UsageError(`--record names the file ${file}, which can't be written.`, { cause });
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
    throw new UsageError(`--replay names the file ${file}, which can't be read.`, { cause });
  }
  try {
    return replay(JSON.parse(text), { operations });
  } catch (cause) {
    throw new UsageError(`--replay takes a HAR file, and ${file} is none.`, { cause });
  }
}
