/** The limits for judging a WSDL. */

/** The time for one WSDL, in ms, in addition to that for its size. */
export const TIME_LIMIT = 120_000;

/** The time for each megabyte of a WSDL and its schemas, in ms: libxml2 needs most of it. */
export const TIME_PER_MB = 120_000;

/** The number of WSDLs that are judged at the same time. */
export const AT_ONCE = 2;

/** The heap of a judging process, in MB. */
export const HEAP_LIMIT = 2_048;
