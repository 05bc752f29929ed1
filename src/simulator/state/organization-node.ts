/** The users, groups and channels of an organization. */
import type { NODE_PERMISSIONS_V2, NODE_STATUS, NODE_TYPE } from "../../generated/index.js";

export interface OrganizationNode {
  readonly id: number;
  parent: number;
  name: string;
  nick: string;
  email: string;
  /** Empty where the user can't sign in. */
  password: string;
  ssoId: string;
  description: string;
  readonly type: NODE_TYPE;
  /** A technician may be a master administrator besides. */
  readonly alsoAdministrator: boolean;
  status: NODE_STATUS;
  mobileAddOn: boolean;
  rpatAddOn: boolean;
  permissions: readonly NODE_PERMISSIONS_V2[];
  lockedPermissions: readonly NODE_PERMISSIONS_V2[];
  /** Channels that are assigned to it. */
  readonly channels: Set<number>;
  /** How many technicians of a group may be signed in at once. */
  standardLimit: number;
  mobileLimit: number;
}

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
