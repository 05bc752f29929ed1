/** The methods for PIN codes, invitation links, and the email that invites a customer. */
import type { RequestPINCodeRequest } from "../../generated/index.js";
import { isPinCode, joinUrl, pinCodeText, tooLongField } from "../../rescue/facts/index.js";
import { isAtWork, isTechnician, type OrganizationNode } from "../state/organization-node.js";
import { emailFor } from "./email-text.js";
import type { Methods } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

/** The value of sTracking0 that simulates that no PIN code is left. */
const NONE_LEFT = "OutOfPINCodes";

interface Target {
  /** The technician for whom the PIN code is; default: the caller. */
  readonly nodeId?: number;
  readonly lens?: true;
}

/** @throws StatusError if the caller gets no PIN code */
function newPin(request: RequestPINCodeRequest, call: ServiceCall, target: Target): number {
  const caller = call.technician();
  call.limit("requestPINCode", caller);
  const technician = technicianOf(target, caller, call);
  if (!isAtWork(technician) && !request.bNoTechConsole) {
    throw new StatusError("NoTechConsoleRunning");
  }
  if (target.lens && !technician.mobileAddOn) throw new StatusError("NoAccessToLens");
  if (tooLongField({ ...request }) !== undefined) throw new StatusError("Error");
  const pinCode = call.state.pinCodes.issue();
  if (pinCode === undefined || request.sTracking0 === NONE_LEFT) {
    throw new StatusError("OutOfPINCodes");
  }
  call.state.supportSessions.open({ technician: technician.id, fields: fieldsOf(request) });
  return pinCode;
}

function technicianOf({ nodeId = 0 }: Target, caller: OrganizationNode, call: ServiceCall) {
  if (nodeId === 0) return caller;
  const technician = call.state.organization.node(nodeId);
  if (technician === undefined || !isTechnician(technician)) throw new StatusError("NotTechnician");
  return technician;
}

function fieldsOf(request: RequestPINCodeRequest): string[] {
  const { sCField0, sCField1, sCField2, sCField3, sCField4, sCField5 } = request;
  return [sCField0, sCField1, sCField2, sCField3, sCField4, sCField5].map((field) => field ?? "");
}

/** The outcome of the versions that return the PIN code as text. */
function newPinText(request: RequestPINCodeRequest, call: ServiceCall, target: Target) {
  return { status: "OK", sPINCode: pinCodeText(newPin(request, call, target)) } as const;
}

export const pinMethods = {
  requestPINCode: (request, call) => ({ status: "OK", iPINCode: newPin(request, call, {}) }),
  requestPINCodeV2: (request, call) => newPinText(request, call, {}),
  requestPINCodeV3: (request, call) => newPinText(request, call, { nodeId: request.nodeId }),
  requestLensPINCodeV2: (request, call) => newPinText(request, call, { lens: true }),
  requestLensPINCodeV3: (request, call) => newPinText(request, call, { lens: true }),

  requestLensPINCodeV4(request, call) {
    const outcome = newPinText(request, call, { lens: true, nodeId: request.nodeId });
    const sent = request.sPhoneNumber === undefined || request.sPhoneNumber === "" ? "Error" : "OK";
    return { ...outcome, eSMSResult: `sendInvitationForMobileSession_${sent}` };
  },

  requestInvitationLink: (request, call) => ({
    status: "OK",
    sInvitationLink: joinUrl(newPin(request, call, { nodeId: request.nodeId })),
  }),

  generateEmailText({ iPINCode }, call) {
    const technician = call.technician();
    // Before the limit: a typo does not use up the second.
    if (!isPinCode(iPINCode)) return { status: "InvalidPINFormat" };
    call.limit("generateEmailText", technician);
    return { status: "OK", ...emailFor(iPINCode, technician.name) };
  },
} satisfies Partial<Methods>;
