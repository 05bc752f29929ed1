/** The organization of the simulator: users, groups and channels, as operations create and change them. */
import type { NODE_TYPE } from "../../generated/index.js";
import { isUser, type NodeSeed, type OrganizationNode } from "./organization-node.js";
import { SEEDS } from "./organization-seeds.js";

/** The types of the users and groups that a group may contain. */
const CHILD_TYPES: Partial<
  Record<NODE_TYPE, { readonly user: NODE_TYPE; readonly group?: NODE_TYPE }>
> = {
  MasterAdministrators: { user: "MasterAdministrator" },
  Administrators: { user: "Administrator", group: "AdministratorGroup" },
  AdministratorGroup: { user: "Administrator", group: "AdministratorGroup" },
  Technicians: { user: "Technician", group: "TechnicianGroup" },
  TechnicianGroup: { user: "Technician", group: "TechnicianGroup" },
};

/** The highest id of the nodes that exist in every organization. */
const LAST_BUILT_IN = 9;

export class Organization {
  readonly #nodes = new Map<number, OrganizationNode>();
  #nextId = 1_001;

  constructor() {
    for (const seed of SEEDS) this.#put(seed);
    this.node(101)?.channels.add(301);
  }

  get nodes(): readonly OrganizationNode[] {
    return [...this.#nodes.values()];
  }

  node(id: number): OrganizationNode | undefined {
    return this.#nodes.get(id);
  }

  user(id: number): OrganizationNode | undefined {
    const node = this.node(id);
    return node !== undefined && isUser(node) ? node : undefined;
  }

  userByEmail(email: string): OrganizationNode | undefined {
    const folded = email.toLowerCase();
    return this.nodes.find((node) => isUser(node) && node.email.toLowerCase() === folded);
  }

  group(id: number): OrganizationNode | undefined {
    const node = this.node(id);
    return node !== undefined && (node.type === "Root" || CHILD_TYPES[node.type])
      ? node
      : undefined;
  }

  channel(id: number): OrganizationNode | undefined {
    const node = this.node(id);
    return node?.type === "Channel" ? node : undefined;
  }

  /** The type of a user or group below a node; `undefined` if the node may not contain one. */
  childType(parentId: number, kind: "user" | "group"): NODE_TYPE | undefined {
    const parent = this.node(parentId);
    return parent && CHILD_TYPES[parent.type]?.[kind];
  }

  /** @returns the new node; `undefined` if the parent may not contain a node of the kind */
  add(parentId: number, kind: "user" | "group"): OrganizationNode | undefined {
    const type = this.childType(parentId, kind);
    if (type === undefined) return undefined;
    return this.#put({ id: this.#nextId++, parent: parentId, name: `New ${kind}`, type });
  }

  /** Whether a node may be moved below another. */
  mayMove(node: OrganizationNode, target: OrganizationNode): boolean {
    const children = CHILD_TYPES[target.type];
    const fits = children?.user === node.type || children?.group === node.type;
    return fits && !this.isBuiltIn(node) && !this.isBelow(target, node);
  }

  /** Removes a node and all nodes below it. */
  remove(id: number): void {
    for (const { id: child, parent } of this.nodes) if (parent === id) this.remove(child);
    this.#nodes.delete(id);
  }

  isBuiltIn({ id }: OrganizationNode): boolean {
    return id <= LAST_BUILT_IN;
  }

  /** Whether a node is `ancestor` or below it. */
  isBelow(node: OrganizationNode, ancestor: OrganizationNode): boolean {
    for (let at: OrganizationNode | undefined = node; at !== undefined; at = this.node(at.parent)) {
      if (at === ancestor) return true;
    }
    return false;
  }

  #put(seed: NodeSeed): OrganizationNode {
    const node = { ...DEFAULTS, channels: new Set<number>(), ...seed };
    this.#nodes.set(node.id, node);
    return node;
  }
}

const DEFAULTS = {
  nick: "",
  email: "",
  password: "",
  ssoId: "",
  alsoAdministrator: false,
  description: "",
  status: "Offline",
  mobileAddOn: false,
  rpatAddOn: false,
  permissions: [],
  lockedPermissions: [],
  standardLimit: 0,
  mobileLimit: 0,
} as const;
