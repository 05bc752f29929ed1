import { describe, expect, it, vi } from "vitest";
import type { HttpResponse } from "../../src/index.js";

type Package = typeof import("../../src/index.js");

/** Two copies of the package, like a CommonJS build next to the ES module. */
const here: Package = await import("../../src/index.js");
vi.resetModules();
const there: Package = await import("../../src/index.js");

const auth = { authCode: "0a1b" };
const endpoint = "http://127.0.0.1:1/API.asmx";

const thrown = async (run: () => unknown): Promise<unknown> => {
  try {
    return await run();
  } catch (error) {
    return error;
  }
};

/** Each provokes its error in the given copy. */
const attempts: [name: keyof Package, provoke: (copy: Package) => unknown][] = [
  ["OptionsError", (copy) => copy.createRescueClient({ auth: { authCode: "" } })],
  [
    "SignInError",
    (copy) =>
      copy
        .createRescueClient({
          auth: { email: "ann@example.com", password: "x" },
          endpoint,
          protocol: "post",
          transport: async () => page("INVALID"),
        })
        .getAccount(),
  ],
  [
    "UnsupportedProtocolError",
    (copy) =>
      copy
        .createRescueClient({ auth, endpoint, protocol: "get" })
        .setUserStatus_v7_1({ iNodeID: 1, eStatus: "Enabled" }),
  ],
  [
    "TextResponseError",
    (copy) =>
      copy
        .createRescueClient({
          auth,
          endpoint,
          protocol: "post",
          transport: async () => page("<html>"),
        })
        .getAccount(),
  ],
];

function page(text: string): HttpResponse {
  const body = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  return { status: 200, headers: { get: () => undefined, setCookie: [] }, body };
}

describe.each(attempts)("%s of another copy of the package", (name, provoke) => {
  it("is an instance of the class of the same name and of SoapError", async () => {
    const error = await thrown(() => provoke(there));
    expect(here[name]).not.toBe(there[name]);
    expect(error).toBeInstanceOf(here[name]);
    expect(error).toBeInstanceOf(here.SoapError);
    expect(error).toMatchObject({ name });
  });

  it("is not an instance of the other classes", async () => {
    const error = await thrown(() => provoke(there));
    const others = attempts.filter(([other]) => other !== name);
    for (const [other] of others) expect(error).not.toBeInstanceOf(here[other]);
  });
});
