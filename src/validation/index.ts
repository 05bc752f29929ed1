export {
  incomingError,
  outgoingError,
  textError,
  type ValidatedMessage,
} from "./message-errors.js";
export {
  type StandardSchema,
  type StandardSchemaIssue,
  type StandardSchemaProperties,
  type StandardSchemaResult,
  type StandardSchemaTypes,
  standardSchema,
} from "./standard-schema.js";
