import type { MessageSchema, Operation, PartsSchema } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";

/** What an answer is read by. */
export interface AnswerSchema {
  /** `undefined` where the operation is one-way. */
  readonly output: MessageSchema | PartsSchema | undefined;
  readonly header: PartsSchema | undefined;
  readonly faults?: Operation["faults"] | undefined;
  /** Blocks of the Header, `{namespace}local`, that are seen to elsewhere. */
  readonly understood?: readonly string[];
  /** Gets each of those. */
  readonly onHeaderBlock?: ((block: XmlElement) => void) | undefined;
}
