/** What a reader may accept although XML 1.0 does not allow it (§2.2, §4.1 WFC: Legal Character). */
export type Irregularity =
  /** A character above U+FFFF as references to its two surrogates. */
  | "surrogate-references"
  /** A character that XML does not allow, or a reference to one. It is replaced by U+FFFD. */
  | "forbidden-character";

/** Whether an irregularity that was found is accepted. It may be called several times for one. */
export type Tolerate = (kind: Irregularity) => boolean;

/** Accepts nothing. */
export const STRICT: Tolerate = () => false;

/** Decides about the irregularities of a document. */
export interface Tolerance {
  /** @param path the local names of the open elements, the outermost first, and of the element of an attribute */
  tolerates(kind: Irregularity, path: readonly string[]): boolean;
}
