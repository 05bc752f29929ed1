/** Compares two documents: names, attributes and texts; not prefixes, and not white space between elements. */
import {
  clark,
  collapseSpace,
  isSpace,
  type XmlElement,
  XSI_NAMESPACE,
} from "../../src/xml/index.js";

/** @returns what the other tree lost, changed or has in addition; `undefined` if nothing */
export function lossBetween(one: XmlElement, other: XmlElement, path = ""): string | undefined {
  const here = `${path}/${one.name.local}`;
  if (one.name.local !== other.name.local || one.name.namespace !== other.name.namespace) {
    return `${here} came back as {${other.name.namespace}}${other.name.local}`;
  }
  const attributes = attributesOf(one);
  const others = attributesOf(other);
  for (const [name, value] of attributes) {
    const found = others.get(name);
    if (found === undefined) return `${here}/@${name} is lost`;
    if (!isSameText(value, found))
      return `${here}/@${name} is "${value}", and came back as "${found}"`;
  }
  const children = childrenOf(one);
  const otherChildren = inOrderOf(children, childrenOf(other));
  if (isDefaultOrSpace(children, otherChildren)) return undefined;
  for (const [index, child] of children.entries()) {
    const found = otherChildren[index];
    if (found === undefined) return `${here} lost ${shown(child)}`;
    if (typeof child === "string" || typeof found === "string") {
      if (typeof child !== typeof found || !isSameText(String(child), String(found))) {
        return `${here} has ${shown(child)}, and came back with ${shown(found)}`;
      }
      continue;
    }
    const loss = lossBetween(child, found, here);
    if (loss !== undefined) return loss;
  }
  const added = otherChildren[children.length];
  return added === undefined ? undefined : `${here} has ${shown(added)} in addition`;
}

/** Hints for a validator, and the type of an element if it is the declared one, are not part of the content. */
function attributesOf({ attributes }: XmlElement): ReadonlyMap<string, string> {
  const hints = new Set(["schemaLocation", "noNamespaceSchemaLocation", "type"]);
  return new Map(
    attributes
      .filter(({ name, value }) => {
        if (name.namespace !== XSI_NAMESPACE) return true;
        return (
          !hints.has(name.local) && !(name.local === "nil" && /^\s*(?:false|0)\s*$/.test(value))
        );
      })
      .map(({ name, value }) => [`{${name.namespace}}${name.local}`, value]),
  );
}

/** An empty element may come back with its default value; white space may be lost from an element without content. */
function isDefaultOrSpace(
  children: readonly (XmlElement | string)[],
  others: readonly (XmlElement | string)[],
): boolean {
  const text = children.length === 0 ? "" : children.length === 1 ? children[0] : undefined;
  if (typeof text !== "string" || !isSpace(text)) return false;
  return others.length === 0 || (others.length === 1 && typeof others[0] === "string");
}

/** The elements of an xs:all in the order of the other ones: no name occurs twice. */
function inOrderOf(
  children: readonly (XmlElement | string)[],
  others: readonly (XmlElement | string)[],
): readonly (XmlElement | string)[] {
  const byName = new Map<string, XmlElement | string>();
  for (const each of others) byName.set(typeof each === "string" ? "" : clark(each.name), each);
  if (byName.size !== others.length || children.length !== others.length) return others;
  return children.map(
    (each, index) =>
      byName.get(typeof each === "string" ? "" : clark(each.name)) ?? others[index] ?? "",
  );
}

function childrenOf({ children }: XmlElement): readonly (XmlElement | string)[] {
  const hasElements = children.some((child) => typeof child !== "string");
  return children.filter(
    (child) => typeof child !== "string" || (child !== "" && !(hasElements && isSpace(child))),
  );
}

/** The same value in any common type: numbers, truth values, times and binary data have several texts. */
function isSameText(one: string, other: string): boolean {
  const [a, b] = [collapseSpace(one), collapseSpace(other)];
  return a === b || items(a).join(" ") === items(b).join(" ");
}

function items(text: string): string[] {
  return text.split(" ").map(canonical);
}

function canonical(text: string): string {
  if (text === "true" || text === "false") return text === "true" ? "1" : "0";
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) {
    const [, sign = "", whole = "", fraction = ""] = /^([+-]?)0*(\d*)\.?(\d*?)0*$/.exec(text) ?? [];
    const digits = `${whole === "" ? "0" : whole}${fraction === "" ? "" : `.${fraction}`}`;
    return sign === "-" && digits !== "0" ? `-${digits}` : digits;
  }
  if (text !== "" && Number.isFinite(Number(text))) return String(Number(text));
  const name = /^[^:]+:([^:]+)$/.exec(text)?.[1];
  return name ?? text.toLowerCase();
}

function shown(child: XmlElement | string | undefined): string {
  if (child === undefined) return "nothing";
  return typeof child === "string" ? JSON.stringify(child.slice(0, 60)) : `<${child.name.local}>`;
}
