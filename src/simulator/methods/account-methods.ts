/** The methods for the account of the caller and for the whole organization. */
import type { HIERARCHY } from "../../generated/index.js";
import {
  isAdministrator,
  isAtWork,
  isTechnician,
  type OrganizationNode,
} from "../state/organization-node.js";
import { ORGANIZATION } from "../state/organization-seeds.js";
import type { Methods } from "./method.js";
import { StatusError } from "./status-error.js";

function accountOf(user: OrganizationNode) {
  return {
    iAccountID: ORGANIZATION.id,
    sOrganization: ORGANIZATION.name,
    iAdminID: isAdministrator(user) ? user.id : 0,
    iTechID: isTechnician(user) ? user.id : 0,
    sEmail: user.email,
  };
}

function entry({ id, parent, name, email, description, status, type }: OrganizationNode) {
  return {
    iNodeID: id,
    iParentID: parent,
    sName: name,
    sEmail: email,
    sDescription: description,
    eStatus: status,
    eType: type,
  } satisfies HIERARCHY;
}

export const accountMethods = {
  getAccount: (_, call) => ({ status: "OK", ...accountOf(call.user()) }),

  getAccount_v2(_, call) {
    const user = call.user();
    const bTcRunning = isTechnician(user) && isAtWork(user);
    return { status: "OK", ...accountOf(user), bTcRunning };
  },

  getHierarchy(_, call) {
    call.user();
    return { status: "OK", aHierarchy: call.state.organization.nodes.map(entry) };
  },

  getHierarchy_v2({ bIsNode, iNodeID, bFilterOffline }, call) {
    call.user();
    const { organization } = call.state;
    const top = organization.node(iNodeID);
    if (bIsNode && top === undefined) throw new StatusError("Error");
    const nodes = organization.nodes
      .filter((node) => !bIsNode || (top !== undefined && organization.isBelow(node, top)))
      .filter((node) => !bFilterOffline || !isTechnician(node) || isAtWork(node));
    return { status: "OK", aHierarchy: nodes.map(entry) };
  },
} satisfies Partial<Methods>;
