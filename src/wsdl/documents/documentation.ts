import type { Element } from "./document.js";

/** The text of an element's documentation child, white space folded; `undefined` where there is none. */
export function documentationOf(
  element: Element | undefined,
  namespace: string,
): string | undefined {
  const text = element?.first(namespace, "documentation")?.text.replace(/\s+/g, " ").trim();
  return text === "" ? undefined : text;
}
