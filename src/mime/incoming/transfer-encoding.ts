/** Decodes a Content-Transfer-Encoding (RFC 2045 §6) as a stream. */
import { decodeBase64 } from "../../bytes/index.js";
import { DecodeError } from "../../errors/index.js";

export interface TransferDecoder {
  write(bytes: Uint8Array): Uint8Array;
  /** @throws DecodeError `MALFORMED_MIME` if the content is cut short */
  end(): Uint8Array;
}

const NOTHING = new Uint8Array();

/** @throws DecodeError `MALFORMED_MIME` if the encoding is unknown */
export function transferDecoder(encoding: string | undefined): TransferDecoder {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case "":
    case "binary":
    case "8bit":
    case "7bit":
      return { write: (bytes) => bytes, end: () => NOTHING };
    case "base64":
      return base64();
    case "quoted-printable":
      return quotedPrintable();
    default:
      throw new DecodeError(
        "MALFORMED_MIME",
        `The message has a part with the unknown transfer encoding "${encoding}".`,
        "",
      );
  }
}

function base64(): TransferDecoder {
  let kept = "";
  const decode = (text: string): Uint8Array => {
    const bytes = decodeBase64(text);
    if (bytes !== undefined) return bytes;
    throw new DecodeError("MALFORMED_MIME", "The message has a part that is not valid base64.", "");
  };
  return {
    write(bytes) {
      const text = kept + latin1(bytes).replace(/\s+/g, "");
      const whole = text.length - (text.length % 4);
      kept = text.slice(whole);
      return decode(text.slice(0, whole));
    },
    end: () => decode(kept),
  };
}

/** RFC 2045 §6.7. Invalid escapes stay as they are. */
function quotedPrintable(): TransferDecoder {
  let kept = "";
  const decode = (text: string): Uint8Array =>
    Uint8Array.from(
      text
        .replace(/=[ \t]*\r?\n/g, "")
        .replace(/=([\da-fA-F]{2})/g, (_, digits: string) =>
          String.fromCharCode(Number.parseInt(digits, 16)),
        ),
      (character) => character.charCodeAt(0),
    );
  return {
    write(bytes) {
      const text = kept + latin1(bytes);
      // An escape or a soft line break that may continue in the next bytes.
      const [open = ""] = /=(?:[\da-fA-F]?|[ \t]*\r?)$/.exec(text) ?? [];
      kept = open;
      return decode(text.slice(0, text.length - open.length));
    },
    end: () => decode(kept),
  };
}

const CHUNK = 0x8000;

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return text;
}
