/** The keys that the objects of a wire schema may have. */
import type { FaultSchema, MessageSchema, PartsSchema } from "../message.js";
import type { OutcomeOperation } from "../operation.js";
import type {
  EnumerationType,
  Facets,
  ListType,
  MappedType,
  RestrictedType,
  UnionType,
} from "../simple-type.js";
import type {
  AnyContent,
  AnySchema,
  ArrayType,
  AttributeSchema,
  ChoiceSchema,
  ComplexType,
  ElementSchema,
  GroupSchema,
  Occurs,
} from "../types.js";

/** Each key of an interface: the compiler finds one that is missing here or there. */
type Keys<Of> = Readonly<Record<Extract<keyof Of, string>, true>>;

const OPERATION: Keys<OutcomeOperation> = {
  generator: true,
  name: true,
  soapAction: true,
  action: true,
  facets: true,
  input: true,
  output: true,
  headers: true,
  faults: true,
  result: true,
};

const HEADERS: Keys<NonNullable<OutcomeOperation["headers"]>> = { input: true, output: true };

const PARTS: Keys<PartsSchema> = { parts: true, encoded: true, attachments: true };

const FAULT: Keys<FaultSchema> = { ...PARTS, inHeader: true };

const COMPLEX: Keys<ComplexType> = {
  namespace: true,
  sequence: true,
  all: true,
  content: true,
  mixed: true,
  value: true,
  attributes: true,
  anyAttribute: true,
  extends: true,
  name: true,
  types: true,
  refs: true,
  enums: true,
};

const MESSAGE: Keys<MessageSchema> = {
  ...COMPLEX,
  element: true,
  type: true,
  encoded: true,
  rpc: true,
  attachments: true,
};

const ARRAY: Keys<ArrayType> = { namespace: true, item: true, soapArray: true, name: true };

const ELEMENT: Keys<ElementSchema> = {
  element: true,
  namespace: true,
  member: true,
  type: true,
  typeName: true,
  minOccurs: true,
  maxOccurs: true,
  occurs: true,
  nillable: true,
  open: true,
  default: true,
  fixed: true,
  secret: true,
};

const ATTRIBUTE: Keys<AttributeSchema> = {
  attribute: true,
  namespace: true,
  member: true,
  type: true,
  required: true,
  fixed: true,
  secret: true,
};

const OCCURRENCE = { minOccurs: true, maxOccurs: true, occurs: true } as const;

const CHOICE: Keys<ChoiceSchema> = { choice: true, ...OCCURRENCE, member: true };

const GROUP: Keys<GroupSchema> = { sequence: true, ...OCCURRENCE, member: true };

const WILDCARD: Keys<AnySchema> = { any: true, member: true, ...OCCURRENCE };

const OCCURS: Keys<Occurs> = { min: true, max: true };

const ANY_CONTENT: Keys<AnyContent> = { any: true };
const ENUMERATION: Keys<EnumerationType> = { enumeration: true };
const LIST: Keys<ListType> = { list: true };
const UNION: Keys<UnionType> = { union: true };
const RESTRICTED: Keys<RestrictedType> = { restricts: true, facets: true };

const FACETS: Keys<Facets> = {
  length: true,
  minLength: true,
  maxLength: true,
  minInclusive: true,
  maxInclusive: true,
  minExclusive: true,
  maxExclusive: true,
  totalDigits: true,
  fractionDigits: true,
  values: true,
  patterns: true,
  whiteSpace: true,
};

const MAPPED: Keys<MappedType> = { builtin: true, as: true };

export const KNOWN_KEYS = {
  operation: OPERATION,
  headers: HEADERS,
  message: MESSAGE,
  parts: PARTS,
  fault: FAULT,
  complex: COMPLEX,
  array: ARRAY,
  element: ELEMENT,
  attribute: ATTRIBUTE,
  choice: CHOICE,
  group: GROUP,
  wildcard: WILDCARD,
  anyContent: ANY_CONTENT,
  enumeration: ENUMERATION,
  list: LIST,
  union: UNION,
  mapped: MAPPED,
  restricted: RESTRICTED,
  facets: FACETS,
  occurs: OCCURS,
} as const;
