/** Whether two readings of an element come to the same. */

import { XML_NAMESPACE, XMLNS_NAMESPACE, type XmlElement } from "../xml/index.js";

/** Names, attributes in any order, and content, pieces of text joined; prefixes and comments mean nothing. */
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

/** Without those that canonical XML moves: declarations of prefixes, and `xml:` ones, which it inherits. */
function attributesOf({ attributes }: XmlElement): string {
  const told = attributes.filter(
    ({ name: { namespace } }) => namespace !== XMLNS_NAMESPACE && namespace !== XML_NAMESPACE,
  );
  const texts = told.map(({ name, value }) => JSON.stringify([name.namespace, name.local, value]));
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
