/** The simple types of XML Schema itself. */
import type { BuiltinType } from "./contract.js";
import { XSD } from "./namespaces.js";
import { QName } from "./qname.js";

/** The simple types of part 2 §3. */
export const BUILTINS: ReadonlySet<string> = new Set(
  (
    "anySimpleType anyURI base64Binary boolean byte date dateTime decimal double duration ENTITIES ENTITY float gDay " +
    "gMonth gMonthDay gYear gYearMonth hexBinary ID IDREF IDREFS int integer language long Name NCName " +
    "negativeInteger NMTOKEN NMTOKENS nonNegativeInteger nonPositiveInteger normalizedString NOTATION " +
    "positiveInteger QName short string time token unsignedByte unsignedInt unsignedLong unsignedShort"
  ).split(" "),
);

export const STRING: BuiltinType = { kind: "builtin", name: new QName(XSD, "string") };
