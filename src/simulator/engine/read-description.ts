/** Gets the WSDL that a service gives from a file or a text. */
import { readFile } from "node:fs/promises";
import { parseContract } from "../../wsdl/index.js";
import type { Description } from "./description.js";

/**
 * @param wsdl a file, or the text itself
 * @throws WsdlError
 */
export async function readDescription(wsdl: string | URL): Promise<Description> {
  if (typeof wsdl === "string" && /^\ufeff?\s*</.test(wsdl)) return describeText(wsdl, "WSDL");
  return describeText(await readFile(wsdl, "utf8"), String(wsdl));
}

/** @param source the file, for error messages */
export function describeText(text: string, source: string): Description {
  return { contract: parseContract(text, source), documents: new Map([["wsdl", text]]) };
}
