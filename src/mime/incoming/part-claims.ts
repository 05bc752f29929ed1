/** The parts that the envelope of a received message refers to. */
import { DecodeError } from "../../errors/index.js";
import type { Attachment } from "../attachment.js";
import { contentIdsOf } from "../content-id.js";
import type { PartHeaders } from "./multipart-reader.js";
import { contentIdOf } from "./part-head.js";
import { type PartFlow, ReceivedPart } from "./received-part.js";

/** A reference to a part. */
interface Claim {
  readonly part: ReceivedPart;
  /** For error messages. */
  readonly name: string;
  isBound: boolean;
}

export class PartClaims {
  readonly #flow: PartFlow;
  readonly #claims: Claim[] = [];
  /** The claims of references, by URL. */
  readonly #urls = new Map<string, Claim>();
  /** The claims of references, by the Content-IDs that their URL may mean. */
  readonly #ids = new Map<string, Claim>();
  /**
   * The claims of message parts of the WSDL. The envelope does not refer to their content: it is found by a
   * Content-ID with the name of the message part, or else it is the next part to which no reference refers.
   */
  readonly #members: Claim[] = [];

  constructor(flow: PartFlow) {
    this.#flow = flow;
  }

  /** As `PartSource.referred`. */
  referred(url: string): Attachment | undefined {
    const earlier = this.#urls.get(url);
    if (earlier !== undefined) return earlier.part;
    const ids = contentIdsOf(url);
    if (ids === undefined) return undefined;
    const claim = this.#add(url);
    this.#urls.set(url, claim);
    for (const id of ids) if (!this.#ids.has(id)) this.#ids.set(id, claim);
    return claim.part;
  }

  /** As `PartSource.member`: by the Content-ID of the part, or by the order of the parts. */
  member(name: string): Attachment {
    const claim = this.#add(name);
    this.#members.push(claim);
    return claim.part;
  }

  #add(name: string): Claim {
    const claim = { name, part: new ReceivedPart(this.#flow), isBound: false };
    this.#claims.push(claim);
    return claim;
  }

  /** The attachment for a part with these headers; `undefined` if nothing refers to it. */
  bind(headers: PartHeaders): ReceivedPart | undefined {
    const id = contentIdOf(headers);
    const referring = id === undefined ? undefined : this.#ids.get(id);
    const claim = referring?.isBound === false ? referring : this.#memberFor(id);
    if (claim !== undefined) claim.isBound = true;
    return claim?.part;
  }

  #memberFor(id: string | undefined): Claim | undefined {
    const open = this.#members.filter(({ isBound }) => !isBound);
    const named = ({ name }: Claim) =>
      id === name || id?.startsWith(`${encodeURIComponent(name)}=`) === true;
    return open.find(named) ?? open[0];
  }

  /** All parts are complete, or nobody wants more of them. */
  get areDone(): boolean {
    return this.#claims.every(({ part }) => part.isDone);
  }

  /** Fails the parts that are not complete. */
  fail(error: unknown): void {
    for (const { part } of this.#claims) part.fail(error);
  }

  /** Fails the parts that are not in the message. */
  failMissing(): void {
    for (const { part, name } of this.#claims) {
      const message = `The message has no part ${name}, which its envelope refers to.`;
      part.fail(new DecodeError("MISSING_PART", message, name));
    }
  }
}
