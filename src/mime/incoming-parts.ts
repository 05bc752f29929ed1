/**
 * The parts of a message that came, while they come: what its envelope refers to is bound to them as they begin. Reading
 * goes no further ahead than memory allows, and ends with the last part that anybody wants.
 */
import { DecodeError } from "../errors/index.js";
import type { Attachment } from "./attachment.js";
import { contentIdsOf } from "./content-id.js";
import { IncludedBytes, replaceIncluded } from "./included-bytes.js";
import type { MultipartReader, PartHeaders } from "./multipart-reader.js";
import { contentIdOf, headOf } from "./part-head.js";
import type { PartSource } from "./part-source.js";
import { type PartFlow, ReceivedPart } from "./received-part.js";

/** Bytes that are taken in before they are asked for: small attachments free their connection so. */
const READ_AHEAD = 256 * 1024;

/** What becomes of parts that nothing refers to; `undefined`: they are passed over. */
type OtherParts = ((part: Attachment) => unknown) | "others" | undefined;

/** A part that the envelope speaks of. */
interface Claim {
  readonly part: ReceivedPart;
  /** What an error calls it. */
  readonly name: string;
  /** Where it is a message part, any part may be it that nothing refers to. */
  readonly isMember: boolean;
  fits(contentId: string): boolean;
  isBound: boolean;
}

export class IncomingParts implements PartFlow, PartSource {
  readonly #reader: MultipartReader;
  readonly #maxBytes: number;
  readonly #claims: Claim[] = [];
  /** Parts that came before the root, which tells what they are. */
  readonly #early: { readonly headers: PartHeaders; readonly part: ReceivedPart }[] = [];
  /** Takes parts that nothing refers to. */
  #onOther: OtherParts;
  readonly #others: ReceivedPart[] = [];
  #areOthersAsked = false;
  #end: { readonly error?: unknown } | undefined;
  #wakeOthers = () => {};
  readonly #included = new Map<string, IncludedBytes>();
  /** Bytes that may wait to be read. */
  readonly #ahead: number;
  #held = 0;
  #collected = 0;
  #waiting = 0;
  #isCancelled = false;
  #signal: AbortSignal | undefined;
  #wake = () => {};

  /** @param maxBytes how much is held in memory; more is a `LIMIT` error */
  constructor(reader: MultipartReader, maxBytes: number) {
    this.#reader = reader;
    this.#maxBytes = maxBytes;
    this.#ahead = Math.min(READ_AHEAD, maxBytes);
  }

  /** The part that a `cid:` URL refers to (RFC 2392); `undefined` where it is none. */
  referred(url: string): Attachment | undefined {
    const ids = contentIdsOf(url);
    if (ids === undefined) return undefined;
    const before = this.#claims.find(({ name }) => name === url);
    if (before !== undefined) return before.part;
    return this.#claim({ name: url, isMember: false, fits: (id) => ids.has(id) });
  }

  /** Stands for the bytes of a part until it is there; `undefined` where the URL refers to none. */
  includedBytes(url: string): IncludedBytes | undefined {
    const before = this.#included.get(url);
    if (before !== undefined) return before;
    const part = this.referred(url);
    if (part === undefined) return undefined;
    const included = new IncludedBytes(part);
    this.#included.set(url, included);
    return included;
  }

