import type { Element } from "./element.js";

/** The text of an element's documentation child, with collapsed white space; `undefined` if it has none. */
export function documentationOf(
  element: Element | undefined,
  namespace: string,
): string | undefined {
  const text = element?.first(namespace, "documentation")?.text.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}
