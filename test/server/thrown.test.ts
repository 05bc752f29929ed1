/** Whatever a handler throws, the response is a fault that reveals nothing but the message of an error. */
import { describe, expect, it } from "vitest";
import { createService, inMemory, ServiceFault } from "../../src/simulator/index.js";
import { contractFile, generatedOperations } from "./generated-operations.js";
import { envelope11 } from "./raw.js";

const UNKNOWN = "The handler of the operation failed.";

class Throwing {
  get message(): string {
    throw new Error("internal");
  }
  get [Symbol.toStringTag](): string {
    throw new Error("internal");
  }
  toString(): string {
    throw new Error("internal");
  }
}

const hostileProxy = new Proxy(new Error("internal"), {
  get() {
    throw new Error("internal");
  },
  getPrototypeOf() {
    throw new Error("internal");
  },
});

const thrown: [string, unknown, string][] = [
  ["an error", new Error("No such symbol."), "No such symbol."],
  ["a string", "No such symbol.", "No such symbol."],
  ["undefined", undefined, UNKNOWN],
  ["null", null, UNKNOWN],
  ["a number", 42, UNKNOWN],
  ["an empty string", " ", UNKNOWN],
  ["a symbol", Symbol("internal"), UNKNOWN],
  ["an object", { password: "internal", toString: () => "internal" }, UNKNOWN],
  ["an object whose members throw", new Throwing(), UNKNOWN],
  [
    "an error whose message throws",
    Object.setPrototypeOf(new Throwing(), Error.prototype),
    UNKNOWN,
  ],
  ["an error whose message is no string", Object.assign(new Error(), { message: 1 }), UNKNOWN],
  ["an object without a prototype", Object.create(null), UNKNOWN],
  ["a proxy", hostileProxy, UNKNOWN],
  ["a function", () => "internal", UNKNOWN],
];

async function respond(handler: () => unknown, profile: "standard" | "asmx"): Promise<string> {
  const service = await createService(await generatedOperations("documents"), {
    wsdl: contractFile("documents"),
    profile,
    // A handler of JavaScript may do anything.
    handlers: { getQuote: handler as never },
  });
  const response = await inMemory(service)({
    url: service.url,
    method: "POST",
    headers: { "Content-Type": "text/xml", SOAPAction: '"urn:example:quotes/getQuote"' },
    body: envelope11(
      `<getQuote xmlns="urn:example:quotes"><symbol>ACME</symbol><count>1</count></getQuote>`,
    ),
  });
  expect(response.status).toBe(500);
  let text = "";
  for await (const chunk of response.body) text += Buffer.from(chunk).toString();
  return text;
}

describe.each(["standard", "asmx"] as const)("in the profile %s", (profile) => {
  it.each(thrown)("%s becomes a fault", async (_, value, message) => {
    for (const handler of [
      () => {
        throw value;
      },
      () => Promise.reject(value),
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        throw value;
      },
    ]) {
      const text = await respond(handler, profile);
      expect(text).toContain(`${message}</faultstring>`);
      expect(text).not.toMatch(/internal|\bat .*\.ts/);
    }
  });

  it.each<[string, () => unknown]>([
    [
      "a member that throws",
      () => ({
        get price() {
          throw new Throwing();
        },
      }),
    ],
    [
      "a fault with members that throw",
      () => {
        throw new ServiceFault(
          "x",
          new Proxy(
            {},
            {
              get() {
                throw new Throwing();
              },
            },
          ),
        );
      },
    ],
    [
      "a fault with a character that XML does not allow",
      () => {
        throw new ServiceFault("a\u0000b");
      },
    ],
    [
      "an error with a character that XML does not allow",
      () => {
        throw new Error("a\ud800b");
      },
    ],
  ])("%s becomes a fault", async (_, handler) => {
    const text = await respond(handler, profile);
    expect(text).toContain("</faultstring>");
    expect(text).not.toContain("internal");
  });
});
