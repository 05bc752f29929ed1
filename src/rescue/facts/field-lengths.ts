/** Documented lengths of texts, in UTF-16 code units, as .NET and JavaScript count them. */

/** The maximum lengths of the fields of a PIN request. */
const PIN_FIELD_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["sCField0", 64],
  ["sCField1", 512],
  ["sCField2", 512],
  ["sCField3", 256],
  ["sCField4", 64],
  ["sCField5", 64],
  ["sTracking0", 64],
]);

export interface TooLongField {
  readonly field: string;
  readonly length: number;
  readonly maxLength: number;
}

/** The first field of a PIN request that is too long. */
export function tooLongField(request: Readonly<Record<string, unknown>>): TooLongField | undefined {
  // Requests have few members, and looking up missing ones is slow.
  for (const field in request) {
    const maxLength = PIN_FIELD_LENGTHS.get(field);
    const value = maxLength === undefined ? undefined : request[field];
    if (maxLength !== undefined && typeof value === "string" && value.length > maxLength) {
      return { field, length: value.length, maxLength };
    }
  }
  return undefined;
}

/** The maximum length of a user's name. */
export const MAX_NAME_LENGTH = 128;

export const MIN_PASSWORD_LENGTH = 8;
