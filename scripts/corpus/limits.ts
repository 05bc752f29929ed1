/** The limits for judging a WSDL. */

/** The time for one WSDL, in ms. */
export const TIME_LIMIT = 120_000;

/** The number of WSDLs that are judged at the same time. */
export const AT_ONCE = 2;

/** The heap of a judging process, in MB. */
export const HEAP_LIMIT = 2_048;
