/**
 * The parts of a message while they are received: a reference in the envelope is bound to its part when the part begins.
 * Reading goes no further ahead than memory allows, and ends with the last part that is wanted.
 */
import type { Attachment } from "../attachment.js";
import { IncludedBytes, replaceIncluded } from "./included-bytes.js";
import type { MultipartReader, PartHeaders } from "./multipart-reader.js";
import { PartClaims } from "./part-claims.js";
import { headOf } from "./part-head.js";
import type { PartSource } from "./part-source.js";
import { ReadAhead } from "./read-ahead.js";
import { ReceivedPart } from "./received-part.js";

/**
 * The receiver of parts that nothing refers to: a function that gets each of them; `others` for those who iterate
 * `others()`; `undefined` to ignore them.
 */
type OtherParts = ((part: Attachment) => unknown) | "others" | undefined;

export class IncomingParts implements PartSource {
  readonly #reader: MultipartReader;
  readonly #memory: ReadAhead;
  readonly #claims: PartClaims;
  /** Parts before the root, which refers to them. */
  readonly #early: { readonly headers: PartHeaders; readonly part: ReceivedPart }[] = [];
  #onOther: OtherParts;
  readonly #others: ReceivedPart[] = [];
  #areOthersWanted = false;
  #end: { readonly error?: unknown } | undefined;
  #wakeOthers = () => {};
  readonly #included = new Map<string, IncludedBytes>();
  #isCancelled = false;
  #signal: AbortSignal | undefined;

  /** @param maxBytes the most bytes in memory; more is a `LIMIT` error */
  constructor(reader: MultipartReader, maxBytes: number) {
    this.#reader = reader;
    this.#memory = new ReadAhead(maxBytes);
    this.#claims = new PartClaims(this.#memory);
  }

  referred(url: string): Attachment | undefined {
    return this.#claims.referred(url);
  }

  /** The placeholder for the bytes of a part; `undefined` if the text is not a `cid:` URL. */
  includedBytes(url: string): IncludedBytes | undefined {
    const earlier = this.#included.get(url);
    if (earlier !== undefined) return earlier;
    const part = this.referred(url);
    if (part === undefined) return undefined;
    const included = new IncludedBytes(part);
    this.#included.set(url, included);
    return included;
  }

  member(name: string): Attachment {
    return this.#claims.member(name);
  }

  /**
   * Reads the parts whose bytes belong to a value, and replaces their placeholders.
   *
   * @throws DecodeError, ConnectionError
   */
  async fill(value: unknown): Promise<void> {
    if (this.#included.size === 0) return;
    await Promise.all([...this.#included.values()].map((each) => each.read()));
    replaceIncluded(value);
  }

  /** Stores a part that comes before the root. */
  async keep(headers: PartHeaders): Promise<void> {
    const part = new ReceivedPart(this.#memory);
    this.#early.push({ headers, part });
    for (
      let chunk = await this.#reader.read();
      chunk !== undefined;
      chunk = await this.#reader.read()
    ) {
      part.push(chunk);
      this.#memory.checkLimit();
    }
    part.end();
  }

  /**
   * Reads the parts after the root. It is called when the whole envelope has been decoded.
   *
   * @param signal ends it
   * @param onOther if it is a function, the next part is read when it is done
   * @param redacted returns the error that the parts report
   * @returns at the end of the exchange; a failure is reported by the parts
   * @throws the error of `onOther`; with `onOther` also a failure of the exchange
   */
  async run(
    signal: AbortSignal,
    onOther?: OtherParts,
    redacted: (error: unknown) => unknown = (error) => error,
  ): Promise<void> {
    this.#signal = signal;
    this.#onOther = onOther;
    const wake = () => this.#memory.wake();
    signal.addEventListener("abort", wake);
    try {
      for (const { headers, part } of this.#early) await this.#passOn(headers, part);
      while (!this.#isOver) {
        const headers = await this.#reader.next();
        if (headers === undefined) break;
        await this.#receive(headers);
      }
      if (this.#isCancelled) await this.#reader.cancel();
      else await this.#reader.finish();
      this.#claims.failMissing();
      this.#end = {};
    } catch (failure) {
      const error = redacted(failure);
      this.#end = { error };
      this.#claims.fail(error);
      for (const part of this.#others) part.fail(error);
      await this.cancel();
      if (typeof onOther === "function") throw error;
    } finally {
      this.#wakeOthers();
      signal.removeEventListener("abort", wake);
    }
  }

  /**
   * The parts that nothing refers to, in their order. Until somebody iterates them, they are dropped if that is needed to
   * reach a part that somebody waits for.
   *
   * @throws DecodeError, ConnectionError if the message is cut short
   */
  async *others(): AsyncGenerator<Attachment, void, undefined> {
    this.#areOthersWanted = true;
    for (;;) {
      const part = this.#others.shift();
      if (part !== undefined) yield part;
      else if (this.#end === undefined) await this.#anotherPart();
      else if ("error" in this.#end) throw this.#end.error;
      else return;
    }
  }

  #anotherPart(): Promise<void> {
    this.#memory.beginWait();
    return new Promise((resolve) => {
      this.#wakeOthers = () => {
        this.#wakeOthers = () => {};
        this.#memory.endWait();
        resolve();
      };
    });
  }

  /** Ends the exchange. */
  async cancel(): Promise<void> {
    // Nobody needs the rest of the message, so an error in it does not matter.
    await this.#reader.cancel().catch(() => {});
  }

  /** A reader stopped before the end of its part, and nobody wants another part. */
  get #isOver(): boolean {
    return this.#isCancelled && this.#claims.areDone && this.#onOther === undefined;
  }

  async #receive(headers: PartHeaders): Promise<void> {
    const claimed = this.#claims.bind(headers);
    const part = claimed ?? (this.#onOther && new ReceivedPart(this.#memory));
    part?.begin(headOf(headers));
    const isOther = part !== undefined && claimed === undefined;
    const done = isOther ? this.#giveOther(part) : undefined;
    for (
      let chunk = await this.#reader.read();
      chunk !== undefined;
      chunk = await this.#reader.read()
    ) {
      part?.push(chunk);
      await this.#memory.room(this.#signal);
      if (isOther && this.#onOther === "others" && this.#areOthersDropped) part.leave();
      if (part?.isLeft === true && !isOther) this.#isCancelled = true;
      if (this.#isOver) return;
    }
    part?.end();
    await done;
  }

  /** A part that nothing refers to can be read until its receiver is done. */
  #giveOther(part: ReceivedPart): Promise<unknown> | undefined {
    const receiver = this.#onOther;
    if (receiver === "others") {
      this.#others.push(part);
      this.#wakeOthers();
      return undefined;
    }
    const done = Promise.resolve(part)
      .then(receiver)
      .finally(() => part.leave());
    // It is awaited when the part is complete; until then its error must not count as unhandled.
    done.catch(() => {});
    return done;
  }

  /** Gives a stored part to the reference to it. */
  async #passOn(headers: PartHeaders, stored: ReceivedPart): Promise<void> {
    const claimed = this.#claims.bind(headers);
    const head = headOf(headers);
    stored.begin(head);
    if (claimed === undefined) {
      await this.#giveOther(stored);
      return;
    }
    claimed.begin(head);
    for await (const chunk of stored) claimed.push(chunk);
    claimed.end();
  }

  /** Somebody waits for a part, nobody iterates the parts that nothing refers to, and these fill the memory. */
  get #areOthersDropped(): boolean {
    return this.#memory.isWaitedFor && !this.#areOthersWanted && this.#memory.isFull;
  }
}
