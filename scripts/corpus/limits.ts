/** The bounds within which a WSDL is judged. */

/** For one WSDL, in ms. */
export const TIME_LIMIT = 120_000;

/** How many are judged at once. */
export const AT_ONCE = 2;

/** The heap of a judging process, in MB. */
export const HEAP_LIMIT = 2_048;
