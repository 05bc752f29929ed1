/** Keeps the encoded form of a checked request, so that it is encoded once. */
import type { Operation } from "../schema/index.js";

/** What the encoded form depends on. */
interface Source {
  readonly operation: Operation;
  readonly request: object;
}

/** Shared by a call and its changed copies. A WeakMap by request would make each call 10 % slower. */
export class EncodedRequest {
  #operation: Operation | undefined;
  #request: object | undefined;
  #text: string | undefined;

  /** Keeps the text of a request. @param text the content of the Body, or the parameters of a form */
  keep({ operation, request }: Source, text: string): void {
    this.#operation = operation;
    this.#request = request;
    this.#text = text;
  }

  /** The request is encoded again when it is sent. */
  forget(): void {
    this.#request = undefined;
    this.#text = undefined;
  }

  /** The kept text; `undefined` if an interceptor has replaced the request or the operation. */
  get({ operation, request }: Source): string | undefined {
    return this.#request === request && this.#operation === operation ? this.#text : undefined;
  }
}
