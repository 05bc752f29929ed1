/** Objects of which one excludes the others: a choice's arms (XML Schema part 1 §3.8). */

/** The keys of all members of a union. */
type KeyOf<Arms> = Arms extends unknown ? keyof Arms : never;

/** `OneOf<{ a: A } | { b: B }>` has `a` or `b` and never both; either may be asked for. */
export type OneOf<Arms, Key extends PropertyKey = KeyOf<Arms>> = Arms extends unknown
  ? Arms & { readonly [Other in Exclude<Key, keyof Arms>]?: never }
  : never;

/** As `OneOf`, or none of them. */
export type AtMostOneOf<Arms> = OneOf<Arms> | { readonly [Key in KeyOf<Arms>]?: never };
