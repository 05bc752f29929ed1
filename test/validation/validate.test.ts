/** The option `validate` of clients and services. */
import { describe, expect, it } from "vitest";
import { SoapClient, type SoapClientOptions } from "../../src/client/index.js";
import { APIClient } from "../../src/generated/index.js";
import { inMemory } from "../../src/http/index.js";
import type { Operation } from "../../src/schema/index.js";
import { createService, type ServiceOptions } from "../../src/server/index.js";
import { orderOperation } from "./order-contract.js";

const order = orderOperation(true);
const plain = orderOperation(false);

type Values = Record<string, unknown>;

interface Exchange {
  readonly operation?: Operation<Values, Values>;
  readonly client?: Partial<SoapClientOptions>;
  readonly service?: Partial<ServiceOptions<{ order: typeof order }>>;
  readonly response?: Values;
}

/** Calls the operation; the service returns `response`, or the request. */
async function call(request: Values, exchange: Exchange = {}): Promise<unknown> {
  const { operation = order, client = {}, service = {}, response } = exchange;
  let served = false;
  const handlers = {
    order: (received: Values) => {
      served = true;
      return response ?? received;
    },
  };
  const running = await createService({ order: operation }, { handlers, ...service });
  const soap = new SoapClient({
    endpoint: running.url,
    transport: inMemory(running),
    protocol: "soap11",
    ...client,
  });
  const result = await soap
    .call(operation, request)
    .catch((error: unknown) => (error instanceof Error ? error : String(error)));
  return result instanceof Error ? Object.assign(result, { served }) : result;
}

const INVALID: readonly (readonly [string, Values, string, string])[] = [
  ["too short", { name: "x" }, "minLength", "order/name"],
  ["too long", { name: "elevenchars" }, "maxLength", "order/name"],
  ["another length", { name: "ab", code: "abc" }, "length", "order/code"],
  ["too large", { name: "ab", percent: 101 }, "maxInclusive", "order/percent"],
  ["too small", { name: "ab", percent: -1 }, "minInclusive", "order/percent"],
  ["too many digits", { name: "ab", price: "12345.67" }, "totalDigits", "order/price"],
  ["too many decimals", { name: "ab", price: "1.234" }, "fractionDigits", "order/price"],
  ["a bound", { name: "ab", rate: 1 }, "maxExclusive", "order/rate"],
  ["a bound below", { name: "ab", rate: 0 }, "minExclusive", "order/rate"],
  ["a date before", { name: "ab", day: "2019-12-31" }, "minInclusive", "order/day"],
  ["another pattern", { name: "ab", sku: "AB12" }, "pattern", "order/sku"],
  ["a number that is not listed", { name: "ab", size: 37 }, "enumeration", "order/size"],
  ["an item of a list", { name: "ab", codes: ["abc"] }, "length", "order/codes"],
  ["a long list", { name: "ab", codes: ["aaaa", "bbbb", "cccc"] }, "maxLength", "order/codes"],
  [
    "the text of simple content",
    { name: "ab", priced: { $value: "1.234" } },
    "fractionDigits",
    "order/priced/$value",
  ],
  [
    "another value than the fixed one of an attribute",
    { name: "ab", priced: { $value: "1", unit: "kilo" } },
    "fixed",
    "order/priced/unit",
  ],
  ["another value than the fixed one", { name: "ab", version: 3 }, "fixed", "order/version"],
  ["an item of an array", { name: "ab", tags: ["aaaa", "bbb"] }, "length", "order/tags[1]"],
  [
    "too many elements",
    { name: "ab", tags: ["aaaa", "bbbb", "cccc", "dddd"] },
    "maxOccurs",
    "order/tags",
  ],
  ["a built-in type", { name: "ab", language: "not a language" }, "type", "order/language"],
  [
    "a nested value",
    {
      name: "ab",
      line: [
        { sku: "AB123", count: 1 },
        { sku: "AB123", count: 101 },
      ],
    },
    "maxInclusive",
    "order/line[1]/count",
  ],
];

/** The path of a value in a decoded message: without indexes, and an attribute has its mark. */
function decodedPath(path: string): string {
  return path
    .replace("order/", "orderResponse/")
    .replace(/\[\d+\]|\/\$value/g, "")
    .replace("/unit", "/@unit");
}

