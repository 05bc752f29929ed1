/** Deviations: what a message does differently from its schema, without making its types wrong. */
import { DecodeError } from "../errors/index.js";

/** A difference between a message and its schema that was accepted. */
export interface Deviation {
  /** What differs. */
  readonly kind: /** An element that the contract does not have there. It is ignored. */
    | "unknown-element"
    /** An attribute that the contract does not have there. It is ignored. */
    | "unknown-attribute"
    /** A nil element lacks an attribute that its type requires. It is read as null. */
    | "missing-attribute"
    /** A required element or attribute is missing, or a choice is incomplete; only with `missing: "report"`. */
    | "missing-element"
    /** An element has a namespace but should have none. It is read as the element of the contract. */
    | "other-namespace"
    /** The wrapper of an rpc message, or its only part, has another name or namespace. It is read. */
    | "other-name"
    /** An element of a sequence comes before one that precedes it in the schema. It is read. */
    | "out-of-order"
    /** Text between elements. It is ignored. */
    | "unexpected-text"
    /** `xsi:nil` on an optional element that is not nillable. It is read as missing. */
    | "unexpected-nil"
    /** `xsi:type` names a type that the contract does not have. The element is read as its declared type. */
    | "unknown-type"
    /** White space before the XML declaration, which has to come first. PHP pages write it. It is ignored. */
    | "space-before-declaration"
    /** A character above U+FFFF is written as references to its two surrogates, as by Axis 1.4. It is read. */
    | "surrogate-references"
    /** A character that XML does not allow, which the option `replaceForbiddenCharacters` replaced by U+FFFD. */
    | "forbidden-character"
    /** The detail of a fault, or a value in its Header, fits none of the types that the contract has for it. It is not decoded. */
    | "unfit-detail";
  /** The name of the operation. */
  readonly operation: string;
  /** The path of the element from the Body, such as `getUserResponse/oUser/sNick`. */
  readonly path: string;
}

const MEANINGS: Readonly<Record<Deviation["kind"], string>> = {
  "unknown-element": "is an element that the contract does not have there",
  "unknown-attribute": "is an attribute that the contract does not have there",
  "missing-attribute": "is missing: the type of the nil element requires it",
  "missing-element": "is missing or incomplete",
  "other-namespace": "has a namespace; the contract has the element without one",
  "other-name": "has another name or namespace in the message",
  "out-of-order": "is out of order",
  "unexpected-text": "has text between its elements",
  "unexpected-nil": "is nil; the element is not nillable",
  "unknown-type": "has an xsi:type that the contract does not have",
  "space-before-declaration": "has white space before its XML declaration",
  "surrogate-references": "has references to surrogates",
  "forbidden-character": "has a character that XML does not allow",
  "unfit-detail": "does not fit the fault that contains it",
};

/** The error of a deviation if `strict` is on. */
export function deviationError(kind: Deviation["kind"], path: string): DecodeError {
  return new DecodeError("DEVIATION", `The message's ${path} ${MEANINGS[kind]}.`, path);
}
