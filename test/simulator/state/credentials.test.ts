import { beforeEach, describe, expect, it } from "vitest";
import { Clock } from "../../../src/simulator/state/clock.js";
import { Credentials } from "../../../src/simulator/state/credentials.js";

const ann = { email: "ann@example.com", nodeId: 1 };
const bob = { email: "bob@example.com", nodeId: 2 };

let clock: Clock;
let credentials: Credentials;
beforeEach(() => {
  clock = new Clock(() => 0);
  credentials = new Credentials(clock);
});

describe("a session", () => {
  it("has an id like those of ASP.NET", () => {
    const ids = [credentials.open(ann), credentials.open(ann)];
    for (const id of ids) expect(id).toMatch(/^[a-z0-5]{24}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it("ends after 20 minutes without a call", () => {
    const id = credentials.open(ann);
    clock.advance(20 * 60_000 - 1);
    expect(credentials.bySession(id)).toBe(ann);
    clock.advance(20 * 60_000 - 1);
    expect(credentials.bySession(id)).toBe(ann);
    clock.advance(20 * 60_000);
    expect(credentials.sessions).toEqual([]);
    expect(credentials.bySession(id)).toBeUndefined();
  });

  it("is kept by a sign-in of any account, as long as it is open", () => {
    const id = credentials.open(ann);
    expect(credentials.open(bob, id)).toBe(id);
    expect(credentials.bySession(id)).toBe(bob);
    expect(credentials.sessions).toEqual([bob.email]);
    clock.advance(20 * 60_000);
    expect(credentials.open(ann, id)).not.toBe(id);
    expect(credentials.open(ann, "chosen-by-the-caller")).toMatch(/^[a-z0-5]{24}$/);
  });

  it("ends when it is closed", () => {
    const id = credentials.open(ann);
    credentials.open(bob);
    expect(credentials.sessions).toEqual([ann.email, bob.email]);
    credentials.close(id);
    expect(credentials.bySession(id)).toBeUndefined();
    expect(credentials.sessions).toEqual([bob.email]);
  });

  it.each([undefined, "", "unknown"])("is not open with the id %j", (id) => {
    expect(credentials.bySession(id)).toBeUndefined();
  });
});

describe("an auth code", () => {
  it("has 79 lower-case letters and digits", () => {
    expect(credentials.issue(ann)).toMatch(/^[a-z0-5]{79}$/);
  });

  it("is valid until the account gets another one", () => {
    const first = credentials.issue(ann);
    const other = credentials.issue(bob);
    clock.advance(365 * 24 * 3_600_000);
    expect(credentials.byCode(first)).toBe(ann);
    const second = credentials.issue(ann);
    expect(credentials.byCode(first)).toBeUndefined();
    expect(credentials.byCode(second)).toBe(ann);
    expect(credentials.byCode(other)).toBe(bob);
    expect(credentials.authCodes).toEqual([bob.email, ann.email]);
  });
});
