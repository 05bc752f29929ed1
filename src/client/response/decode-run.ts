/** How a client decodes responses. */
import {
  type DecodeRun,
  deviationError,
  type InvalidText,
  type Values,
} from "../../codec/index.js";
import { addPartial, DecodeError } from "../../errors/index.js";
import type { ExchangeSecrets } from "../../http/index.js";
import type { Call } from "../../protocol/index.js";
import { ContentBudget } from "../../xml/index.js";
import type { CallValidation } from "../call-validation.js";
import type { SoapClientOptions } from "../options.js";

/** A run that collects what is wrong in a response, so that its error has the rest of the value. */
export interface ResponseRun extends DecodeRun {
  /** The first violations; whether those of an outcome are errors depends on its status. */
  readonly violations: readonly DecodeError[];
  /** @throws DecodeError the first violation of a response, with its value; `undefined` if it has none */
  onMessage(value: Values | undefined): void;
}

/** A response with more violations ends at once: each of them is an error with a stack. */
const MAX_VIOLATIONS = 10_000;

/**
 * @param secrets of the call: the response may repeat them
 * @param validation checks the facets of the response; default: they are not checked
 */
export function decodeRun(
  { operation, resultKind, missing }: Call,
  {
    onDeviation,
    strict,
    maxResponseElements,
  }: Pick<SoapClientOptions, "onDeviation" | "strict" | "maxResponseElements">,
  secrets: ExchangeSecrets,
  validation?: CallValidation,
): ResponseRun {
  const violations: DecodeError[] = [];
  let count = 0;
  const report = (kind: Parameters<DecodeRun["onDeviation"]>[0], path: string) =>
    onDeviation?.({ kind, operation: operation.name, path: secrets.remove(path) });
  return {
    violations,
    violationOf: validation?.violationOf,
    budget: new ContentBudget(maxResponseElements, "maxResponseElements"),
    onDeviation(kind, path) {
      report(kind, path);
      if (strict === true) throw violations[0] ?? deviationError(kind, path);
    },
    onViolation(violation, found) {
      count += 1;
      if (count > MAX_VIOLATIONS) throw violations[0] ?? violation;
      if (missing === "report" && violation.code === "MISSING_ELEMENT") {
        report("missing-element", violation.path);
      } else if (violations.length === 0) {
        // Its message contains the beginning of the text, which may be a part of a secret.
        const isSecret = found !== undefined && secrets.remove(found.text) !== found.text;
        violations.push(isSecret ? hidden(violation, found) : violation);
      }
    },
    onMessage(value) {
      const violation = violations[0] ?? validation?.response(value);
      if (violation === undefined) return;
      if (violations.length === 0) violations.push(violation);
      addPartial(violation, value);
      if (resultKind === "response") throw violation;
    },
  };
}

function hidden({ code, path }: DecodeError, { lexical }: InvalidText): DecodeError {
  const message = `The message's ${path} is a hidden value, not ${lexical.expected}.`;
  return new DecodeError(code, message, path);
}
