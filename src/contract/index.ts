export { BUILTINS, STRING } from "./builtins.js";
export type {
  AttachmentPart,
  AttributeDeclaration,
  BuiltinType,
  ComplexDefinition,
  Contract,
  ElementDeclaration,
  ElementParticle,
  EnumerationDefinition,
  Facet,
  FacetName,
  GroupParticle,
  HeaderPart,
  ListDefinition,
  Message,
  NamespaceConstraint,
  Notice,
  Occurrence,
  Operation,
  OperationFault,
  Part,
  Particle,
  Pattern,
  Port,
  Protocol,
  RestrictionDefinition,
  Service,
  SimpleDefinition,
  SoapArray,
  TypeDefinition,
  UnionDefinition,
  ValueConstraint,
  Wildcard,
  WildcardParticle,
} from "./contract.js";
export { directlyDerived } from "./derived.js";
export { type Location, locationText } from "./location.js";
export {
  HTTP,
  KNOWN,
  MIME,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
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
export { publicUrl } from "./public-url.js";
export { QName } from "./qname.js";
export { type ContractSummary, isContractSummary } from "./summary/model.js";
export { summarize } from "./summary/summarize.js";
