/** PIN codes, the links that stand for them, and the email that invites a customer. */
import type { RequestPINCodeRequest } from "../../generated/index.js";
import { isAtWork, isTechnician, type OrganizationNode } from "../state/organization-node.js";
import { HIGHEST_PIN_CODE, pinLink, pinText } from "../state/pin-codes.js";
import { emailFor } from "./email-text.js";
import type { Methods } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

/** The documented limit: one call in so many ms. */
const INTERVAL = 1_000;

/** The documented lengths of the fields, in characters. */
const LONGEST = {
  sCField0: 64,
  sCField1: 512,
  sCField2: 512,
  sCField3: 256,
  sCField4: 64,
  sCField5: 64,
  sTracking0: 64,
} as const;

/** The value of sTracking0 that finds no PIN code left. */
const NONE_LEFT = "OutOfPINCodes";

interface Target {
  /** The technician whom the PIN code is for; the caller where there is none. */
  readonly nodeId?: number;
  readonly lens?: true;
}

/** @throws StatusError where there is no PIN code to be had */
function newPin(request: RequestPINCodeRequest, call: ServiceCall, target: Target): number {
  const caller = call.technician();
  call.limit("PIN code", caller, INTERVAL, "PollRateExceeded");
  const technician = technicianOf(target, caller, call);
  if (!isAtWork(technician) && !request.bNoTechConsole)
    throw new StatusError("NoTechConsoleRunning");
  if (target.lens && !technician.mobileAddOn) throw new StatusError("NoAccessToLens");
  if (isTooLong(request)) throw new StatusError("Error");
  const pinCode = call.state.pinCodes.issue();
  if (pinCode === undefined || request.sTracking0 === NONE_LEFT)
    throw new StatusError("OutOfPINCodes");
  call.state.supportSessions.open({ technician: technician.id, fields: fieldsOf(request) });
  return pinCode;
}

function technicianOf({ nodeId = 0 }: Target, caller: OrganizationNode, call: ServiceCall) {
  if (nodeId === 0) return caller;
  const technician = call.state.organization.node(nodeId);
  if (technician === undefined || !isTechnician(technician)) throw new StatusError("NotTechnician");
  return technician;
}

function isTooLong(request: RequestPINCodeRequest): boolean {
  return Object.entries(LONGEST).some(([field, longest]) => {
    const value: unknown = { ...request }[field];
    return typeof value === "string" && value.length > longest;
  });
}

function fieldsOf(request: RequestPINCodeRequest): string[] {
  const { sCField0, sCField1, sCField2, sCField3, sCField4, sCField5 } = request;
  return [sCField0, sCField1, sCField2, sCField3, sCField4, sCField5].map((field) => field ?? "");
}

/** As most versions give it: six digits, zeros before them kept. */
function newPinText(request: RequestPINCodeRequest, call: ServiceCall, target: Target) {
  return { status: "OK", sPINCode: pinText(newPin(request, call, target)) } as const;
}

export const pinMethods = {
  requestPINCode: (request, call) => ({ status: "OK", iPINCode: newPin(request, call, {}) }),
  requestPINCodeV2: (request, call) => newPinText(request, call, {}),
  requestPINCodeV3: (request, call) => newPinText(request, call, { nodeId: request.nodeId }),
  requestLensPINCodeV2: (request, call) => newPinText(request, call, { lens: true }),
  requestLensPINCodeV3: (request, call) => newPinText(request, call, { lens: true }),

  requestLensPINCodeV4(request, call) {
    const answer = newPinText(request, call, { lens: true, nodeId: request.nodeId });
    const sent = request.sPhoneNumber === undefined || request.sPhoneNumber === "" ? "Error" : "OK";
    return { ...answer, eSMSResult: `sendInvitationForMobileSession_${sent}` };
  },

  requestInvitationLink: (request, call) => ({
    status: "OK",
    sInvitationLink: pinLink(newPin(request, call, { nodeId: request.nodeId })),
  }),

  generateEmailText({ iPINCode }, call) {
    const technician = call.technician();
    call.limit("email", technician, INTERVAL, "Error");
    if (!(iPINCode >= 0 && iPINCode <= HIGHEST_PIN_CODE)) return { status: "InvalidPINFormat" };
    return { status: "OK", ...emailFor(iPINCode, technician.name) };
  },
} satisfies Partial<Methods>;
