/** Gets a WSDL from where it is: a file, or a URL through a download that the caller brings. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contract } from "../../contract/index.js";
import { WsdlError } from "../errors.js";
import { readDocuments } from "../read.js";
import { loadDocuments, type ReadText, type SourceText } from "./documents.js";

/** What a download gave. */
export interface Downloaded {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly bytes: Uint8Array;
}

/** Gets a URL; throws when there is no answer at all. */
export type Download = (url: string) => Promise<Downloaded>;

/** The bytes of a WSDL that were read from elsewhere, for example from standard input. */
export interface GivenSource {
  /** Names the WSDL in messages; its relative imports start from here. */
  readonly location: string;
  readonly bytes: Uint8Array;
}

/** A path, a `file:` or http(s) URL, or bytes. */
export type ContractSource = string | GivenSource;

/**
 * Reads a contract and all that it imports.
 *
 * @throws WsdlError; what `download` throws
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
  if (!/^https?:/i.test(location)) {
    return { text: decode(readLocal(toPath(location)), location), location };
  }
  const answer = await download(location);
  const text = decode(answer.bytes, location);
  const fault = downloadFault(location, answer, text);
  if (fault !== undefined) throw new WsdlError("NOT_WSDL", fault);
  return { text, location: answer.url };
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
  ENOENT: "there is no such file",
  EISDIR: "it is a folder; name the WSDL in it",
  EACCES: "it may not be read",
  ENOTDIR: "there is no such file",
};

/** Why what came is no WSDL; `undefined` where it may be one. */
function downloadFault(location: string, answer: Downloaded, text: string): string | undefined {
  const html =
    /^\s*(?:<!doctype html|<html)/i.test(text) || answer.contentType?.startsWith("text/html");
  const signIn = /type=["']?password|sign[ -]?in|log[ -]?in/i.test(text) || answer.url !== location;
  const page = signIn ? "an HTML page that looks like a sign-in" : "an HTML page";
  const hint = "sign in with a browser, save the WSDL and give the file instead";
  if (answer.status !== 200) {
    return `${location} answered with status ${answer.status}${html ? ` and ${page}` : ""}; check the URL.`;
  }
  if (text.trim() === "") return `${location} answered with nothing; check the URL.`;
  return html
    ? `${location} answered with ${page}, no WSDL; check the URL, or ${hint}.`
    : undefined;
}

/** By byte order mark, else by XML declaration, else UTF-8 (XML 1.0 §F). */
function decode(bytes: Uint8Array, source: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  const encoding = markedEncoding(bytes) ?? declared ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const message = `${source} is not in ${encoding}, the encoding that it claims.`;
    throw new WsdlError("MALFORMED_XML", message, [], { cause });
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}
