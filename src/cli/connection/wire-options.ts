/** Options of the Rescue client for --verbose, --record and --replay. */
import type { RescueClientOptions } from "../../rescue/index.js";
import type { Operation } from "../../schema/index.js";
import type { Io } from "../io.js";
import { deviationPrinter, type WireFlags, wireTransport } from "./wire-transport.js";

/** @throws UsageError if the file can't be read or written, or is not a recording */
export async function wireOptions(
  flags: WireFlags,
  io: Io,
): Promise<Pick<RescueClientOptions, "transport" | "throttle" | "onWait" | "onDeviation">> {
  const { verbose = false, record, replay } = flags;
  if (!verbose && record === undefined && replay === undefined) return {};
  const { operations } = await import("../../generated/index.js");
  const transport = await wireTransport(flags, Object.values<Operation>(operations), io);
  return {
    ...(transport !== undefined && { transport }),
    // A recording has no rate limit.
    ...(replay !== undefined && { throttle: false }),
    ...(verbose && {
      onWait: ({ operation, delay }) =>
        io.stderr.write(`* ${operation} waits ${Math.round(delay)} ms for the rate limit\n`),
      onDeviation: deviationPrinter(io),
    }),
  };
}
