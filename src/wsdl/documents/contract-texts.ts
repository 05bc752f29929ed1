/** A contract with the texts that it was read from, for whoever gives them on. */
import { type Contract, XSD } from "../../contract/index.js";
import { readDocuments } from "../read.js";
import { loadDocuments, locationOf, referencesIn } from "./documents.js";
import { type Download, readText } from "./source.js";

export interface DocumentText {
  readonly location: string;
  readonly text: string;
  readonly kind: "wsdl" | "schema";
  /** Where what it imports or includes is, by what the document says of it. */
  readonly references: ReadonlyMap<string, string>;
}

export interface ContractTexts {
  readonly contract: Contract;
  /** The first is the WSDL itself. */
  readonly documents: readonly DocumentText[];
}

/**
 * Reads the contract of a file or an http(s) URL, and all that it imports.
 *
 * @throws WsdlError; what `download` throws
 */
export async function readContractTexts(
  location: string,
  download: Download,
): Promise<ContractTexts> {
  const texts = new Map<string, string>();
  const documents = await loadDocuments(location, async (target) => {
    const source = await readText(target, download);
    texts.set(target, source.text);
    return source;
  });
  const contract = readDocuments(documents, location);
  const found = [...texts].flatMap(([target, text]): DocumentText[] => {
    const root = target === location ? documents.entry : documents.at(target);
    if (root === undefined) return [];
    const references = new Map(
      referencesIn(root).flatMap((reference) => {
        const to = locationOf(reference);
        const hint = reference.attribute("schemaLocation") ?? reference.attribute("location");
        return to === undefined || hint === undefined ? [] : [[hint, to] as const];
      }),
    );
    const kind = root.is(XSD, "schema") ? "schema" : "wsdl";
    return [{ location: target, text, kind, references }];
  });
  return { contract, documents: found };
}
