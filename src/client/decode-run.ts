/** How a client decodes responses. */
import { type DecodeRun, deviationError } from "../codec/index.js";
import type { DecodeError } from "../errors/index.js";
import type { Call } from "../protocol/index.js";
import type { SoapClientOptions } from "./options.js";

/** @param violations gets those of an outcome: whether they are errors depends on its status */
export function decodeRun(
  { operation, resultKind }: Call,
  violations: DecodeError[],
  { onDeviation, strict }: Pick<SoapClientOptions, "onDeviation" | "strict">,
): DecodeRun {
  return {
    onDeviation(kind, path) {
      onDeviation?.({ kind, operation: operation.name, path });
      if (strict === true) throw deviationError(kind, path);
    },
    onViolation: (violation) => {
      if (resultKind === "response") throw violation;
      violations.push(violation);
    },
  };
}
