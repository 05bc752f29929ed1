/** The WSDL that a service publishes: its documents, with the address of the request. */

import type { Contract } from "../../contract/index.js";
import { escapeAttribute } from "../../xml/index.js";

export interface Description {
  readonly contract: Contract;
  /** The texts by their queries: `wsdl` for the first, `xsd=xsd1` and `wsdl=wsdl1` for those that it imports. */
  readonly documents: ReadonlyMap<string, string>;
}

/** The document of a query, in any letter case; `undefined` if there is no such document. */
export function documentFor(
  { documents }: Description,
  query: string,
  url: string,
): string | undefined {
  const [key, value] = firstOf(query);
  const text =
    documents.get(`${key}=${value}`) ?? (key === "xsd" ? undefined : documents.get("wsdl"));
  return text && withAddress(text, url);
}

/** Whether a query is for a document of the description. */
export function isForDocument(query: string): boolean {
  return ["wsdl", "singlewsdl", "xsd"].includes(firstOf(query)[0]);
}

function firstOf(query: string): readonly [string, string] {
  const [[key, value] = ["", ""]] = new URLSearchParams(query.toLowerCase());
  return [key, value];
}

const ADDRESS = /(<(?:[\w.-]+:)?address\s[^>]*?\blocation\s*=\s*)(?:"[^"]*"|'[^']*')/g;
/** The placeholder of the address in the locations of imports. */
export const HERE = "\u0001";

function withAddress(text: string, url: string): string {
  const address = escapeAttribute(url);
  return text
    .replace(ADDRESS, (_, before: string) => `${before}"${address}"`)
    .replaceAll(HERE, address);
}
