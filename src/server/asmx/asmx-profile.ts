/**
 * The rules of ASP.NET's ASMX. In SOAP 1.1 the SOAPAction selects the method if there is one; in SOAP 1.2 the element of the
 * Body does, and the action if the element is unknown. Parameters may have any order, unknown and repeated ones are
 * ignored, missing ones are null or the default of their type.
 */
import { encodeMessage } from "../../codec/index.js";
import { faultText } from "../../protocol/index.js";
import type { SoapVersion } from "../../schema/index.js";
import type { Entry, OperationIndex } from "../operation-index.js";
import type { OperationSelector, Profile } from "../profile/profile.js";
import { versionMismatch } from "../profile/version-mismatch.js";
import { faultContent, ServiceFault } from "../service-fault.js";
import { thrownText } from "../thrown.js";
import { ASMX_DOCUMENT_STYLE, ASMX_STYLE, asmxEnvelope } from "./asmx-text.js";
import { withDefaults } from "./defaults.js";
import { asmxReading } from "./reading.js";

export const asmxProfile: Profile = {
  acceptsParts: false,
  acceptsCodings: false,
  acceptsIrregularity: () => false,
  otherRoot: (envelope) =>
    envelope.root.local === "Envelope"
      ? versionMismatch(envelope)
      : new ServiceFault(
          "Server was unable to read request. ---> Request format is invalid: missing required soap:Envelope element.",
          { faultCode: "Client" },
        ),
  pick,
  otherBody() {},
  // It ignores the actor of a block.
  isAddressed: () => true,
  notUnderstood: ([block]) =>
    new ServiceFault(`SOAP header ${block?.name.local} was not understood.`, {
      faultCode: "MustUnderstand",
    }),
  reading: asmxReading,
  complete: withDefaults,
  write(message, values, { name, isDocument = false, ...options }) {
    const style = isDocument ? ASMX_DOCUMENT_STYLE : ASMX_STYLE;
    return encodeMessage(message, withDefaults(message, values), name, { ...options, style });
  },
  envelope: asmxEnvelope,
  failure(error) {
    return new ServiceFault(`Server was unable to process request. ---> ${thrownText(error)}`);
  },
  faultBody(version, fault, detail) {
    const empty = version === "soap11" ? "<detail />" : "<soap:Detail />";
    const element = detail === "" ? empty : `<detail>${detail}</detail>`;
    return faultText(version, faultContent(fault), element);
  },
  faultStatus: () => 500,
  unreadable(error, respondWith) {
    if (error.code === "MALFORMED_XML" || error.code === "LIMIT") {
      return { status: 400, type: "text/xml", body: "" };
    }
    return respondWith(
      new ServiceFault(`Server was unable to read request. ---> ${error.message}`, {
        faultCode: "Client",
      }),
    );
  },
};

function pick(index: OperationIndex, { version, body, action }: OperationSelector): Entry {
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
