/** An envelope of a version that the service doesn't speak (SOAP 1.1 §4.4.1, SOAP 1.2 part 1 §5.4.7 and appendix A). */
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../schema/index.js";
import { ServiceFault } from "../service-fault.js";

/**
 * @param namespace the envelope's
 * @param answered the version that the fault will be of
 * @param spoken those that the service speaks
 */
export function versionMismatch(
  namespace: string,
  answered: SoapVersion,
  spoken: readonly SoapVersion[],
): ServiceFault {
  const expected = spoken.includes(answered) ? answered : (spoken[0] ?? answered);
  return new ServiceFault(
    `Possible SOAP version mismatch: Envelope namespace ${namespace} was unexpected. Expecting ${ENVELOPE_NAMESPACE[expected]}.`,
    {
      faultCode: "VersionMismatch",
      // A node of SOAP 1.2 says what it speaks, whatever the version of its answer.
      headerBlocks: spoken.includes("soap12") ? [upgrade(spoken)] : [],
    },
  );
}

function upgrade(spoken: readonly SoapVersion[]): string {
  const envelopes = spoken.map(
    (version) =>
      `<u:SupportedEnvelope xmlns:e="${ENVELOPE_NAMESPACE[version]}" qname="e:Envelope" />`,
  );
  return `<u:Upgrade xmlns:u="${ENVELOPE_NAMESPACE.soap12}">${envelopes.join("")}</u:Upgrade>`;
}
