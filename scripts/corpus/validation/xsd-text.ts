/** Parts of the texts of schemas. */

/** An attribute with an expanded name. */
export function reference(key: string, name: string): string {
  const [, namespace = "", local = ""] = /^\{(.*)\}(.*)$/s.exec(name) ?? [];
  if (namespace === "") return attribute(key, local);
  return attribute("xmlns:corpus-own", namespace) + attribute(key, `corpus-own:${local}`);
}

export function attribute(name: string, value: string): string {
  const escaped = value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
  return ` ${name}="${escaped}"`;
}

export const ANY_ELEMENTS =
  '<corpus:sequence><corpus:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></corpus:sequence>';

export const ANY_ATTRIBUTE = '<corpus:anyAttribute processContents="lax"/>';
