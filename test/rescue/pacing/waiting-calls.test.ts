import { describe, expect, it } from "vitest";
import { type PaceClient, WaitingCalls } from "../../../src/rescue/pacing/waiting-calls.js";

function newClient(interval = 1000): PaceClient {
  return { interval, maxWaiting: 100, stalledAfter: 10_000, slack: true };
}

interface NamedCall {
  readonly client: PaceClient;
  readonly name: string;
}

/** Calls of clients by name: `a1` is a call of client `a`. */
function waiting(...names: readonly string[]) {
  const clients = new Map<string, PaceClient>();
  const clientOf = (name: string) => {
    const client = clients.get(name) ?? newClient();
    clients.set(name, client);
    return client;
  };
  const calls = new WaitingCalls<NamedCall>();
  const added = names.map((name) => ({ client: clientOf(name.charAt(0)), name }));
  for (const call of added) calls.add(call);
  const remove = (name: string) => {
    for (const call of added) if (call.name === name) calls.delete(call);
  };
  return { calls, clientOf, remove };
}

function order(calls: WaitingCalls<NamedCall>): string[] {
  const names: string[] = [];
  for (let call = calls.shift(); call !== undefined; call = calls.shift()) names.push(call.name);
  return names;
}

describe("waiting calls", () => {
  it.each<[given: string, want: string]>([
    ["", ""],
    ["a1 a2 a3", "a1 a2 a3"],
    ["a1 a2 a3 b1 b2", "a1 b1 a2 b2 a3"],
    ["a1 b1 c1 a2 c2 c3", "a1 b1 c1 a2 c2 c3"],
  ])("%s are in the order %s", (given, want) => {
    const { calls } = waiting(...given.split(" ").filter(Boolean));
    expect(calls.isEmpty).toBe(given === "");
    expect(order(calls).join(" ")).toBe(want);
    expect(calls.isEmpty).toBe(true);
    expect(calls.first).toBeUndefined();
  });

  it("can be removed", () => {
    const { calls, clientOf, remove } = waiting("a1", "a2", "b1", "b2", "c1");
    for (const name of ["a1", "b2", "c1", "c1"]) remove(name);
    expect(["a", "b", "c"].map((name) => calls.countOf(clientOf(name)))).toEqual([1, 1, 0]);
    expect(order(calls)).toEqual(["a2", "b1"]);
  });

  it.each<[given: string, client: string, want: number]>([
    ["", "a", 0],
    ["a1 a2", "a", 2],
    ["a1 a2 a3", "b", 1],
    ["a1 b1", "c", 2],
    ["a1 a2 b1", "b", 3],
    ["b1 a1 a2", "b", 2],
    ["b1 a1", "a", 2],
    ["b1 b2 b3 a1 a2", "a", 5],
  ])("count those before a new call: %s before one of %s", (given, client, want) => {
    const { calls, clientOf } = waiting(...given.split(" ").filter(Boolean));
    expect(calls.countBefore(clientOf(client))).toBe(want);
    const added = { client: clientOf(client), name: "new" };
    calls.add(added);
    expect(order(calls).indexOf("new")).toBe(want);
  });

  it("know the longest interval of their clients", () => {
    const calls = new WaitingCalls();
    expect(calls.longestInterval).toBe(0);
    const given = [newClient(500), newClient(2000), newClient(2000), newClient(1000)].map(
      (client) => ({ client }),
    );
    for (const call of given) calls.add(call);
    const longest = given.map((call) => {
      const before = calls.longestInterval;
      calls.delete(call);
      calls.delete(call);
      return before;
    });
    expect(longest).toEqual([2000, 2000, 2000, 1000]);
    expect(calls.longestInterval).toBe(0);
  });
});
