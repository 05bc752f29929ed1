/** Keeps the encoded form of requests that were checked, so that each is encoded once. */
import type { Call } from "../protocol/index.js";
import type { Operation } from "../schema/index.js";

/** By the identity of the request: if an interceptor replaces it, the new one is encoded. */
export class EncodedRequests<Encoded> {
  readonly #kept = new WeakMap<
    Call["request"],
    { readonly operation: Operation; readonly encoded: Encoded }
  >();

  keep({ operation, request }: Call, encoded: Encoded): void {
    this.#kept.set(request, { operation, encoded });
  }

  /** `undefined` if this request, for this operation, was not kept. */
  get({ operation, request }: Call): Encoded | undefined {
    const kept = this.#kept.get(request);
    return kept?.operation === operation ? kept.encoded : undefined;
  }
}
