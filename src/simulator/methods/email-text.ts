/** The email that invites a customer. Its texts contain colons, line breaks and characters that XML escapes. */
import { joinUrl, pinCodeText, SITE } from "../../rescue/facts/index.js";
import { ORGANIZATION } from "../state/organization-seeds.js";

export function emailFor(pinCode: number, technician: string) {
  const link = joinUrl(pinCode);
  return {
    sSubject: `${ORGANIZATION.name}: how to connect to your technician`,
    sText: `Hello,

${technician} is ready to help you. To connect, please follow this link:

${link}

Or go to ${SITE} & enter this PIN code: ${pinCodeText(pinCode)}`,
    sLink: link,
    sSignature: `${technician}\n${ORGANIZATION.name} Support`,
  };
}
