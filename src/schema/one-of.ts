/** Types of choices: objects that exclude each other (XML Schema part 1 §3.8). */

/** The keys of all members of a union. */
type KeyOf<Arms> = Arms extends unknown ? keyof Arms : never;

/** `OneOf<{ a: A } | { b: B }>` has `a` or `b`, and never both. Both members can be read without narrowing. */
export type OneOf<Arms, Key extends PropertyKey = KeyOf<Arms>> = Arms extends unknown
  ? Arms & { readonly [Other in Exclude<Key, keyof Arms>]?: never }
  : never;

/** As `OneOf`, or an object with none of the members. */
export type AtMostOneOf<Arms> = OneOf<Arms> | { readonly [Key in KeyOf<Arms>]?: never };
