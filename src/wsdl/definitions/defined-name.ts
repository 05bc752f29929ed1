import { QName } from "../../contract/index.js";
import type { Element } from "../documents/element.js";

/** The name of a child of `wsdl:definitions`, in the target namespace (WSDL 1.1 §2.1.1). */
export function definedName(element: Element, definitions: Element): QName {
  return new QName(definitions.token("targetNamespace") ?? "", element.token("name") ?? "");
}
