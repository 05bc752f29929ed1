/** Limits of reading a WSDL. Its author may be a stranger: it must use up neither the memory nor the time of the process. */
import type { Location } from "../contract/index.js";
import { OptionsError } from "../errors/index.js";
import { WsdlError } from "./errors.js";

/** Limits of reading a WSDL. If one is exceeded, reading ends with a `WsdlError` of the code `LIMIT`. */
export interface WsdlLimits {
  /**
   * The size of all documents together, in bytes, including the texts of entities. Default 33554432 (32 MiB), ten times the
   * size of the largest contracts.
   */
  readonly maxBytes?: number;
  /** The number of documents: the WSDL and those that it imports. Default 500; large contracts have 25. */
  readonly maxDocuments?: number;
  /**
   * The levels of elements, and the length of chains of derived types, groups, lists and unions. Default and largest value
   * 1000: readers, compilers and JSON parsers process these with the call stack. Large contracts have 20.
   */
  readonly maxDepth?: number;
  /**
   * The number of elements and attributes of all documents, and of what references to groups, derived types, unions and
   * substitution groups repeat of them. Default 500000; large contracts have 100000.
   */
  readonly maxComponents?: number;
  /** The time for reading with all downloads, in ms. Default 120000 (two minutes). */
  readonly timeout?: number;
}

/** What has a location. */
export interface Located {
  readonly location: Location;
}

type LimitName = keyof WsdlLimits;

/** The default of each limit. */
export const DEFAULT_LIMITS: Readonly<Required<WsdlLimits>> = {
  maxBytes: 32 * 1024 * 1024,
  maxDocuments: 500,
  maxDepth: 1_000,
  maxComponents: 500_000,
  timeout: 120_000,
};

/** The options of the command line. */
const FLAGS: Readonly<Record<LimitName, string>> = {
  maxBytes: "--max-bytes",
  maxDocuments: "--max-documents",
  maxDepth: "--max-depth",
  maxComponents: "--max-components",
  timeout: "--read-timeout",
};

/** The number of counted components between two looks at the clock. */
const CLOCK_STEP = 1_000;

/** What one reading of a WSDL has used of its limits. */
export class Budget {
  readonly #limits: Readonly<Record<LimitName, number>>;
  readonly #end: number;
  #bytes = 0;
  #documents = 0;
  #components = 0;
  #nextLook = 0;

  /** @throws OptionsError if a limit is not a positive number, or `maxDepth` is above its largest value */
  constructor(limits: WsdlLimits = {}) {
    this.#limits = {
      maxBytes: limitOf("maxBytes", limits),
      maxDocuments: limitOf("maxDocuments", limits),
      maxDepth: limitOf("maxDepth", limits),
      maxComponents: limitOf("maxComponents", limits),
      timeout: limitOf("timeout", limits),
    };
    this.#end = performance.now() + this.#limits.timeout;
  }

  /** In ms. */
  get timeout(): number {
    return this.#limits.timeout;
  }

  get maxDepth(): number {
    return this.#limits.maxDepth;
  }

  /** How many bytes further documents may have. */
  get bytesLeft(): number {
    return this.#limits.maxBytes - this.#bytes;
  }

  /** Counts the bytes of a document, or of the texts of its entities. */
  addBytes(count: number, file: string): void {
    this.#bytes += count;
    if (this.bytesLeft >= 0) return;
    const { maxBytes } = this.#limits;
    throw limitError(
      "maxBytes",
      `${file}: The documents have more than ${maxBytes} bytes together`,
    );
  }

  addDocument(file: string): void {
    this.#documents += 1;
    const { maxDocuments } = this.#limits;
    if (this.#documents <= maxDocuments) return;
    throw limitError(
      "maxDocuments",
      `${file}: The WSDL imports and includes more than ${maxDocuments} documents`,
    );
  }

  /**
   * Counts components, and checks the time.
   *
   * @param at its location is needed for an error only
   */
  addComponents(count: number, at: Located): void {
    this.#components += count;
    const { maxComponents } = this.#limits;
    if (this.#components > maxComponents) {
      throw limitError(
        "maxComponents",
        `The WSDL has more than ${maxComponents} components, with those that groups, derived types, unions and substitution groups repeat`,
        at.location,
      );
    }
    if (this.#components < this.#nextLook) return;
    this.#nextLook = this.#components + CLOCK_STEP;
    if (performance.now() > this.#end) throw this.outOfTime();
  }

  /** @param what what has the depth: a plural with a verb */
  checkDepth(depth: number, what: string, at: Located): void {
    const { maxDepth } = this.#limits;
    if (depth <= maxDepth) return;
    const message = `${what} deeper than ${maxDepth} levels`;
    throw maxDepth < DEFAULT_LIMITS.maxDepth
      ? limitError("maxDepth", message, at.location)
      : problem(`${message}, the largest depth that can be read.`, at.location);
  }

  outOfTime(): WsdlError {
    return limitError("timeout", `Reading the WSDL takes longer than ${this.timeout} ms`);
  }
}

function limitOf(name: LimitName, limits: WsdlLimits): number {
  const standard = DEFAULT_LIMITS[name];
  const value = limits[name] ?? standard;
  const largest = name === "maxDepth" ? standard : Number.POSITIVE_INFINITY;
  if (value > 0 && value <= largest) return value;
  const range = largest === standard ? `from 1 to ${standard}` : "above 0";
  throw new OptionsError(`${name} must be a number ${range}, and is ${value}.`);
}

function limitError(name: LimitName, message: string, at?: Location): WsdlError {
  const text = `${message}, the limit. If you trust its author, raise the limit with ${name} (${FLAGS[name]}).`;
  return problem(text, at);
}

function problem(message: string, at: Location | undefined): WsdlError {
  return at === undefined
    ? new WsdlError("LIMIT", message)
    : WsdlError.of("LIMIT", [{ message, location: at }]);
}
