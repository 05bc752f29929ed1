/** A message to send: a text, bytes, or chunks that are sent as they are produced and can be read once. */
export type MessageBody = string | Uint8Array | AsyncIterable<Uint8Array>;
