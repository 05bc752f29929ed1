export {
  collapseSpace,
  escapeAttribute,
  escapeText,
  forbiddenCharacter,
  isSpace,
} from "./chars.js";
export { XmlElement } from "./element.js";
export { clark, expanded, PrefixDeclarations } from "./names.js";
export { type XmlHandler, XmlScanner } from "./scanner.js";
export {
  type ExpandedName,
  NamespaceScope,
  XML_NAMESPACE,
  XMLNS_NAMESPACE,
  type XmlAttribute,
  XSD_NAMESPACE,
  XSI_NAMESPACE,
} from "./scope.js";
export { xmlElementContent, xmlElementText } from "./write-element.js";
