/** Where an answer differs from its schema without making its types lie. */
import { DecodeError } from "../errors/index.js";

/** What an answer did otherwise than its schema says, and was taken all the same. */
export interface Deviation {
  readonly kind:
    | "unknown-element"
    | "unknown-attribute"
    /** An element that is unqualified by its schema came in a namespace, that of its wrapper most likely. */
    | "other-namespace"
    /** An element of a sequence came before one that stands ahead of it in the schema. */
    | "out-of-order"
    /** Text between elements. */
    | "unexpected-text"
    /** `xsi:nil` on an optional element that isn't nillable: taken as left out. */
    | "unexpected-nil"
    /** `xsi:type` names a type that the contract doesn't have: read as the declared one. */
    | "unknown-type"
    /** White space stands before the XML declaration, which has to come first: a PHP page's own, mostly. */
    | "space-before-declaration"
    /** The detail of a fault is of none of the types that the contract has for it. */
    | "unfit-detail";
  readonly operation: string;
  /** The element's path from the Body, `getUserResponse/oUser/sNick`. */
  readonly path: string;
}

const MEANINGS: Readonly<Record<Deviation["kind"], string>> = {
  "unknown-element": "is an element that the contract doesn't have there",
  "unknown-attribute": "is an attribute that the contract doesn't have there",
  "other-namespace": "has a namespace, which it may not have",
  "out-of-order": "comes out of order",
  "unexpected-text": "holds text between its elements",
  "unexpected-nil": "is nil, which it may not be",
  "unknown-type": "is of a type that the contract doesn't have",
  "space-before-declaration": "has white space before its XML declaration",
  "unfit-detail": "does not fit the fault that it belongs to",
};

/** What `strict` makes of a deviation. */
export function deviationError(kind: Deviation["kind"], path: string): DecodeError {
  return new DecodeError("DEVIATION", `The answer's ${path} ${MEANINGS[kind]}.`, path);
}
