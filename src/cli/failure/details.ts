/** What an error has beside its message: lines for people, and members for JSON. */
import type { SoapFault } from "../../protocol/index.js";
import type { WsdlError } from "../../wsdl/index.js";
import { toJson, toText } from "../output/values.js";

export interface FailureDetails {
  readonly lines?: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>;
}

const MOST_LINES = 100;

// Errors are recognized by their names: loading their classes would load layers that most commands don't need.

export function isWsdlError(error: Error): error is WsdlError {
  return error.name === "WsdlError";
}

function isSoapFault(error: Error): error is SoapFault {
  return error.name === "SoapFault";
}

export function failureDetails(error: Error): FailureDetails {
  if (isWsdlError(error)) return wsdlDetails(error);
  if (isSoapFault(error)) return faultDetails(error);
  const details = Object.fromEntries(
    ["path", "status"].flatMap((name) => {
      const value: unknown = Reflect.get(error, name);
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
  return Object.keys(details).length === 0 ? {} : { details };
}

/** The lines after the first one of the message, and each problem with its location. */
function wsdlDetails({ message, diagnostics }: WsdlError): FailureDetails {
  if (diagnostics.length === 0) return {};
  const problems = diagnostics.map(({ message: problem, location: { file, line, column } }) => ({
    message: problem,
    file,
    line,
    column,
  }));
  return { ...linesOf(message.split(/\r?\n/).slice(1)), details: { problems } };
}

/** The names in the contract, and the detail: by the contract's type if it has one, else as XML. */
function faultDetails(fault: SoapFault): FailureDetails {
  const { faultCode, subcodes, reason, role, node, names, status } = fault;
  const detail = fault.detail ?? fault.detailElement;
  const named = names.length === 0 ? [] : [`fault: ${names.join(" or ")}`];
  const shown = detail === undefined ? "" : toText({ detail });
  return {
    ...linesOf([...named, ...shown.split("\n")]),
    details: {
      status,
      faultCode: clark(faultCode),
      ...(subcodes.length > 0 && { subcodes: subcodes.map(clark) }),
      reason,
      ...(role !== undefined && { role }),
      ...(node !== undefined && { node }),
      names,
      ...(detail !== undefined && { detail: toJson(detail) }),
    },
  };
}

function linesOf(lines: readonly string[]): { readonly lines?: readonly string[] } {
  const shown = lines.filter((line) => line.trim() !== "").map(withoutControls);
  if (shown.length === 0) return {};
  if (shown.length <= MOST_LINES) return { lines: shown };
  return { lines: [...shown.slice(0, MOST_LINES), `and ${shown.length - MOST_LINES} more lines`] };
}

function clark({ namespace, local }: SoapFault["faultCode"]): string {
  return namespace === "" ? local : `{${namespace}}${local}`;
}

/** Without the characters that a terminal would interpret. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, "");
}
