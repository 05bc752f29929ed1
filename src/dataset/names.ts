/** The namespaces of DataSets, and the encoding of names of tables and columns that are not XML names. */
import type { XmlAttribute } from "../xml/index.js";
import { isNameCharacter } from "./name-characters.js";

export { XSD_NAMESPACE as XSD, XSI_NAMESPACE as XSI } from "../xml/index.js";
export const MSDATA = "urn:schemas-microsoft-com:xml-msdata";
export const DIFFGRAM = "urn:schemas-microsoft-com:xml-diffgram-v1";

export function attribute(namespace: string, local: string, value: string): XmlAttribute {
  return { name: { namespace, local }, value };
}

const ESCAPED = /_[xX]([\da-fA-F]{8}|[\da-fA-F]{4})_/g;

/** Returns `Order Details` for `Order_x0020_Details` (System.Xml.XmlConvert.DecodeName). */
export function decodeName(name: string): string {
  if (!name.includes("_")) return name;
  return name.replace(ESCAPED, (escaped, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code > 0x10ffff ? escaped : String.fromCodePoint(code);
  });
}

/** The inverse of `decodeName` (System.Xml.XmlConvert.EncodeLocalName). */
export function encodeName(name: string): string {
  const plain = name.replace(/_(?=[xX](?:[\da-fA-F]{8}|[\da-fA-F]{4})_)/g, "_x005F_");
  return Array.from(plain, (character, index) =>
    isNameCharacter(character, index === 0) ? character : escaped(character),
  ).join("");
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `_x${code
    .toString(16)
    .toUpperCase()
    .padStart(code > 0xffff ? 8 : 4, "0")}_`;
}
