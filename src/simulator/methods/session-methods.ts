/** The methods for support sessions: actions of administrators, and queries. */

import { isAtWork, isTechnician, type OrganizationNode } from "../state/organization-node.js";
import { isClosed, type SupportSession } from "../state/support-sessions.js";
import type { Methods, Request } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { sessionEntry } from "./session-entry.js";
import { StatusError } from "./status-error.js";

/**
 * The session for an action of an administrator.
 *
 * @throws StatusError if the session does not exist or is closed, or the caller is not an administrator
 */
function sessionFor(id: number, call: ServiceCall): SupportSession {
  call.administrator("NotLoggedInAsAdmin");
  if (Number.isNaN(id)) throw new StatusError("InvalidParam_SessionID", "ActionFailed");
  const session = call.state.supportSessions.find(id);
  if (session === undefined || isClosed(session)) throw new StatusError("ActionFailed");
  return session;
}

function transferTarget(request: Request<"transferSession">, call: ServiceCall): OrganizationNode {
  const { organization } = call.state;
  const { iNode, eNodeRef } = request;
  const target =
    eNodeRef === "CHANNEL"
      ? organization.channel(iNode)
      : (organization.group(iNode) ?? organization.user(iNode));
  if (target === undefined) throw new StatusError("InvalidParam_NodeID", "ActionFailed");
  return target;
}

function getSession(request: Request<"getSession">, call: ServiceCall) {
  call.user();
  const { organization, supportSessions, clock } = call.state;
  const node = organization.node(request.iNodeID);
  if (node === undefined) throw new StatusError("InvalidParam_NodeID");
  const sessions = supportSessions
    .of(node, request.eNodeRef, organization)
    .filter((session) => !isClosed(session));
  const aSessions = sessions.map((session) => sessionEntry(session, organization, clock.now()));
  return { status: "OK", aSessions } as const;
}

function textOf(id: number, call: ServiceCall, text: (session: SupportSession) => string) {
  call.user();
  const session = call.state.supportSessions.find(id);
  if (session === undefined) throw new StatusError("InvalidParam_SessionID");
  return text(session);
}

export const sessionMethods = {
  startSession({ iSession, iNode }, call) {
    const session = sessionFor(iSession, call);
    if (Number.isNaN(iNode)) throw new StatusError("InvalidParam_NodeID", "ActionFailed");
    const technician = call.state.organization.user(iNode);
    const isReady = technician !== undefined && isTechnician(technician) && isAtWork(technician);
    if (!isReady || session.status === "SESSION_PICKEDUP") return { status: "ActionFailed" };
    session.technician = technician.id;
    session.status = "SESSION_PICKEDUP";
    session.pickedUpAt ??= call.state.clock.now();
    return { status: "OK" };
  },

  holdSession({ iSessionID }, call) {
    const session = sessionFor(iSessionID, call);
    if (session.status !== "SESSION_PICKEDUP") return { status: "ActionFailed" };
    session.status = "SESSION_ONHOLD";
    return { status: "OK" };
  },

  closeSession({ iSession }, call) {
    sessionFor(iSession, call).status = "SESSION_CLOSEDBYTECHNICIAN";
    return { status: "OK" };
  },

  transferSession(request, call) {
    const session = sessionFor(request.iSession, call);
    const target = transferTarget(request, call);
    if (isTechnician(target)) session.technician = target.id;
    session.transferredTo = target.name;
    session.transferComment = request.sComment ?? "";
    session.status = "SESSION_TRANSFERINGBUTNOTPICKEDUP";
    return { status: "OK" };
  },

  /** Ends a transfer or a hold. */
  cancelAction({ iSession }, call) {
    const session = sessionFor(iSession, call);
    const { status } = session;
    if (status !== "SESSION_TRANSFERINGBUTNOTPICKEDUP" && status !== "SESSION_ONHOLD") {
      return { status: "ActionFailed" };
    }
    session.transferredTo = "";
    session.status = session.pickedUpAt === undefined ? "SESSION_WAITING" : "SESSION_PICKEDUP";
    return { status: "OK" };
  },

  getSession,
  getSession_V3: getSession,

  getChat: ({ iSessionID }, call) => ({
    status: "OK",
    sChatLog: textOf(iSessionID, call, ({ chat }) => chat),
  }),

  getNote: ({ iSessionID }, call) => ({
    status: "OK",
    sNote: textOf(iSessionID, call, ({ note }) => note),
  }),

  /** If nobody is available, the status is Error over SOAP and FALSE on the text page. */
  isAnyTechAvailableOnChannel({ iChannelID, bExcludingAwayAndBusy }, call) {
    call.user();
    const isReady = (node: OrganizationNode) =>
      isAtWork(node) && (!bExcludingAwayAndBusy || node.status === "Online");
    const isAvailable = call.state.organization.nodes.some(
      (node) => node.channels.has(iChannelID) && isReady(node),
    );
    if (!isAvailable) throw new StatusError("False", "Error");
    return { status: "OK" };
  },
} satisfies Partial<Methods>;
