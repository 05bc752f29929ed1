/** The predefined simple types of XML Schema (part 2 §3). */
import { BUILTIN_TYPES } from "../schema/index.js";
import { XSD } from "./namespaces.js";
import { QName } from "./qname.js";
import type { BuiltinType } from "./simple-types.js";

/** Their local names. */
export const BUILTINS: ReadonlySet<string> = new Set(Object.keys(BUILTIN_TYPES));

export const STRING: BuiltinType = { kind: "builtin", name: new QName(XSD, "string") };
