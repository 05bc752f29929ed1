/** Reads a message without its envelope. Violations are kept, and the run continues. */
import {
  type DecodeRun,
  type Frame,
  FrameReader,
  messageFrame,
  partsFrame,
} from "../../../src/codec/index.js";
import { type MessageSchema, messageType, type PartsSchema } from "../../../src/schema/index.js";
import { type StartTag, XmlScanner } from "../../../src/xml/index.js";

export interface ReadMessage {
  readonly value: unknown;
  /** `kind path` of each deviation, and `code path: message` of each violation. */
  readonly problems: readonly string[];
}

class MessageReader extends FrameReader {
  constructor(private readonly frame: (tag: StartTag) => Frame) {
    super();
  }

  protected root(tag: StartTag): Frame {
    return this.frame(tag);
  }
}

/** A copy, which is compiled again: a schema is compiled once, with the first message. */
function copy(schema: MessageSchema | PartsSchema): MessageSchema | PartsSchema {
  return "parts" in schema ? { ...schema } : { ...schema, type: { ...messageType(schema) } };
}

/** @param xml the element of the message; for a `PartsSchema`, the element that contains the parts */
export function readMessage(
  declared: MessageSchema | PartsSchema,
  xml: string,
  more: Omit<Partial<DecodeRun>, "onDeviation" | "onViolation"> = {},
): ReadMessage {
  const schema = copy(declared);
  const problems: string[] = [];
  const run: DecodeRun = {
    ...more,
    onDeviation: (kind, path) => problems.push(`${kind} ${path}`),
    onViolation: ({ code, path, message }) => problems.push(`${code} ${path}: ${message}`),
  };
  let value: unknown;
  const done = (read: unknown) => {
    value = read;
  };
  const scanner = new XmlScanner(
    new MessageReader((tag) =>
      "parts" in schema
        ? partsFrame(schema, run, "Body", done)
        : messageFrame(schema, run, tag, done),
    ),
  );
  scanner.write(xml);
  scanner.end();
  return { value, problems };
}
