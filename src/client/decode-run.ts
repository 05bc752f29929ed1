/** How a client decodes responses. */
import { type DecodeRun, deviationError, type InvalidText } from "../codec/index.js";
import { DecodeError } from "../errors/index.js";
import type { ExchangeSecrets } from "../http/index.js";
import type { Call } from "../protocol/index.js";
import { ContentBudget } from "../xml/index.js";
import type { SoapClientOptions } from "./options.js";

/**
 * @param violations gets those of an outcome: whether they are errors depends on its status
 * @param secrets of the call: the response may repeat them
 */
export function decodeRun(
  { operation, resultKind }: Call,
  violations: DecodeError[],
  {
    onDeviation,
    strict,
    maxResponseElements,
  }: Pick<SoapClientOptions, "onDeviation" | "strict" | "maxResponseElements">,
  secrets: ExchangeSecrets,
): DecodeRun {
  return {
    budget: new ContentBudget(maxResponseElements, "maxResponseElements"),
    onDeviation(kind, path) {
      onDeviation?.({ kind, operation: operation.name, path: secrets.remove(path) });
      if (strict === true) throw deviationError(kind, path);
    },
    onViolation(violation, found) {
      // Its message contains the beginning of the text, which may be a part of a secret.
      const isSecret = found !== undefined && secrets.remove(found.text) !== found.text;
      const shown = isSecret ? hidden(violation, found) : violation;
      if (resultKind === "response") throw shown;
      violations.push(shown);
    },
  };
}

function hidden({ code, path }: DecodeError, { lexical }: InvalidText): DecodeError {
  const message = `The message's ${path} is a hidden value, not ${lexical.expected}.`;
  return new DecodeError(code, message, path);
}
