/** The limits of a document. They depend on its content alone, and not on the chunks in which it arrives. */
import { DecodeError, EncodeError } from "../../errors/index.js";

/** The deepest nesting of elements: frames and trees are read and written recursively. */
export const MAX_DEPTH = 200;
/** The longest tag or declaration, in characters: it is kept until it is complete. */
export const MAX_TAG = 65_536;
/** The longest XML declaration, or name of an instruction, in characters. */
export const MAX_INSTRUCTION_HEAD = 1_024;
/** The longest reference, `&` and `;` included: names of entities and numbers of characters are shorter. */
export const MAX_REFERENCE = 32;
/** The most attributes of one element, with the declarations of namespaces; the most that JAXP accepts is 10,000 or 200. */
export const MAX_ATTRIBUTES = 1_000;
/** The most declarations of namespaces that are in scope at one place: a name is looked up among them. */
export const MAX_DECLARATIONS = 1_000;
/** The longest name of a namespace, in characters: short prefixes expand to it. It is the longest URL that is common. */
export const MAX_NAMESPACE = 2_048;

/** The error of a document that exceeds a limit. */
export function limitError(problem: string): DecodeError {
  return new DecodeError("LIMIT", `The message ${problem}, which is the limit.`, "");
}

/** The error of a value that would become a deeper message. @param path the path of the element that is too deep */
export function nestingError(path: string): EncodeError {
  const problem = `nests elements deeper than ${MAX_DEPTH} levels, which is the limit`;
  const here = path.split("/", SHOWN_STEPS).join("/");
  const rest = here.length < path.length ? "/…" : "";
  return new EncodeError(`${here}${rest} ${problem}: check whether it contains itself.`, path);
}

/** The steps of a long path in an error. */
const SHOWN_STEPS = 8;
