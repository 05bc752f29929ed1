/**
 * How ASP.NET's ASMX does it. In 1.1 the SOAPAction alone picks the method, where there is one; in 1.2 the Body's element
 * does, and the action where that isn't known. Parameters are taken in any order, unknown and repeated ones are passed
 * over, missing ones are null or the default of their type.
 */
import { encodeMessage } from "../../codec/index.js";
import type { SoapVersion } from "../../schema/index.js";
import { faultText } from "../fault-text.js";
import type { Entry, OperationIndex } from "../operation-index.js";
import type { Profile, Signs } from "../profile/profile.js";
import { versionMismatch } from "../profile/version-mismatch.js";
import { ServiceFault } from "../service-fault.js";
import { asmxEnvelope, asmxText } from "./asmx-text.js";
import { withDefaults } from "./defaults.js";
import { asmxReading } from "./reading.js";

export const asmxProfile: Profile = {
  acceptsParts: false,
  acceptsCodings: false,
  otherRoot: ({ namespace, local }, answered, spoken) =>
    local === "Envelope"
      ? versionMismatch(namespace, answered, spoken)
      : new ServiceFault(
          "Server was unable to read request. ---> Request format is invalid: missing required soap:Envelope element.",
          { faultCode: "Client" },
        ),
  pick,
  otherBody() {},
  // Whatever actor a block is for.
  isAddressed: () => true,
  notUnderstood: ([block]) =>
    new ServiceFault(`SOAP header ${block?.name.local} was not understood.`, {
      faultCode: "MustUnderstand",
    }),
  reading: asmxReading,
  complete: withDefaults,
  write: (message, values, { name, ...writing }) =>
    asmxText(encodeMessage(message, withDefaults(message, values), name, writing)),
  envelope: asmxEnvelope,
  failure(error) {
    const message = error instanceof Error ? error.message : String(error);
    return new ServiceFault(`Server was unable to process request. ---> ${message}`);
  },
  faultBody(version, fault, detail) {
    if (detail !== "") return faultText(version, fault, `<detail>${detail}</detail>`);
    return faultText(version, fault, version === "soap11" ? "<detail />" : "<soap:Detail />");
  },
  faultStatus: () => 500,
  unreadable(error, answerFault) {
    if (error.code === "MALFORMED_XML" || error.code === "LIMIT") {
      return { status: 400, type: "text/xml", body: "" };
    }
    return answerFault(
      new ServiceFault(`Server was unable to read request. ---> ${error.message}`, {
        faultCode: "Client",
      }),
    );
  },
};

function pick(index: OperationIndex, { version, body, action }: Signs): Entry {
  const [byBody] = index.byBody(body);
  const [byAction] = index.byAction(action);
  const picked = version === "soap12" || action === undefined ? (byBody ?? byAction) : byAction;
  if (picked !== undefined) return picked;
  throw new ServiceFault(unknownAction(version, action), { faultCode: "Client" });
}

function unknownAction(version: SoapVersion, action: string | undefined): string {
  if (action === undefined) {
    return "Unable to handle request without a valid action parameter. Please supply a valid soap action.";
  }
  return version === "soap11"
    ? `Server did not recognize the value of HTTP Header SOAPAction: ${action}.`
    : `Unable to handle request. The action '${action}' was not recognized.`;
}
