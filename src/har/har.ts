/**
 * HTTP Archives (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/): HTTP exchanges in a file, for browsers and
 * other tools, and for `replay`.
 */
import { VERSION } from "../package/index.js";

/** The content of a HAR file. */
export interface Har {
  /** The recording. */
  readonly log: {
    /** The version of the format, `1.2`. */
    readonly version: string;
    /** The program that recorded it. */
    readonly creator: HarCreator;
    /** The exchanges, in the order in which they ended. */
    readonly entries: readonly HarEntry[];
  };
}

/** A program that records. */
export interface HarCreator {
  /** Its name, `rescue-soap`. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
}

/** The parts of the duration of an exchange, in ms. */
export interface HarTimings {
  /** Always 0: it is part of `wait`. */
  readonly send: number;
  /** Until the head of the response. */
  readonly wait: number;
  /** From the head of the response to the end of its body. */
  readonly receive: number;
}

/** One exchange. Times are in ms, sizes in bytes; members that begin with `_` are extensions, which the standard allows. */
export interface HarEntry {
  /** The time of the request, in ISO 8601. */
  readonly startedDateTime: string;
  /** The duration until the end of the response. */
  readonly time: number;
  /** The request, without its secrets. */
  readonly request: HarRequest;
  /** The response, without its secrets. */
  readonly response: HarResponse;
  /** Always empty: there is no cache. */
  readonly cache: Readonly<Record<never, never>>;
  /** The parts of `time`. */
  readonly timings: HarTimings;
}

/** The members that requests and responses share. */
export interface HarMessage {
  /** Always `HTTP/1.1`. */
  readonly httpVersion: string;
  /** Always empty: the headers contain the cookies, with redacted values. */
  readonly cookies: readonly never[];
  /** The headers; secret values are redacted. */
  readonly headers: readonly HarNameValue[];
  /** Always -1: unknown. */
  readonly headersSize: number;
  /** The size of the redacted body; -1: unknown. */
  readonly bodySize: number;
}

/** A request of a HAR file. */
export interface HarRequest extends HarMessage {
  /** `GET` or `POST`. */
  readonly method: string;
  /** The address, without credentials. */
  readonly url: string;
  /** The parameters of the address. */
  readonly queryString: readonly HarNameValue[];
  /** The body; missing if it is empty. */
  readonly postData?: HarPostData;
}

/** A response of a HAR file. */
export interface HarResponse extends HarMessage {
  /** The HTTP status; 0: there was no response. */
  readonly status: number;
  /** Always empty. */
  readonly statusText: string;
  /** The body. */
  readonly content: HarContent;
  /** The Location header, or `""`. */
  readonly redirectURL: string;
  /** The reason why the response is missing or incomplete. */
  readonly _error?: string;
}

/** A body of a HAR file. */
export interface HarBody {
  /** The redacted body: text, or base64. */
  readonly text?: string;
  /** Present if `text` contains bytes in base64. */
  readonly encoding?: "base64";
  /** The number of bytes of the body that were recorded; missing if all were. */
  readonly _kept?: number;
  /** Present if content is missing that is not text, and may contain secrets. */
  readonly _omitted?: true;
  /** A description of what is missing. */
  readonly comment?: string;
}

/** The body of a request. */
export interface HarPostData extends HarBody {
  /** Its media type. */
  readonly mimeType: string;
}

/** The body of a response. */
export interface HarContent extends HarBody {
  /** Its media type. */
  readonly mimeType: string;
  /** The size of the redacted body. */
  readonly size: number;
}

/** A header or a parameter. */
export interface HarNameValue {
  /** The name. */
  readonly name: string;
  /** The value, redacted if it is secret. */
  readonly value: string;
}

/** This package, as package.json has it. */
const CREATOR = { name: "rescue-soap", version: VERSION } as const;

/** The text of a HAR file: indented JSON, so that two files can be compared line by line. */
export function harText(entries: readonly HarEntry[]): string {
  const har: Har = { log: { version: "1.2", creator: CREATOR, entries } };
  return `${JSON.stringify(har, null, 2)}\n`;
}
