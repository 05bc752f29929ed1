/** The fault of an envelope whose version is not supported (SOAP 1.1 §4.4.1, SOAP 1.2 part 1 §5.4.7 and appendix A). */
import { upgradeBlock } from "../../protocol/index.js";
import { ENVELOPE_NAMESPACE } from "../../schema/index.js";
import { ServiceFault } from "../service-fault.js";
import type { OtherEnvelope } from "./profile.js";

export function versionMismatch({ root, faultVersion, supported }: OtherEnvelope): ServiceFault {
  const expected = supported.includes(faultVersion) ? faultVersion : (supported[0] ?? faultVersion);
  return new ServiceFault(
    `Possible SOAP version mismatch: Envelope namespace ${root.namespace} was unexpected. Expecting ${ENVELOPE_NAMESPACE[expected]}.`,
    {
      faultCode: "VersionMismatch",
      // A node of SOAP 1.2 lists its versions, whatever the version of the fault.
      headerBlocks: supported.includes("soap12") ? [upgradeBlock(supported)] : [],
    },
  );
}
