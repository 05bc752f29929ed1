/** Reads the WSDL that a service publishes, from a file or a text. */
import { fileURLToPath } from "node:url";
import {
  type ContractTexts,
  type DocumentText,
  parseContract,
  type ReadOptions,
  readContractTexts,
} from "../../wsdl/index.js";
import { escapeAttribute } from "../../xml/index.js";
import { type Description, HERE } from "./description.js";

/**
 * @param wsdl a file, which may import others, or the text itself
 * @param options limits, and the folders of imports
 * @throws WsdlError, OptionsError
 */
export async function readDescription(
  wsdl: string | URL,
  options?: ReadOptions,
): Promise<Description> {
  if (typeof wsdl === "string" && /^\ufeff?\s*</.test(wsdl)) return describeText(wsdl, "WSDL");
  const file = typeof wsdl === "string" ? wsdl : fileURLToPath(wsdl);
  const noDownload = (url: string) => {
    throw new Error(
      `${url} is not downloaded: to serve a WSDL, save the documents that it imports beside it.`,
    );
  };
  return describeTexts(await readContractTexts(file, noDownload, options));
}

/** The description of a WSDL that has been read with its documents. */
export function describeTexts({ contract, documents }: ContractTexts): Description {
  const queries = new Map(
    documents.map(({ location, kind }, index) => [location, queryOf(kind, index)]),
  );
  return {
    contract,
    documents: new Map(
      documents.map((document) => [
        queries.get(document.location) ?? "",
        published(document, queries),
      ]),
    ),
  };
}

/** @param source the name of the file in error messages */
export function describeText(text: string, source: string): Description {
  return { contract: parseContract(text, source), documents: new Map([["wsdl", asUtf8(text)]]) };
}

/** The queries of documents, as in WCF. */
function queryOf(kind: DocumentText["kind"], index: number): string {
  if (index === 0) return "wsdl";
  return kind === "schema" ? `xsd=xsd${index}` : `wsdl=wsdl${index}`;
}

const LOCATION = /(\s(?:schemaLocation|location)\s*=\s*)(?:"([^"]*)"|'([^']*)')/g;

/** The text with the addresses of imports replaced by that of the service. */
function published(
  { text, references }: DocumentText,
  queries: ReadonlyMap<string, string>,
): string {
  return asUtf8(text).replace(LOCATION, (whole, before: string, double = "", single = "") => {
    const hint = String(double || single).replaceAll("&amp;", "&");
    const query = queries.get(references.get(hint) ?? "");
    return query === undefined ? whole : `${before}"${HERE}?${escapeAttribute(query)}"`;
  });
}

/** The XML declaration for a text that is sent in UTF-8. */
function asUtf8(text: string): string {
  return text.replace(/^(\ufeff?<\?xml[^>]*\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"utf-8"');
}
