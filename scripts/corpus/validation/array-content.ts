/** The content of arrays of the SOAP encoding (SOAP 1.1 §5.4.2), whose items a schema can't declare. */
import { derivationOf, nameIn } from "../raw/components.js";
import type { RawSchema } from "../raw/documents.js";
import { ENCODING11, WSDL, XSD } from "../raw/namespaces.js";
import { childrenNamed, foreignAttribute, type RawElement } from "../raw/tree.js";
import { ANY_ATTRIBUTE, ANY_ELEMENTS, attribute, reference } from "./xsd-text.js";

/** The items of a type that derives from `Array`, by its `wsdl:arrayType` or its only element; any elements without both. */
export function arrayContent(type: RawElement, schema: RawSchema): string {
  const derivation = derivationOf(type);
  const declared = derivation === undefined ? [] : elementsIn(derivation);
  const names = new Set(["item", ...declared.flatMap((each) => each.attributes.get("name") ?? [])]);
  const items = derivation && itemsOf(derivation, declared, schema);
  if (items === undefined) return ANY_ELEMENTS + ANY_ATTRIBUTE;
  let content = reference("type", items.type);
  let text = "";
  for (const _ of items.brackets) {
    text = itemText(names, content, text) + ANY_ATTRIBUTE;
    content = "";
  }
  return text;
}

interface Items {
  /** The expanded name of the type. */
  readonly type: string;
  /** One per dimension of arrays in arrays; the dimensions of `[,]` have no elements of their own. */
  readonly brackets: readonly string[];
}

function itemsOf(
  derivation: RawElement,
  declared: readonly RawElement[],
  schema: RawSchema,
): Items | undefined {
  for (const each of childrenNamed(derivation, XSD, "attribute")) {
    const text = foreignAttribute(each, WSDL, "arrayType") ?? "";
    const [, name, brackets] = /^\s*([^[\s]+)\s*((?:\[[\d,\s]*\])+)\s*$/.exec(text) ?? [];
    if (name === undefined || brackets === undefined) continue;
    return { type: nameIn(each, schema, name), brackets: brackets.match(/\[[^\]]*\]/g) ?? [] };
  }
  const [only, ...others] = declared;
  const type = only?.attributes.get("type");
  if (only === undefined || type === undefined || others.length > 0) return undefined;
  return { type: nameIn(only, schema, type), brackets: ["[]"] };
}

function elementsIn(parent: RawElement): readonly RawElement[] {
  return parent.children.flatMap((child) =>
    child.namespace === XSD && child.local === "element" ? child : elementsIn(child),
  );
}

/** Items may have any of the names, and any of them may be nil. */
function itemText(names: ReadonlySet<string>, typeAttribute: string, content: string): string {
  const type = content === "" ? "" : `<corpus:complexType>${content}</corpus:complexType>`;
  const items = [...names].map(
    (name) =>
      `<corpus:element${attribute("name", name)} form="unqualified" nillable="true"${typeAttribute}>${type}</corpus:element>`,
  );
  return `<corpus:choice minOccurs="0" maxOccurs="unbounded">${items.join("")}</corpus:choice>`;
}

const STATED = new RegExp(` xmlns:([\\w.-]+)="${ENCODING11}" xsi:type="\\1:Array"`, "g");

/** An envelope without the type `Array` of its arrays: it is not derived from the declared type. */
export function withoutArrayTypes(xml: string): string {
  return xml.replace(STATED, "");
}
