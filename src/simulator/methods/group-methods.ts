/** The methods for groups, the positions of nodes, and the assignment of channels. */
import { type GROUP, NODE_PERMISSIONS, type NODE_PERMISSIONS_V2 } from "../../generated/index.js";
import { isStatus, type OrganizationNode, setStatus } from "../state/organization-node.js";
import type { Methods } from "./method.js";
import type { ServiceCall } from "./service-call.js";
import { StatusError } from "./status-error.js";

/** Permissions that only the second version of setGroup has are left out, because the response cannot contain them. */
function entry(group: OrganizationNode): GROUP {
  return {
    iNodeID: group.id,
    sName: group.name,
    sDescription: group.description,
    eType: group.type,
    aPermissions: Object.values(NODE_PERMISSIONS).filter((permission) =>
      group.permissions.includes(permission),
    ),
  };
}

interface GroupChange {
  readonly iNodeID: number;
  readonly sName?: string;
  readonly eStatus: string;
  readonly sDescription?: string;
  readonly aPermissions?: readonly NODE_PERMISSIONS_V2[];
  readonly aLockedPermissions?: readonly NODE_PERMISSIONS_V2[];
  readonly iStandardConcurrentLimit?: number;
  readonly iMobileConcurrentLimit?: number;
}

function setGroup(change: GroupChange, call: ServiceCall) {
  call.administrator("Error");
  const { sName = "", sDescription = "", aPermissions, aLockedPermissions } = change;
  const group = call.state.organization.group(change.iNodeID);
  if (group === undefined || sName === "" || !isStatus(change.eStatus)) {
    throw new StatusError("Error");
  }
  Object.assign(group, { name: sName, description: sDescription });
  if (aPermissions !== undefined) group.permissions = aPermissions;
  if (aLockedPermissions !== undefined) group.lockedPermissions = aLockedPermissions;
  group.standardLimit = change.iStandardConcurrentLimit ?? group.standardLimit;
  group.mobileLimit = change.iMobileConcurrentLimit ?? group.mobileLimit;
  setStatus(group, change.eStatus);
  return { status: "OK" } as const;
}

/** @throws StatusError if the node or the channel does not exist */
function assignment(iNodeID: number, iEntryID: number, call: ServiceCall) {
  const { organization } = call.state;
  const node = organization.node(iNodeID);
  if (node === undefined) throw new StatusError("InvalidParam_NodeID");
  const channel = organization.channel(iEntryID);
  if (channel === undefined) throw new StatusError("InvalidParam_EntryID");
  return { node, channel };
}

export const groupMethods = {
  createGroup({ iParentID }, call) {
    call.administrator("Error");
    const group = call.state.organization.add(iParentID, "group");
    return group === undefined
      ? { status: "InvalidParam_Parent" }
      : { status: "OK", iGroupID: group.id };
  },

  getGroup({ iNodeID }, call) {
    call.user();
    const group = call.state.organization.group(iNodeID);
    return group === undefined
      ? { status: "InvalidParam_NodeID" }
      : { status: "OK", oGroup: entry(group) };
  },

  setGroup,
  setGroup_v2: setGroup,

  moveNode({ iNodeID, iTargetNodeID }, call) {
    call.administrator("Invalid_Move");
    const { organization } = call.state;
    const node = organization.node(iNodeID);
    if (node === undefined) return { status: "InvalidParam_NodeID" };
    const target = organization.node(iTargetNodeID);
    if (target === undefined) return { status: "InvalidParam_TargetNodeID" };
    if (!organization.mayMove(node, target)) return { status: "Invalid_Move" };
    node.parent = target.id;
    return { status: "OK" };
  },

  deleteNode({ iNodeID }, call) {
    const caller = call.administrator("Invalid_Delete");
    const { organization } = call.state;
    const node = organization.node(iNodeID);
    if (node === undefined) return { status: "InvalidParam_NodeID" };
    if (organization.isBuiltIn(node) || organization.isBelow(caller, node)) {
      return { status: "Invalid_Delete" };
    }
    organization.remove(node.id);
    return { status: "OK" };
  },

  assignChannel({ iNodeID, iEntryID }, call) {
    call.administrator("Invalid_Assign");
    const { node, channel } = assignment(iNodeID, iEntryID, call);
    if (!node.type.startsWith("Technician")) return { status: "Invalid_Assign" };
    node.channels.add(channel.id);
    return { status: "OK" };
  },

  unassignChannel({ iNodeID, iEntryID }, call) {
    call.administrator("Invalid_Deassign");
    const { node, channel } = assignment(iNodeID, iEntryID, call);
    return { status: node.channels.delete(channel.id) ? "OK" : "Invalid_Deassign" };
  },
} satisfies Partial<Methods>;
