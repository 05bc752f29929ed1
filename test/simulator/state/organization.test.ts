import { beforeEach, describe, expect, it } from "vitest";
import { Organization } from "../../../src/simulator/state/organization.js";

let organization: Organization;
beforeEach(() => {
  organization = new Organization();
});

const nodeOf = (id: number) => {
  const node = organization.node(id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
};

describe("a new node", () => {
  it.each([
    ["a user below technicians", 4, "user", "Technician"],
    ["a group below technicians", 10, "group", "TechnicianGroup"],
    ["a user below administrators", 3, "user", "Administrator"],
    ["a user below master administrators", 2, "user", "MasterAdministrator"],
    ["a group below master administrators", 2, "group", undefined],
    ["a user below the root", 1, "user", undefined],
    ["a user below a user", 101, "user", undefined],
    ["a user below an unknown node", 9_999, "user", undefined],
  ] as const)("is %s", (_, parent, kind, type) => {
    const node = organization.add(parent, kind);
    expect(node?.type).toBe(type);
    if (node !== undefined) expect(nodeOf(node.id)).toBe(node);
  });
});

describe("a move", () => {
  it.each([
    ["of a technician to another group", 101, 11, true],
    ["of a group below another", 10, 11, true],
    ["of a technician below administrators", 101, 3, false],
    ["of a group below itself", 10, 10, false],
    ["of a built-in group", 4, 10, false],
    ["below a user", 102, 101, false],
  ])("%s", (_, node, target, want) => {
    expect(organization.mayMove(nodeOf(node), nodeOf(target))).toBe(want);
  });
});

it("removes a node with all nodes below it", () => {
  organization.remove(4);
  expect(organization.nodes.map(({ id }) => id)).toEqual([1, 2, 3, 201, 301, 302]);
});

it("finds users by email address in any letter case, but no groups", () => {
  expect(organization.userByEmail("TECH@example.com")?.id).toBe(101);
  expect(organization.userByEmail("")).toBeUndefined();
});
