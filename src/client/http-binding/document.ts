/** The answer of an HTTP binding: an XML document, whose root is what SOAP would have in the Body. */
import { type DecodeRun, type Frame, messageFrame, partsFrame } from "../../codec/index.js";
import { DecodeError, HttpError } from "../../errors/index.js";
import { type HttpResponse, redirectHint } from "../../http/index.js";
import { excerptOf, readText } from "../../protocol/index.js";
import { type MessageSchema, messageElements, type PartsSchema } from "../../schema/index.js";
import { XmlScanner } from "../../xml/index.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * @param output `undefined` where nothing is answered
 * @throws HttpError, DecodeError, ConnectionError when the body breaks off
 */
export async function readDocument(
  response: HttpResponse,
  output: MessageSchema | PartsSchema | undefined,
  run: DecodeRun,
  { maxBytes, hide }: { readonly maxBytes: number; readonly hide: (text: string) => string },
): Promise<Values | undefined> {
  const text = await readText(response, maxBytes);
  if (response.status < 200 || response.status >= 300) {
    const excerpt = excerptOf(hide(text));
    // ASMX says in plain text what is wrong with a parameter.
    const said = excerpt.startsWith("<") ? "" : excerpt;
    const reason = hide(redirectHint(response) ?? said);
    throw new HttpError(
      `The server answered with status ${response.status}${reason === "" ? "" : `: ${reason}`}`,
      response.status,
      excerpt,
    );
  }
  if (output === undefined) return undefined;
  // A method without a result answers with nothing.
  if (text === "" && messageElements(output).length === 0) return {};
  return decode(text, output, run);
}

function decode(text: string, output: MessageSchema | PartsSchema, run: DecodeRun): Values {
  let value: Values | undefined;
  const outermost = rootFrame(output, run, (decoded) => {
    value = decoded;
  });
  const frames: Frame[] = [outermost];
  const scanner = new XmlScanner({
    startElement(tag) {
      frames.push((frames.at(-1) ?? outermost).child(tag));
    },
    text: (piece) => frames.at(-1)?.text(piece),
    endElement: () => frames.pop()?.close(),
  });
  scanner.write(text);
  scanner.end();
  outermost.close();
  if (value === undefined) throw new DecodeError("UNEXPECTED_MESSAGE", "The answer is empty.", "");
  return value;
}

/** A frame around the root: its one child is the document. */
function rootFrame(
  output: MessageSchema | PartsSchema,
  run: DecodeRun,
  done: (value: Values) => void,
): Frame {
  if ("parts" in output) {
    return partsFrame(output, run, "answer", done);
  }
  return {
    child(tag) {
      const { element } = output;
      const { local } = tag.name;
      if (local === element) return messageFrame(output, run, tag, done);
      const message = `The answer is ${local}; ${element} was expected.`;
      throw new DecodeError("UNEXPECTED_MESSAGE", message, local);
    },
    text() {},
    close() {},
  };
}
