/** The users, groups and channels of an organization. */
import type { NODE_PERMISSIONS_V2, NODE_STATUS, NODE_TYPE } from "../../generated/index.js";

/** A user, a group, a channel, or the root of an organization. */
export interface OrganizationNode {
  /** The node id in requests and responses. */
  readonly id: number;
  /** The id of the parent; 0 for the root. */
  parent: number;
  /** The display name. */
  name: string;
  /** The name that customers see; empty for a group or a channel. */
  nick: string;
  /** The email address for login; empty for a group or a channel. */
  email: string;
  /** Empty if the user cannot sign in. */
  password: string;
  /** The single sign-on id; empty for a node without single sign-on. */
  ssoId: string;
  /** A free text. */
  description: string;
  /** The kind of the node. */
  readonly type: NODE_TYPE;
  /** Whether a technician is also a master administrator. */
  readonly alsoAdministrator: boolean;
  /** For a technician, whether the console runs. */
  status: NODE_STATUS;
  /** Whether the user may use Lens. */
  mobileAddOn: boolean;
  /** Whether the user has the RPAT add-on. */
  rpatAddOn: boolean;
  /** The permissions of a group. */
  permissions: readonly NODE_PERMISSIONS_V2[];
  /** The permissions that groups below cannot change. */
  lockedPermissions: readonly NODE_PERMISSIONS_V2[];
  /** The ids of the assigned channels. */
  readonly channels: Set<number>;
  /** The number of technicians of a group that may be signed in at the same time. */
  standardLimit: number;
  /** The number of technicians of a group that may use Lens at the same time. */
  mobileLimit: number;
}

/** A node with the members that differ from the defaults. */
export type NodeSeed = Pick<OrganizationNode, "id" | "parent" | "name" | "type"> &
  Partial<OrganizationNode>;

export function isUser({ type }: OrganizationNode): boolean {
  return type === "Technician" || type === "Administrator" || type === "MasterAdministrator";
}

export function isTechnician({ type }: OrganizationNode): boolean {
  return type === "Technician";
}

export function isAdministrator({ type, alsoAdministrator }: OrganizationNode): boolean {
  return alsoAdministrator || type === "Administrator" || type === "MasterAdministrator";
}

/** A technician whose console is running. */
export function isAtWork({ status }: OrganizationNode): boolean {
  return status === "Online" || status === "Busy" || status === "Away";
}

/** A request of a text page may have a value that the enumeration lacks. */
export function isStatus(status: string): boolean {
  return status === "Enabled" || status === "Disabled";
}

/** An enabled technician is offline until the console runs. */
export function setStatus(node: OrganizationNode, status: string): void {
  if (status === "Disabled") node.status = "Disabled";
  else if (!isAtWork(node)) node.status = "Offline";
}
