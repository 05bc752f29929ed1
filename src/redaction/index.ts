export { redactError } from "./redact-error.js";
export { redactValue } from "./redact-values.js";
export { REDACTED, redactHeader, redactXml } from "./redaction.js";
export { isPublicHeader, isSecretHeader, secretElements } from "./secret-names.js";
export { SecretValues } from "./secret-values.js";
export { contentType, joinedSecrets, SentSecrets } from "./sent-secrets.js";
export { shownBody } from "./shown-body.js";
export { type WireLogOptions, wireLog } from "./wire-log.js";
