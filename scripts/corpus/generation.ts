/** Generates code from a WSDL in memory, with time and memory. */
import {
  type Contract,
  GenerateError,
  generateFiles,
  readContract,
  WsdlError,
} from "../../src/codegen/index.js";
import { RUNTIME } from "./job.js";

export interface Generation {
  readonly contract: Contract;
  readonly files: ReadonlyMap<string, string>;
  readonly ms: number;
  readonly peakMb: number;
}

/** Why no code was generated. */
export interface Rejection {
  /** Whether the generator reports it; otherwise the generator failed. */
  readonly isDeliberate: boolean;
  readonly reason: string;
}

/** @param corpus the folder from which WSDLs may import */
export async function generation(file: string, corpus: string): Promise<Generation | Rejection> {
  const started = performance.now();
  try {
    const contract = await readContract(file, offline, { allowImportFolders: [corpus] });
    const files = generateFiles(contract, RUNTIME);
    return { contract, files, ms: Math.round(performance.now() - started), peakMb: peakMb() };
  } catch (error) {
    const isDeliberate = error instanceof WsdlError || error instanceof GenerateError;
    const text = error instanceof Error ? (isDeliberate ? error.message : error.stack) : undefined;
    const [first = ""] = (text ?? String(error)).split(isDeliberate ? "\n" : /$^/);
    return { isDeliberate, reason: first };
  }
}

/** A corpus contains everything that it refers to, so that results are reproducible. */
async function offline(url: string): Promise<never> {
  throw new Error(`${url} is not looked up: a corpus brings its files.`);
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}
