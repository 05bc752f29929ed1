export {
  collapseSpace,
  escapeAttribute,
  escapeText,
  forbiddenCharacter,
  isSpace,
  isSpaceCode,
  replaceSpace,
} from "./chars.js";
export { ContentBudget, DEFAULT_MAX_ELEMENTS } from "./content-budget.js";
export { childElements, elementOf, isNamed, XmlElement } from "./element.js";
export { ElementBuilder } from "./element-builder.js";
export { clark, expanded, PrefixDeclarations } from "./names.js";
export { readElement } from "./read-element.js";
export type { XmlHandler } from "./scan/handler.js";
export { MAX_DEPTH, nestingError } from "./scan/limits.js";
export type { Irregularity, Tolerance } from "./scan/tolerance.js";
export { XmlScanner } from "./scanner.js";
export {
  type ExpandedName,
  NamespaceScope,
  type StartTag,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  type XmlAttribute,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
} from "./scope.js";
export { xmlElementContent, xmlElementText } from "./write-element.js";
