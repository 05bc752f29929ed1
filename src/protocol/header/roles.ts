/** The attributes of Header blocks that name their receiver (SOAP 1.1 §4.2.2, §4.2.3; SOAP 1.2 part 1 §2.2, §5.2). */
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import { collapseSpace, type XmlElement } from "../../xml/index.js";

/** The role of the first node that gets a message. */
export const NEXT_ROLE: Readonly<Record<SoapVersion, string>> = {
  soap11: "http://schemas.xmlsoap.org/soap/actor/next",
  soap12: `${ENVELOPE_NAMESPACE.soap12}/role/next`,
};

/** The roles of the last receiver of a message: a block without a role is for it, too. */
const OWN_ROLES: ReadonlySet<string> = new Set([
  "",
  NEXT_ROLE.soap11,
  NEXT_ROLE.soap12,
  `${ENVELOPE_NAMESPACE.soap12}/role/ultimateReceiver`,
]);

/** Whether a block is for the last receiver of its message. */
export function isForLastReceiver(block: XmlElement, version: SoapVersion): boolean {
  return OWN_ROLES.has(attribute(block, version === "soap11" ? "actor" : "role", version));
}

/** Whether the receiver of a block has to understand it. */
export function mustUnderstand(block: XmlElement, version: SoapVersion): boolean {
  return /^(?:1|true)$/.test(attribute(block, "mustUnderstand", version));
}

function attribute({ attributes }: XmlElement, local: string, version: SoapVersion): string {
  const namespace = ENVELOPE_NAMESPACE[version];
  const found = attributes.find(({ name }) => name.local === local && name.namespace === namespace);
  return collapseSpace(found?.value ?? "");
}