describe("validate: request", () => {
  it.each(INVALID)("rejects %s before anything is sent", async (_, request, facet, path) => {
    const error = await call(request, { client: { validate: "request" } });
    expect(error).toMatchObject({
      name: "EncodeError",
      code: "INVALID_REQUEST",
      path,
      violation: { operation: "order", facet },
      served: false,
    });
    expect(String(error)).toContain("Nothing was sent.");
  });

  it("rejects a value that no member of a union accepts", async () => {
    const error = await call({ name: "ab", either: 101 }, { client: { validate: "request" } });
    expect(error).toMatchObject({ path: "order/either", violation: { facet: "type" } });
  });

  it("accepts values that obey all facets", async () => {
    const request = {
      name: "ab",
      code: "abcd",
      percent: 100,
      price: "0001234.50",
      rate: 0.5,
      day: "2020-01-01",
      sku: "X-12345",
      color: "red",
      size: 38,
      squeezed: " a  b ",
      codes: ["aaaa", "bbbb"],
      either: "red",
      priced: { $value: "1.5", unit: "each" },
      tags: ["aaaa", "bbbb", "cccc"],
      version: 2,
      language: "de-CH",
    };
    expect(await call(request, { client: { validate: "both" } })).toEqual(request);
  });

  it("shows an excerpt of the value, and the facet with its value", async () => {
    const error = await call({ name: "a".repeat(50) }, { client: { validate: "request" } });
    expect(String(error)).toBe(
      `EncodeError: The request of order violates maxLength 10: order/name ("${"a".repeat(40)}" and 10 more characters) must have a length of at most 10; it has 50 characters. Nothing was sent. Correct the value; without the option validate it would be sent.`,
    );
  });

  it("hides the value of a secret", async () => {
    const request = { name: "ab", password: "hunter2hunter2" };
    const error = await call(request, { client: { validate: "request" } });
    expect(error).toMatchObject({ path: "order/password", violation: { facet: "maxLength" } });
    expect(JSON.stringify(error) + String(error)).not.toContain("hunter2");
  });

  it("does not check responses", async () => {
    const exchange = { client: { validate: "request" }, response: { name: "x" } } as const;
    expect(await call({ name: "ab" }, exchange)).toEqual({ name: "x" });
  });
});

describe("validate: response", () => {
  it.each(INVALID)("rejects %s", async (_, response, facet, path) => {
    const error = await call({ name: "ab" }, { client: { validate: "response" }, response });
    expect(error).toMatchObject({
      name: "DecodeError",
      code: "FACET",
      violation: { operation: "order", facet },
      served: true,
    });
    const { path: found } = Object(error);
    expect([decodedPath(path), path.replace("order/", "orderResponse/")]).toContain(found);
  });

  it("does not check requests", async () => {
    const exchange = { client: { validate: "response" }, response: { name: "ab" } } as const;
    expect(await call({ name: "x" }, exchange)).toEqual({ name: "ab" });
  });
});

describe("validate of a service", () => {
  it.each(INVALID)("responds to %s with a fault of the client", async (_, request, facet) => {
    const error = await call(request, { service: { validate: "request" } });
    expect(error).toMatchObject({ name: "SoapFault", served: false });
    expect(Object(error).faultCode.local).toBe("Client");
    expect(String(error)).toContain("The request of order violates");
    if (facet !== "type") expect(String(error)).toContain(facet);
  });

  it("responds with a fault of the server if its own response violates a facet", async () => {
    const exchange = { service: { validate: "both" }, response: { name: "x" } } as const;
    const error = await call({ name: "ab" }, exchange);
    expect(Object(error).faultCode.local).toBe("Server");
    expect(String(error)).toContain(
      'The response of the service does not fit its contract: The response of order violates minLength 2: orderResponse/name ("x")',
    );
  });

  it("does not check samples", async () => {
    const exchange = { service: { validate: "both", handlers: {}, unhandled: "sample" } } as const;
    expect(await call({ name: "ab" }, exchange)).toMatchObject({ name: "name" });
  });
});

describe("validate without facets", () => {
  const message =
    "The operation order has no facets, which the option validate needs: generate the code again with --facets (rescue-soap generate <wsdl> --out <folder> --facets), or leave out validate.";

  it("is an error at the first call of a client without generated code", async () => {
    const error = await call({ name: "ab" }, { operation: plain, client: { validate: "both" } });
    expect(error).toMatchObject({ code: "INVALID_OPTIONS", message, served: false });
  });

  it("is an error when a client of generated code is made", () => {
    const make = () => new APIClient({ port: "APISoap", validate: "both" });
    expect(make).toThrow(
      "The generated code of this client has no facets, which the option validate needs: generate the code again with --facets",
    );
  });

  it("is an error when a service is made", async () => {
    const options = { handlers: {}, validate: "request" } as const;
    await expect(createService({ order: plain }, options)).rejects.toMatchObject({
      code: "INVALID_OPTIONS",
      message,
    });
  });
});
