/** The type of nil elements with attributes. */

/**
 * A nil element with its attributes (XML Schema part 1 §2.6.2): `{ $nil: true, currency: "USD" }`. An element without any is
 * `null`.
 *
 * @typeParam Names the members for its attributes
 */
export type Nil<Type, Names extends string> = Type extends unknown
  ? {
      /** The element is nil: it has no content. */
      readonly $nil: true;
    } & Pick<Type, Extract<keyof Type, Names | "$attributes" | "$type">>
  : never;
