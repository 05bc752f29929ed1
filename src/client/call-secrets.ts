/** The secrets of a call. */
import { type Call, excerptOf } from "../protocol/index.js";
import { redactXml, SentSecrets, secretElements } from "../redaction/index.js";
import { messageElements } from "../schema/index.js";

/** @param known the secrets of the client */
export function callSecrets(
  { operation, request }: Pick<Call, "operation" | "request">,
  known?: SentSecrets,
): SentSecrets {
  const secrets = new SentSecrets(() => secretElements([operation]), known);
  // Parameters of addresses have no elements by which their values are found.
  for (const { element, member = element, secret } of messageElements(operation.input)) {
    const value = secret === true ? request[member] : undefined;
    if (typeof value === "string") secrets.addValue(value);
  }
  return secrets;
}

/** The beginning of a response, without secrets of the request and of the response. */
export function shownExcerpt(
  start: string,
  operation: Call["operation"],
  secrets: SentSecrets,
): string {
  return excerptOf(redactXml(secrets.remove(start), secretElements([operation])));
}
