/** Reads a WSDL from a file, or from a URL with a function of the caller that downloads it. */
import { fileURLToPath } from "node:url";
import type { Contract } from "../../contract/index.js";
import { type ImportOptions, ImportPolicy } from "../access/import-policy.js";
import { readLocalFile } from "../access/local-file.js";
import { withinTime } from "../access/within-time.js";
import { WsdlError } from "../errors.js";
import { Budget, type WsdlLimits } from "../limits.js";
import { readDocuments } from "../read.js";
import { type Documents, loadDocuments, type ReadText, type SourceText } from "./documents.js";
import { isRemote } from "./resolve-location.js";

/** The result of a download. */
export interface Downloaded {
  /** The URL of the document after redirects; relative imports start there. */
  readonly url: string;
  /** The HTTP status. A status other than 200 is a `WsdlError`. */
  readonly status: number;
  /** The header `Content-Type`; `undefined` if the response has none. */
  readonly contentType: string | undefined;
  /** The body of the response. */
  readonly bytes: Uint8Array;
}

/** What a download has to observe. */
export interface DownloadOptions {
  /** Aborts when reading ends, for example after the limit `timeout`. */
  readonly signal: AbortSignal;
  /** The largest size of the body, in bytes. A longer body exceeds a limit, so that the download can end after one more byte. */
  readonly maxBytes: number;
  /**
   * To be called before a redirect is followed.
   *
   * @throws WsdlError (`NOT_ALLOWED`) if the WSDL must not import from that URL
   */
  readonly checkRedirect: (url: string) => void;
}

/** Downloads a URL; throws if there is no response. */
export type Download = (url: string, options: DownloadOptions) => Promise<Downloaded>;

/** Options of `readContract`. */
export interface ReadOptions extends WsdlLimits, ImportOptions {
  /** Ends reading; `readContract` rejects with its reason then. Default: nothing ends it. */
  readonly signal?: AbortSignal;
}

/** The bytes of a WSDL that were read from elsewhere, for example from standard input. */
export interface GivenSource {
  /** Names the WSDL in messages; its relative imports start from here. */
  readonly location: string;
  /** The WSDL; in UTF-8 unless it has a byte order mark or an XML declaration. */
  readonly bytes: Uint8Array;
}

/** A path, a `file:` or http(s) URL, or bytes. */
export type ContractSource = string | GivenSource;

/**
 * Reads a contract and everything that it imports.
 *
 * @param source a path, a `file:` or http(s) URL, or bytes
 * @param download is called for each http(s) URL
 * @param options limits, and the hosts and folders of imports
 * @throws WsdlError if the WSDL can't be used, the errors of `download` for the WSDL itself, and the reason of the signal
 * @throws OptionsError if a limit is not valid
 */
export async function readContract(
  source: ContractSource,
  download: Download,
  options: ReadOptions = {},
): Promise<Contract> {
  const documents = await loadSource(source, download, options);
  return readDocuments(documents, locationOfSource(source));
}

/**
 * Loads a WSDL and the documents that it imports, within the limits.
 *
 * @param onText is called with each text that is read
 */
export async function loadSource(
  source: ContractSource,
  download: Download,
  options: ReadOptions,
  onText: (location: string, text: string) => void = () => {},
): Promise<Documents> {
  const budget = new Budget(options);
  const location = locationOfSource(source);
  return withinTime(budget, options.signal, (signal) => {
    const read = sourceReader({ source, download, budget, signal }, options);
    return loadDocuments(
      location,
      async (target, from) => {
        const found = await read(target, from);
        onText(target, found.text);
        return found;
      },
      budget,
    );
  });
}

/** The location of the WSDL itself: a path or an http(s) URL. */
export function locationOfSource(source: ContractSource): string {
  return typeof source === "string" ? toPath(source) : source.location;
}

/** What one reading of a WSDL uses. */
interface Reading {
  readonly source: ContractSource;
  readonly download: Download;
  readonly budget: Budget;
  readonly signal: AbortSignal;
}

/** Reads the WSDL and the documents that it may import. */
function sourceReader(reading: Reading, options: ImportOptions): ReadText {
  const { source, budget } = reading;
  const policy = new ImportPolicy(locationOfSource(source), options);
  return async (location, from) => {
    if (from !== undefined) {
      await policy.check(location, from);
      const onRedirect = (url: string) =>
        policy.checkUrl(url, `${location} redirects to ${url}, which`);
      return readAt(location, reading, onRedirect);
    }
    if (typeof source !== "string") {
      budget.addBytes(source.bytes.byteLength, location);
      return { text: decode(source.bytes, location), location };
    }
    // The user chose the URL of the WSDL, and with it the targets of its redirects.
    return readAt(location, reading, (url) => policy.addOrigin(url));
  };
}

/** A `file:` URL as a path; other locations are unchanged. */
function toPath(location: string): string {
  if (!/^file:/i.test(location)) return location;
  try {
    return fileURLToPath(location);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new WsdlError("UNREADABLE", `${location}: ${reason}.`, [], { cause });
  }
}

/** The text of the WSDL at a file or URL, without the documents that it imports. */
export async function readText(location: string, download: Download): Promise<SourceText> {
  const budget = new Budget();
  return withinTime(budget, undefined, (signal) =>
    readAt(location, { source: location, download, budget, signal }, () => {}),
  );
}

async function readAt(
  location: string,
  { download, budget, signal }: Reading,
  checkRedirect: (url: string) => void,
): Promise<SourceText> {
  if (!isRemote(location)) {
    const bytes = await readLocalFile(toPath(location), budget.bytesLeft);
    budget.addBytes(bytes.byteLength, location);
    return { text: decode(bytes, location), location };
  }
  const maxBytes = budget.bytesLeft;
  const response = await download(location, { signal, maxBytes, checkRedirect });
  if (response.url !== location) checkRedirect(response.url);
  budget.addBytes(response.bytes.byteLength, location);
  const text = decode(response.bytes, location);
  const problem = downloadProblem(location, response, text);
  if (problem !== undefined) throw new WsdlError("NOT_WSDL", problem);
  return { text, location: response.url };
}

/** Why the response to a download is not a WSDL; `undefined` if it may be one. */
function downloadProblem(location: string, response: Downloaded, text: string): string | undefined {
  const { status, contentType, url } = response;
  const isHtml = /^\s*(?:<!doctype html|<html)/i.test(text) || contentType?.startsWith("text/html");
  const isSignIn = /type=["']?password|sign[ -]?in|log[ -]?in/i.test(text) || url !== location;
  const page = isSignIn ? "an HTML page that looks like a sign-in page" : "an HTML page";
  if (status !== 200) {
    const content = isHtml ? ` and ${page}` : "";
    return `The response of ${location} has the status ${status}${content}. Check the URL.`;
  }
  if (text.trim() === "") return `The response of ${location} is empty. Check the URL.`;
  return isHtml
    ? `The response of ${location} is ${page}, not a WSDL. Check the URL, or sign in with a browser, save the WSDL and use the file.`
    : undefined;
}

/** Decodes by the byte order mark, else by the XML declaration, else as UTF-8 (XML 1.0 §F). */
function decode(bytes: Uint8Array, source: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  const encoding = markedEncoding(bytes) ?? declared ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `${source} is not in ${encoding}, its declared encoding. Correct the XML declaration or the file.`;
    throw new WsdlError("MALFORMED_XML", message, [], { cause });
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}
