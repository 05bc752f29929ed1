/**
 * The runtime that `generate --standalone` writes next to generated code: what the code imports, and `rescue-soap/soap` for
 * applications.
 */
export * from "../soap/index.js";
export * from "./v1.js";
