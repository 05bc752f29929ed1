/** Reads the JSON of a contract. */
import { type ContractJson, FORMAT } from "./model.js";

/** A contract, or why the text is not one. */
export type ReadResult =
  | { readonly contract: ContractJson; readonly problem?: undefined }
  /** `version`: it was written by another version of this program. `other`: it is not the JSON of a contract. */
  | { readonly contract?: undefined; readonly problem: "version" | "other" };

export function readContractJson(text: string): ReadResult {
  const value = parsed(text);
  if (!isRecord(value) || typeof value.format !== "number") return { problem: "other" };
  if (value.format !== FORMAT) return { problem: "version" };
  return isContractJson(value) ? { contract: value } : { problem: "other" };
}

/** The names in generated code. */
export interface GeneratedNames {
  /** The types of the contract, as `{namespace}local`. */
  readonly types: readonly string[];
  /** Names that differ from those of the schema, by type. */
  readonly names: Readonly<Record<string, string>>;
}

/** The names in a `contract.json` of any version; `undefined` if the text is something else. */
export function readGeneratedNames(text: string): GeneratedNames | undefined {
  const value = parsed(text);
  if (!isRecord(value) || typeof value.format !== "number" || !isRecord(value.types)) {
    return undefined;
  }
  const names = Object.entries(isRecord(value.names) ? value.names : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return { types: Object.keys(value.types), names: Object.fromEntries(names) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isContractJson(value: object): value is ContractJson {
  return (
    "services" in value &&
    Array.isArray(value.services) &&
    "elements" in value &&
    isRecord(value.elements) &&
    "types" in value &&
    isRecord(value.types)
  );
}
