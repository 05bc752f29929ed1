/** The lexical space of built-in types that the codec does not restrict (XML Schema part 2 §3.3). */
import { lexicals, type Violation } from "../../codec/index.js";
import type { BuiltinName } from "../../schema/index.js";
import { collapseSpace } from "../../xml/index.js";

/** NameStartChar and NameChar of XML 1.0 §2.3, without the colon. */
const START =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}" +
  "\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const CHAR = `${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;

const NC_NAME = new RegExp(`^[${START}][${CHAR}]*$`, "u");
const NMTOKEN = new RegExp(`^[${CHAR}:]+$`, "u");

const FORMS: Readonly<Partial<Record<BuiltinName, RegExp>>> = {
  ENTITY: NC_NAME,
  ID: NC_NAME,
  IDREF: NC_NAME,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  Name: new RegExp(`^[${START}:][${CHAR}:]*$`, "u"),
  NCName: NC_NAME,
  NMTOKEN,
};

const ITEMS: Readonly<Partial<Record<BuiltinName, RegExp>>> = {
  ENTITIES: NC_NAME,
  IDREFS: NC_NAME,
  NMTOKENS: NMTOKEN,
};

/** @param text may have white space that the type collapses */
export function violatedBuiltin(name: BuiltinName, text: string): Violation | undefined {
  if (lexicals[name].parse(text) === undefined) return invalid(name);
  const form = FORMS[name] ?? ITEMS[name];
  if (form === undefined) return undefined;
  const collapsed = collapseSpace(text);
  const texts = ITEMS[name] === undefined ? [collapsed] : collapsed.split(" ");
  return texts.every((each) => form.test(each)) ? undefined : invalid(name);
}

function invalid(name: BuiltinName): Violation {
  const limit = name in FORMS || name in ITEMS ? `of the type ${name}` : lexicals[name].expected;
  return { facet: "type", limit };
}
