/** Output that a terminal can't misinterpret: what is printed may quote a service or a WSDL of strangers. */
import { unicodeEscape } from "../../contract/index.js";
import { type Io, type Output, wantsColor } from "../io.js";

/** Controls apart from tabs and line breaks. */
const CONTROLS = /(?!\r\n|[\t\n])\p{Cc}/gu;
/** The sequences of the colors that commands use. */
const COLORS = /(\u001b\[(?:[0-2]|22|3[0-79]|90)m)/;
/** Format characters and separators of lines, except those that join letters and emoji. */
const FORMATS = /(?![\u200c\u200d])[\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The environment with output that escapes control characters, and on a terminal and in errors also characters that change
 * the direction of text or have no width. What is written to a file or a pipe keeps those.
 */
export function withSafeOutput(io: Io): Io {
  return {
    ...io,
    stdout: safe(io.stdout, io.env, io.stdout.isTTY === true),
    stderr: safe(io.stderr, io.env, true),
  };
}

function safe(output: Output, env: Io["env"], escapesFormats: boolean): Output {
  const escaped = (text: string) => {
    const plain = text.replace(CONTROLS, unicodeEscape);
    return escapesFormats ? plain.replace(FORMATS, unicodeEscape) : plain;
  };
  const hasColors = wantsColor(output, env);
  return {
    write: (text) =>
      output.write(
        hasColors
          ? text
              .split(COLORS)
              .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
              .join("")
          : escaped(text),
      ),
    get isTTY() {
      return output.isTTY === true;
    },
    ...(output.columns !== undefined && { columns: output.columns }),
  };
}
