/** The WSDL that a service gives: its documents, with the addresses that were asked for. */
import { escapeAttribute } from "../../soap/xml/chars.js";
import type { Contract } from "../../wsdl/index.js";

export interface Description {
  readonly contract: Contract;
  /** The texts by the query that gives each: `wsdl` for the first, `xsd=xsd0` and `wsdl=wsdl0` for those that it imports. */
  readonly documents: ReadonlyMap<string, string>;
}

/** What a query asks for of the description, in any letter case; `undefined` where it asks for something else. */
export function documentFor(
  { documents }: Description,
  query: string,
  url: string,
): string | undefined {
  const [[key = "", value = ""] = []] = new URLSearchParams(query);
  const asked = value === "" ? key : `${key}=${value}`;
  const text = documents.get(asked.toLowerCase().replace("singlewsdl", "wsdl"));
  return text && withAddress(text, url);
}

const ADDRESS = /(<(?:[\w.-]+:)?address\s[^>]*?\blocation\s*=\s*)(?:"[^"]*"|'[^']*')/g;
/** Stands in the texts for the address in locations of imports. */
export const HERE = "\u0001";

function withAddress(text: string, url: string): string {
  const address = escapeAttribute(url);
  return text
    .replace(ADDRESS, (_, before: string) => `${before}"${address}"`)
    .replaceAll(HERE, address);
}
