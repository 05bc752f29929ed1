/** Whole messages. */
import { Attachment } from "../../mime/index.js";
import { type MessageSchema, messageType, type PartsSchema } from "../../schema/index.js";
import { Check, type CheckOptions, type Issue } from "./check.js";
import { COMPLEX_CHECKS } from "./check-complex.js";
import { checkParticles } from "./check-particles.js";
import { isRecord, type Values } from "./values.js";

/** What is wrong with a message; empty if it fits its schema. */
export function checkMessage(
  message: MessageSchema | PartsSchema,
  value: unknown,
  options: CheckOptions,
): readonly Issue[] {
  const isEncoded = message.encoded === true;
  const check = new Check({ ...options, isEncoded }, COMPLEX_CHECKS);
  const content = isRecord(value) ? withoutAttachments(message, value, check) : value;
  if ("parts" in message) checkParts(message, content, check);
  else COMPLEX_CHECKS.content(messageType(message), content, check, {});
  return check.issues;
}

function checkParts({ parts }: PartsSchema, value: unknown, check: Check): void {
  if (!isRecord(value)) {
    check.invalid("an object");
    return;
  }
  check.names(value, new Set(parts.map(({ element, member = element }) => member)));
  checkParticles(parts, value, check);
}

/** The members that are sent as parts beside the envelope are not in the Body. */
function withoutAttachments(
  { attachments = [] }: MessageSchema | PartsSchema,
  value: Values,
  check: Check,
): Values {
  if (attachments.length === 0) return value;
  const rest = { ...value };
  for (const name of attachments) {
    if (value[name] === undefined) check.missing(name);
    else if (!(value[name] instanceof Attachment)) {
      check.at(name, () => check.invalid("an Attachment"));
    }
    delete rest[name];
  }
  return rest;
}
