/** The email that invites a customer. */
import { ORGANIZATION } from "../state/organization-seeds.js";
import { pinLink, pinText } from "../state/pin-codes.js";

/** Colons, line breaks and characters that XML escapes are in it, as in the texts that administrators write. */
export function emailFor(pinCode: number, technician: string) {
  const link = pinLink(pinCode);
  return {
    sSubject: `${ORGANIZATION.name}: how to connect to your technician`,
    sText: `Hello,

${technician} is ready to help you. To connect, please follow this link:

${link}

Or go to https://secure.logmeinrescue.com & enter this PIN code: ${pinText(pinCode)}`,
    sLink: link,
    sSignature: `${technician}\n${ORGANIZATION.name} Support`,
  };
}
