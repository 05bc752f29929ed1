/** Reads a WSDL from a file, or from a URL with a function of the caller that downloads it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contract } from "../../contract/index.js";
import { WsdlError } from "../errors.js";
import { readDocuments } from "../read.js";
import { loadDocuments, type ReadText, type SourceText } from "./documents.js";
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

/** Downloads a URL; throws if there is no response. */
export type Download = (url: string) => Promise<Downloaded>;

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
 * @throws WsdlError if the WSDL can't be used, and the errors of `download` for the WSDL itself
 */
export async function readContract(source: ContractSource, download: Download): Promise<Contract> {
  const location = locationOfSource(source);
  const documents = await loadDocuments(location, sourceReader(source, download));
  return readDocuments(documents, location);
}

/** The location of the WSDL itself: a path or an http(s) URL. */
export function locationOfSource(source: ContractSource): string {
  return typeof source === "string" ? toPath(source) : source.location;
}

/** Reads the WSDL and the documents that it imports. */
export function sourceReader(source: ContractSource, download: Download): ReadText {
  return async (location) =>
    typeof source !== "string" && location === source.location
      ? { text: decode(source.bytes, location), location }
      : readText(location, download);
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

/** The text of the WSDL at a file or URL. */
export async function readText(location: string, download: Download): Promise<SourceText> {
  if (!isRemote(location)) {
    return { text: decode(readLocal(toPath(location)), location), location };
  }
  const response = await download(location);
  const text = decode(response.bytes, location);
  const problem = downloadProblem(location, response, text);
  if (problem !== undefined) throw new WsdlError("NOT_WSDL", problem);
  return { text, location: response.url };
}

function readLocal(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason = FILE_REASONS[code] ?? `it can't be read (${code})`;
    throw new WsdlError("UNREADABLE", `${file}: ${reason}.`, [], { cause });
  }
}

const FILE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the path",
  EISDIR: "it is a folder; give the path of the WSDL in it",
  EACCES: "there is no permission to read it",
  ENOTDIR: "there is no such file; check the path",
};

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
