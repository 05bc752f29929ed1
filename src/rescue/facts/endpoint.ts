/** Addresses of the service. */

/** The URL of API.asmx of the vendor, which clients use by default. */
export const DEFAULT_ENDPOINT = "https://secure.logmeinrescue.com/API/API.asmx";

/** The site that customers open. */
export const SITE = "https://secure.logmeinrescue.com";
