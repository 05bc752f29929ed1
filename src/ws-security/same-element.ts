/** Compares elements that two parsers read. */

import { XML_NAMESPACE, XMLNS_NAMESPACE, type XmlElement } from "../xml/index.js";

/** Whether two elements have the same name, attributes in any order, and content. Prefixes and comments do not count. */
export function isSameElement(one: XmlElement, other: XmlElement): boolean {
  return (
    one.name.local === other.name.local &&
    one.name.namespace === other.name.namespace &&
    attributesOf(one) === attributesOf(other) &&
    isSameContent(contentOf(one), contentOf(other))
  );
}

function isSameContent(
  one: readonly (XmlElement | string)[],
  other: readonly (XmlElement | string)[],
): boolean {
  return (
    one.length === other.length &&
    one.every((child, index) => {
      const counterpart = other[index];
      if (typeof child === "string" || typeof counterpart === "string") {
        return child === counterpart;
      }
      return counterpart !== undefined && isSameElement(child, counterpart);
    })
  );
}

/** Without the attributes that canonical XML moves: declarations of prefixes, and `xml:` attributes, which it inherits. */
function attributesOf({ attributes }: XmlElement): string {
  const compared = attributes.filter(
    ({ name: { namespace } }) => namespace !== XMLNS_NAMESPACE && namespace !== XML_NAMESPACE,
  );
  const texts = compared.map(({ name, value }) =>
    JSON.stringify([name.namespace, name.local, value]),
  );
  return texts.sort().join();
}

function contentOf({ children }: XmlElement): (XmlElement | string)[] {
  const content: (XmlElement | string)[] = [];
  for (const child of children) {
    const last = content.at(-1);
    if (typeof child !== "string") content.push(child);
    else if (typeof last === "string") content[content.length - 1] = last + child;
    else if (child !== "") content.push(child);
  }
  return content;
}
