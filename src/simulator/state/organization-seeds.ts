/** The nodes that a simulator starts with. */
import { PASSWORD } from "./documented-accounts.js";
import type { NodeSeed } from "./organization-node.js";

export const ORGANIZATION = { id: 4_711, name: "ACME" } as const;

export const SEEDS: readonly NodeSeed[] = [
  { id: 1, parent: 0, name: ORGANIZATION.name, type: "Root" },
  { id: 2, parent: 1, name: "Master Administrators", type: "MasterAdministrators" },
  { id: 3, parent: 1, name: "Administrators", type: "Administrators" },
  { id: 4, parent: 1, name: "Technicians", type: "Technicians" },
  {
    id: 10,
    parent: 4,
    name: "First Level",
    type: "TechnicianGroup",
    permissions: ["RemoteControl", "RemoteView", "SendFile"],
  },
  { id: 11, parent: 4, name: "Second Level", type: "TechnicianGroup" },
  {
    id: 101,
    parent: 10,
    name: "Tess Tech",
    nick: "Tess",
    email: "tech@example.com",
    password: PASSWORD,
    ssoId: "tess",
    type: "Technician",
    alsoAdministrator: true,
    status: "Online",
    mobileAddOn: true,
  },
  {
    id: 102,
    parent: 10,
    name: "Nora Noconsole",
    nick: "Nora",
    email: "noconsole@example.com",
    password: PASSWORD,
    ssoId: "nora",
    type: "Technician",
  },
  {
    id: 103,
    parent: 11,
    name: "Otto Away",
    nick: "Otto",
    email: "otto@example.com",
    type: "Technician",
    status: "Away",
  },
  {
    id: 201,
    parent: 3,
    name: "Ada Admin",
    nick: "Ada",
    email: "admin@example.com",
    password: PASSWORD,
    ssoId: "ada",
    type: "Administrator",
  },
  { id: 301, parent: 1, name: "Web Channel", type: "Channel", status: "Online" },
  { id: 302, parent: 1, name: "Telephone Channel", type: "Channel", status: "Online" },
];
