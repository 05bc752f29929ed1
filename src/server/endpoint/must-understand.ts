/** Blocks of the Header that the service has to understand (SOAP 1.1 §4.2.3, SOAP 1.2 part 1 §5.2.3). */

import { ENVELOPE_NAMESPACE, type Operation, type SoapVersion } from "../../schema/index.js";
import { clark, type XmlElement } from "../../xml/index.js";
import type { ServiceDefinition } from "../service-definition.js";

/** @throws ServiceFault where one is not understood: it is none of the contract's, and none that the service knows */
export function refuseHeaders(
  { profile, understood }: ServiceDefinition,
  { headers }: Operation,
  blocks: readonly XmlElement[],
  version: SoapVersion,
): void {
  const isKnown = ({ name }: XmlElement) =>
    understood.has(clark(name)) ||
    headers?.input?.parts.some(
      ({ element, namespace = "" }) => element === name.local && namespace === name.namespace,
    ) === true;
  const unknown = blocks.filter(
    (block) =>
      mustUnderstand(block, version) && profile.isAddressed(block, version) && !isKnown(block),
  );
  if (unknown.length > 0) throw profile.notUnderstood(unknown, version);
}

function mustUnderstand({ attributes }: XmlElement, version: SoapVersion): boolean {
  return attributes.some(
    ({ name, value }) =>
      name.local === "mustUnderstand" &&
      name.namespace === ENVELOPE_NAMESPACE[version] &&
      /^(?:1|true)$/.test(value.trim()),
  );
}
