/**
 * HTTP Archives (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/): the wire in a file that browsers and other
 * tools show, and that `replay` answers from.
 */
import { VERSION } from "../package/index.js";

export interface Har {
  readonly log: {
    readonly version: string;
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

/** One exchange. Times are in ms, sizes in bytes; what begins with `_` is beside the standard, which allows it. */
export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<never, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
}

interface HarMessage {
  readonly httpVersion: string;
  /** Always empty: they are among the headers, where their values are redacted. */
  readonly cookies: readonly never[];
  readonly headers: readonly HarNameValue[];
  readonly headersSize: number;
  readonly bodySize: number;
}

export interface HarRequest extends HarMessage {
  readonly method: string;
  readonly url: string;
  readonly queryString: readonly HarNameValue[];
  readonly postData?: HarBody & { readonly mimeType: string };
}

export interface HarResponse extends HarMessage {
  /** 0 where none came. */
  readonly status: number;
  readonly statusText: string;
  readonly content: HarBody & { readonly mimeType: string; readonly size: number };
  readonly redirectURL: string;
  /** Why there is no response, or only a part of one. */
  readonly _error?: string;
}

export interface HarBody {
  readonly text?: string;
  /** `text` is the body's bytes. */
  readonly encoding?: "base64";
  /** How many bytes of the body were kept, where not all of them were. */
  readonly _kept?: number;
  /** Whether something is missing that is no text, and may hold secrets. */
  readonly _omitted?: true;
  /** Says what is missing, for people. */
  readonly comment?: string;
}

export interface HarNameValue {
  readonly name: string;
  readonly value: string;
}

/** This package, as package.json has it. */
const CREATOR = { name: "rescue-soap", version: VERSION } as const;

/** The text of a HAR file: JSON in lines, so that two of them can be compared. */
export function harText(entries: readonly HarEntry[]): string {
  const har: Har = { log: { version: "1.2", creator: CREATOR, entries } };
  return `${JSON.stringify(har, null, 2)}\n`;
}
