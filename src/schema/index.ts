export { VERSION } from "../package/index.js";
export {
  BUILTIN_NAMES,
  BUILTIN_TYPES,
  type BuiltinName,
  type BuiltinType,
  builtinTypeNamed,
  isBuiltin,
  withBases,
} from "./builtins.js";
export { checkOperation } from "./check/check-operation.js";
export {
  attributesOf,
  derivationChain,
  elementsOf,
  isComplex,
  isSimple,
  particlesOf,
  resolveType,
  unrestricted,
} from "./content.js";
export { ANY_TYPE, isDeclarable } from "./declaration-text.js";
export {
  type ElementMessageOf,
  type FaultSchema,
  type MessageOf,
  type MessageSchema,
  messageElements,
  messageType,
  type PartsSchema,
} from "./message.js";
export type { Nil } from "./nil.js";
export type { AtMostOneOf, OneOf } from "./one-of.js";
export type { Operation, OutcomeOperation } from "./operation.js";
export { compilePattern, patternError } from "./pattern/pattern.js";
export type {
  EnumerationType,
  Facets,
  ListType,
  MappedType,
  RestrictedType,
  SimpleType,
  UnionType,
} from "./simple-type.js";
export {
  ENCODING_NAMESPACE,
  ENVELOPE_NAMESPACE,
  type SoapVersion,
  soapVersionOf,
} from "./soap-version.js";
export { statusPrefix } from "./status-prefix.js";
export type {
  AnyContent,
  AnySchema,
  ArrayType,
  AttributeSchema,
  ChoiceSchema,
  ComplexType,
  ComplexTypes,
  DeclaredParticle,
  ElementSchema,
  GroupSchema,
  Occurs,
  Particle,
  TypeReference,
  TypeSchema,
} from "./types.js";
