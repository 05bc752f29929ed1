/** The version of this package; a test compares it with package.json. A constant works in every bundle and runtime. */
export const VERSION = "0.2.0";
