/** The model of a contract, and its JSON form. */

export { publicUrl } from "../errors/index.js";
export { STRING } from "./builtins.js";
export type { Contract } from "./contract.js";
export { directlyDerived } from "./derived.js";
export type { WsdlDiagnostic } from "./diagnostic.js";
export { escapeHidden, hasHidden, unicodeEscape } from "./hidden-characters.js";
export type { ContractJson } from "./json/model.js";
export {
  type GeneratedNames,
  type ReadResult,
  readContractJson,
  readGeneratedNames,
} from "./json/read.js";
export { contractJson } from "./json/write.js";
export { type Location, locationText } from "./location.js";
export {
  HTTP,
  KNOWN,
  MIME,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
  SOAP_ENVELOPE11,
  SOAP_ENVELOPE12,
  SOAP11,
  SOAP12,
  WSAM,
  WSAW,
  WSDL,
  WSDL20,
  WSI_BASIC,
  XLINK,
  XML,
  XML_MIME,
  XSD,
} from "./namespaces.js";
export { nearest } from "./nearest.js";
export { QName } from "./qname.js";
export type {
  AnyType,
  AttributeDeclaration,
  ComplexDefinition,
  Derivation,
  ElementDeclaration,
  ElementParticle,
  GroupParticle,
  NamespaceConstraint,
  Occurrence,
  Particle,
  SoapArray,
  TypeDefinition,
  ValueConstraint,
  Wildcard,
  WildcardParticle,
} from "./schema-components.js";
export type {
  AttachmentPart,
  ElementPart,
  HeaderPart,
  Message,
  Operation,
  OperationFault,
  Part,
  Pattern,
  Port,
  Protocol,
  Service,
  TypePart,
} from "./services.js";
export {
  type BuiltinType,
  type EnumerationDefinition,
  type EnumerationValue,
  FACETS,
  type Facet,
  type FacetName,
  type ListDefinition,
  type RestrictionDefinition,
  type SimpleDefinition,
  type UnionDefinition,
  type UserDefinition,
} from "./simple-types.js";
export { suggestion } from "./suggestion.js";
