/** A contract with the texts of its documents, for a service that publishes them. */
import { type Contract, XSD } from "../../contract/index.js";
import { readDocuments } from "../read.js";
import { locationOf, referencesIn } from "./documents.js";
import {
  type ContractSource,
  type Download,
  loadSource,
  locationOfSource,
  type ReadOptions,
} from "./source.js";

export interface DocumentText {
  readonly location: string;
  readonly text: string;
  readonly kind: "wsdl" | "schema";
  /** The locations of the documents that it imports or includes, by the value of the attribute. */
  readonly references: ReadonlyMap<string, string>;
}

export interface ContractTexts {
  readonly contract: Contract;
  /** The first is the WSDL itself. */
  readonly documents: readonly DocumentText[];
}

/**
 * Reads a contract and everything that it imports, with the texts.
 *
 * @throws WsdlError, and the errors of `download`
 */
export async function readContractTexts(
  source: ContractSource,
  download: Download,
  options: ReadOptions = {},
): Promise<ContractTexts> {
  const texts = new Map<string, string>();
  const location = locationOfSource(source);
  const documents = await loadSource(source, download, options, (target, text) =>
    texts.set(target, text),
  );
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
