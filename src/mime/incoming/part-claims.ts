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
  /** A message part of the WSDL: any part may have its content to which nothing else refers. */
  readonly isMember: boolean;
  matches(contentId: string): boolean;
  isBound: boolean;
}

export class PartClaims {
  readonly #flow: PartFlow;
  readonly #claims: Claim[] = [];

  constructor(flow: PartFlow) {
    this.#flow = flow;
  }

  /** As `PartSource.referred`. */
  referred(url: string): Attachment | undefined {
    const ids = contentIdsOf(url);
    if (ids === undefined) return undefined;
    const earlier = this.#claims.find(({ name }) => name === url);
    return earlier?.part ?? this.#add({ name: url, isMember: false, matches: (id) => ids.has(id) });
  }

  /** As `PartSource.member`: by the Content-ID of the part, or by the order of the parts. */
  member(name: string): Attachment {
    const prefix = `${encodeURIComponent(name)}=`;
    const matches = (id: string) => id === name || id.startsWith(prefix);
    return this.#add({ name, isMember: true, matches });
  }

  #add(claim: Pick<Claim, "name" | "isMember" | "matches">): Attachment {
    const part = new ReceivedPart(this.#flow);
    this.#claims.push({ ...claim, part, isBound: false });
    return part;
  }

  /** The attachment for a part with these headers; `undefined` if nothing refers to it. */
  bind(headers: PartHeaders): ReceivedPart | undefined {
    const id = contentIdOf(headers);
    const open = this.#claims.filter(({ isBound }) => !isBound);
    const claim =
      open.find(({ matches }) => id !== undefined && matches(id)) ??
      open.find(({ isMember }) => isMember);
    if (claim !== undefined) claim.isBound = true;
    return claim?.part;
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
