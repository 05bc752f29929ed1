/** What an answer did otherwise than its schema says, and was taken all the same. */
export interface Deviation {
  readonly kind:
    | "unknown-element"
    /** An element of a sequence came before one that stands ahead of it in the schema. */
    | "out-of-order"
    /** Text between elements. */
    | "unexpected-text"
    /** `xsi:nil` on an optional element that isn't nillable: taken as left out. */
    | "unexpected-nil"
    /** `xsi:type` names a type that the contract doesn't have: read as the declared one. */
    | "unknown-type";
  readonly operation: string;
  /** The element's path from the Body, `getUserResponse/oUser/sNick`. */
  readonly path: string;
}
