/** Predefined simple types of XML Schema (part 2 §3). */
import { XSD } from "./namespaces.js";
import { QName } from "./qname.js";
import type { BuiltinType } from "./simple-types.js";

export const STRING: BuiltinType = { kind: "builtin", name: new QName(XSD, "string") };
