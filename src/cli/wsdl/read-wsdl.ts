/** Reads the WSDL that is named on the command line. */
import type { Contract } from "../../contract/index.js";
import {
  type ContractSource,
  type ContractTexts,
  DEFAULT_LIMITS,
  type Download,
  readContract,
  readContractTexts,
} from "../../wsdl/index.js";
import { UsageError } from "../failure/errors.js";
import { type Io, readStdinBytes } from "../io.js";
import { type ReadFlags, readOptions } from "./read-flags.js";

/** Describes the argument in help texts. */
export const WSDL_HELP = "the WSDL: a file, a file: or http(s) URL, or - for standard input";

/**
 * Reads the contract of a file, a `file:` or http(s) URL, or `-` for standard input.
 *
 * @throws UsageError, WsdlError, ConnectionError, TimeoutError, AbortError
 */
export async function readWsdl(source: string, flags: ReadFlags, io: Io): Promise<Contract> {
  return readContract(await contractSource(source, flags, io), download, readOptions(flags, io));
}

/** The contract with the texts of its documents; as `readWsdl`. */
export async function readWsdlTexts(
  source: string,
  flags: ReadFlags,
  io: Io,
): Promise<ContractTexts> {
  const given = await contractSource(source, flags, io);
  return readContractTexts(given, download, readOptions(flags, io));
}

/** The network is loaded for URLs only. */
const download: Download = async (url, options) =>
  (await import("./download.js")).download(url, options);

async function contractSource(source: string, flags: ReadFlags, io: Io): Promise<ContractSource> {
  if (source === "-") {
    const bytes = await readStdinBytes(io, flags.maxBytes ?? DEFAULT_LIMITS.maxBytes);
    if (bytes.length === 0) throw new UsageError("Standard input is empty: pipe a WSDL into it.");
    return { location: "standard input", bytes };
  }
  io.secrets?.addRequest(source);
  if (source === "") throw new UsageError("The name of the WSDL is empty.");
  const scheme = /^([a-z][a-z\d+.-]+):\/\//i.exec(source)?.[1];
  if (scheme !== undefined && !/^(?:https?|file)$/i.test(scheme)) {
    throw new UsageError(
      `${source} has the scheme ${scheme}: give a file, a file: or http(s) URL, or - for standard input.`,
    );
  }
  if (/^https?:/i.test(source) && !URL.canParse(source)) {
    throw new UsageError(
      `${source} is not a valid URL: write it like https://example.com/Service.asmx?wsdl.`,
    );
  }
  return source;
}
