/**
 * Messages as Standard Schema v1 (https://standardschema.dev), which forms, routers and test tools accept. The interfaces
 * have the shape that the specification defines.
 */
import type { MessageOf, MessageSchema, PartsSchema } from "../schema/index.js";
import { checkMessage } from "./structure/check-message.js";

/** A schema of the specification: any library that accepts Standard Schema v1 accepts it. */
export interface StandardSchema<Value = unknown> {
  /** The properties of the specification. */
  readonly "~standard": StandardSchemaProperties<Value>;
}

/** The properties of a schema. */
export interface StandardSchemaProperties<Value> {
  /** The version of the specification. */
  readonly version: 1;
  /** `rescue-soap` */
  readonly vendor: string;
  /** Checks a value. It is returned as it is, since it is not changed. */
  readonly validate: (value: unknown) => StandardSchemaResult<Value>;
  /** The types of the value; only for the compiler. */
  readonly types?: StandardSchemaTypes<Value> | undefined;
}

/** The types of the values of a schema. */
export interface StandardSchemaTypes<Value> {
  /** The type before the check. */
  readonly input: Value;
  /** The type after the check. */
  readonly output: Value;
}

/** The value, or what is wrong with it. */
export type StandardSchemaResult<Value> =
  | {
      /** The value that was checked. */
      readonly value: Value;
      /** Absent: the value is valid. */
      readonly issues?: undefined;
    }
  | {
      /** What is wrong, in the order of the schema. */
      readonly issues: readonly StandardSchemaIssue[];
    };

/** A value that breaks a rule. */
export interface StandardSchemaIssue {
  /** The rule, such as `must have a length of at most 10; it has 12 characters`. It does not contain the value. */
  readonly message: string;
  /** The members and indexes from the message to the value. */
  readonly path: readonly (string | number)[];
}

/**
 * A message as Standard Schema v1. It checks the structure: required and unknown members, types, enumerations, choices; and
 * for an operation with `facets` (`generate --facets`) the facets of types, numbers of occurrences and fixed values. At most
 * 100 issues are returned.
 *
 * @example
 * const schema = standardSchema(operations.getQuote.input);
 * schema["~standard"].validate({ symbol: "ACME" });
 * @param message the request of an operation, its `input`; the response, its `output`; or the parts of a header or fault
 */
export function standardSchema<Value = Readonly<Record<string, unknown>>>(
  message: MessageOf<Value> | MessageSchema | PartsSchema,
): StandardSchema<Value> {
  return {
    "~standard": {
      version: 1,
      vendor: "rescue-soap",
      validate(value) {
        const issues = checkMessage(message, value, { facets: true, acceptsUnlisted: true });
        if (issues.length > 0) {
          return {
            issues: issues.map(({ path, requirement }) => ({ path, message: requirement })),
          };
        }
        // It was checked by the schema of the message, as its type was made.
        return { value: value as Value };
      },
    },
  };
}
