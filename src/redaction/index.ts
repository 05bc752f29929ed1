export { redactHeader, redactUrl, secretElements } from "./redaction.js";
export { withoutSecrets } from "./secrets.js";
export { shownBody } from "./shown-body.js";
export { type WireLogOptions, wireLog } from "./wire-log.js";
