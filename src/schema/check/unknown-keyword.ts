/** Errors for what this version of the runtime does not know in a wire schema. */
import { UnsupportedSchemaError } from "../../errors/index.js";
import { VERSION } from "../../package/index.js";

/**
 * @param keyword a keyword, a key or the name of a type
 * @param place the text or object that contains it
 */
export function unknownKeyword(keyword: string, place: string): UnsupportedSchemaError {
  return new UnsupportedSchemaError(
    "UNKNOWN_KEYWORD",
    `${JSON.stringify(keyword)} in ${place} is not known to wire schemas of rescue-soap ${VERSION}.`,
    { keyword, runtime: VERSION },
  );
}