  /**
   * Reads the parts whose bytes are part of a value, and puts them in their places.
   *
   * @throws DecodeError, ConnectionError
   */
  async fill(value: unknown): Promise<void> {
    if (this.#included.size === 0) return;
    await Promise.all([...this.#included.values()].map((each) => each.read()));
    replaceIncluded(value);
  }

  /** The part that holds a part of the WSDL's message: by its Content-ID, or in its turn. */
  member(name: string): Attachment {
    const prefix = `${encodeURIComponent(name)}=`;
    const fits = (id: string) => id === name || id.startsWith(prefix);
    return this.#claim({ name, isMember: true, fits });
  }

  #claim(claim: Pick<Claim, "name" | "isMember" | "fits">): Attachment {
    const part = new ReceivedPart(this);
    this.#claims.push({ ...claim, part, isBound: false });
    return part;
  }

  /** Keeps a part that comes before the root. */
  async keep(headers: PartHeaders): Promise<void> {
    const part = new ReceivedPart(this);
    this.#early.push({ headers, part });
    for (
      let chunk = await this.#reader.read();
      chunk !== undefined;
      chunk = await this.#reader.read()
    ) {
      part.push(chunk);
      this.#checkHeld();
    }
    part.end();
  }

  /**
   * Takes in the parts behind the root. It is called when all that the envelope refers to has been asked for.
   *
   * @param signal ends it
   * @param onOther takes each part that nothing refers to; until it is done the next one waits. `others`: whoever asks
   *   that for them
   * @returns when the exchange is over; what fails then the parts tell
   * @throws what `onOther` throws; with it, also what fails
   */
  async run(signal: AbortSignal, onOther?: OtherParts): Promise<void> {
    this.#signal = signal;
    this.#onOther = onOther;
    const wake = () => this.#wake();
    signal.addEventListener("abort", wake);
    try {
      for (const { headers, part } of this.#early) await this.#passOn(headers, part);
      while (!this.#isOver) {
        const headers = await this.#reader.next();
        if (headers === undefined) break;
        await this.#take(headers);
      }
      if (this.#isCancelled) await this.#reader.cancel();
      else await this.#reader.finish();
      this.#failAll(({ name }) => missing(name));
      this.#end = {};
    } catch (error) {
      this.#end = { error };
      this.#failAll(() => error);
      for (const part of this.#others) part.fail(error);
      await this.cancel();
      if (typeof onOther === "function") throw error;
    } finally {
      this.#wakeOthers();
      signal.removeEventListener("abort", wake);
    }
  }

  /**
   * The parts that nothing refers to, as they come. While nobody asks for them they are passed over for those that
   * somebody waits for.
   *
   * @throws DecodeError, ConnectionError where the message breaks off
   */
  async *others(): AsyncGenerator<Attachment, void, undefined> {
    this.#areOthersAsked = true;
    for (;;) {
      const part = this.#others.shift();
      if (part !== undefined) yield part;
      else if (this.#end === undefined) await this.#anotherPart();
      else if ("error" in this.#end) throw this.#end.error;
      else return;
    }
  }

  #anotherPart(): Promise<void> {
    this.waits();
    return new Promise((resolve) => {
      this.#wakeOthers = () => {
        this.#wakeOthers = () => {};
        this.woken();
        resolve();
      };
    });
  }

  /** Ends the exchange. */
  async cancel(): Promise<void> {
    // What it fails for is nobody's concern any more.
    await this.#reader.cancel().catch(() => {});
  }

  /** Someone left a part midway, and nobody wants another. */
  get #isOver(): boolean {
    return (
      this.#isCancelled &&
      this.#claims.every(({ part }) => part.isDone) &&
      this.#onOther === undefined
    );
  }

  async #take(headers: PartHeaders): Promise<void> {
    const claim = this.#bind(headers);
    const part = claim?.part ?? (this.#onOther && new ReceivedPart(this));
    part?.begin(headOf(headers));
    const isOther = part !== undefined && claim === undefined;
    const done = isOther ? this.#giveOther(part) : undefined;
    for (
      let chunk = await this.#reader.read();
      chunk !== undefined;
      chunk = await this.#reader.read()
    ) {
      part?.push(chunk);
      await this.#room();
      if (isOther && this.#onOther === "others" && this.#isPassedOver) part.leave();
      if (part?.isLeft === true && !isOther) this.#isCancelled = true;
      if (this.#isOver) return;
    }
    part?.end();
    await done;
  }

  /** A part that nothing refers to can be read until its taker is done. */
  #giveOther(part: ReceivedPart): Promise<unknown> | undefined {
    const take = this.#onOther;
    if (take === "others") {
      this.#others.push(part);
      this.#wakeOthers();
      return undefined;
    }
    const done = Promise.resolve(part)
      .then(take)
      .finally(() => part.leave());
    // It is waited for when the part has been taken in.
    done.catch(() => {});
    return done;
  }

  /** Gives a part that was kept to what refers to it. */
  async #passOn(headers: PartHeaders, kept: ReceivedPart): Promise<void> {
    const claim = this.#bind(headers);
    const head = headOf(headers);
    kept.begin(head);
    if (claim === undefined) {
      await this.#giveOther(kept);
      return;
    }
    claim.part.begin(head);
    for await (const chunk of kept) claim.part.push(chunk);
    claim.part.end();
  }

  #bind(headers: PartHeaders): Claim | undefined {
    const id = contentIdOf(headers);
    const open = this.#claims.filter(({ isBound }) => !isBound);
    const claim =
      open.find(({ fits }) => id !== undefined && fits(id)) ??
      open.find(({ isMember }) => isMember);
    if (claim !== undefined) claim.isBound = true;
    return claim;
  }

  #failAll(errorFor: (claim: Claim) => unknown): void {
    for (const claim of this.#claims) claim.part.fail(errorFor(claim));
  }

  /** Waits until there is room for more, or someone waits for more: for another part, where what came isn't read. */
  async #room(): Promise<void> {
    while (this.#held > this.#ahead && this.#waiting === 0) {
      this.#signal?.throwIfAborted();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#checkHeld();
  }

  /** Someone waits for a part, nobody has asked for those that nothing refers to, and these grow large. */
  get #isPassedOver(): boolean {
    return this.#waiting > 0 && !this.#areOthersAsked && this.#held > this.#ahead;
  }

  #checkHeld(): void {
    if (this.#held > this.#maxBytes) throw tooLong(this.#maxBytes);
  }

  waits(): void {
    this.#waiting += 1;
    this.#wake();
  }

  woken(): void {
    this.#waiting -= 1;
  }

  hold(bytes: number): void {
    this.#held += bytes;
    if (bytes < 0) this.#wake();
  }

  collect(bytes: number): void {
    this.#collected += bytes;
    if (this.#collected > this.#maxBytes) throw tooLong(this.#maxBytes);
  }

  left(): void {
    this.#wake();
  }
}

function tooLong(maxBytes: number): DecodeError {
  return new DecodeError("LIMIT", `The attachments are longer than ${maxBytes} bytes.`, "");
}

function missing(name: string): DecodeError {
  const message = `The message has no part ${name}, which its envelope refers to.`;
  return new DecodeError("MISSING_PART", message, name);
}
