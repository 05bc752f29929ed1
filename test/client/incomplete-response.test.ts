/** Responses that lack what their types require: the error has the rest, or the call returns it. */
import { describe, expect, expectTypeOf, it } from "vitest";
import { HttpBindingClient, SoapClient } from "../../src/client/index.js";
import type { Deviation } from "../../src/codec/index.js";
import { DecodeError } from "../../src/errors/index.js";
import { httpHeaders, type Transport } from "../../src/http/index.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import type { Incomplete } from "../../src/soap/index.js";

interface Payment {
  ack: string;
  errors: { code: number; text: string }[];
  total: number;
  currency: string;
}

const payment = {
  namespace: "urn:pay",
  attributes: [{ attribute: "currency", type: "string", required: true }],
  sequence: [
    { element: "ack", type: "string" },
    {
      element: "errors",
      minOccurs: 0,
      maxOccurs: "unbounded",
      type: {
        namespace: "urn:pay",
        sequence: [
          { element: "code", type: "int" },
          { element: "text", type: "string" },
        ],
      },
    },
    { element: "total", type: "int" },
    { element: "password", type: "string", minOccurs: 0 },
  ],
} as const;

const pay: Operation<object, Payment> = {
  generator: "test",
  name: "pay",
  soapAction: "",
  input: { element: "pay", namespace: "urn:pay", type: { namespace: "urn:pay" } },
  output: { element: "payResponse", namespace: "urn:pay", type: payment },
};

const responding =
  (body: string): Transport =>
  async () => ({
    status: 200,
    headers: httpHeaders({ "content-type": "text/xml" }),
    body: (async function* () {
      yield new TextEncoder().encode(body);
    })(),
  });

const response = (attributes: string, content: string) =>
  `<payResponse xmlns="urn:pay"${attributes}>${content}</payResponse>`;
const envelope = (body: string) =>
  `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap11}"><s:Body>${body}</s:Body></s:Envelope>`;

const failure = response(
  "",
  "<ack>Failure</ack><errors><text>No funds</text></errors><password>pass-one</password>",
);

async function errorOf(call: Promise<unknown>): Promise<DecodeError> {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  if (error instanceof DecodeError) return error;
  throw new Error("The call has no DecodeError.");
}

const endpoint = "http://127.0.0.1/pay";
const client = (body: string, deviations: Deviation[] = []) =>
  new SoapClient({
    endpoint,
    transport: responding(envelope(body)),
    onDeviation: (deviation) => deviations.push(deviation),
  });

describe("a response without a required element", () => {
  it.each([
    ["over SOAP", () => client(failure).call(pay, {})],
    [
      "over HTTP",
      () =>
        new HttpBindingClient({
          endpoint,
          protocol: "http-post",
          transport: responding(failure),
        }).call(pay, {}),
    ],
  ])("is an error with the rest and with the beginning, %s", async (_, call) => {
    const error = await errorOf(call());
    expect(error).toMatchObject({ code: "MISSING_ELEMENT", path: "payResponse/currency" });
    expect(error.partial).toEqual({
      ack: "Failure",
      errors: [{ text: "No funds" }],
      password: "pass-one",
    });
    expect(error.excerpt).toContain("<ack>Failure</ack><errors><text>No funds</text></errors>");
    expect(error.excerpt).toContain("<password>***</password>");
    expect(Object.keys(error)).not.toContain("partial");
    expect(JSON.stringify(error)).not.toContain("pass-one");
  });

  it("is read if the call asks for it, with a deviation for each", async () => {
    const deviations: Deviation[] = [];
    const read = await client(failure, deviations).call(pay, {}, { missing: "report" });
    expectTypeOf(read).toEqualTypeOf<Incomplete<Payment>>();
    expectTypeOf(read.errors?.[0]?.code).toEqualTypeOf<number | undefined>();
    expect(read).toEqual({ ack: "Failure", errors: [{ text: "No funds" }], password: "pass-one" });
    expect(deviations.map(({ kind, path }) => [kind, path])).toEqual([
      ["missing-element", "payResponse/currency"],
      ["missing-element", "payResponse/errors/code"],
      ["missing-element", "payResponse/total"],
    ]);
  });

  it("is read with `strict`, too, if the call asks for it", async () => {
    const strict = new SoapClient({
      endpoint,
      strict: true,
      transport: responding(envelope(failure)),
    });
    expect(await strict.call(pay, {}, { missing: "report" })).toMatchObject({ ack: "Failure" });
  });
});

describe("a value outside its type", () => {
  const invalid = response(' currency="EUR"', "<ack>Success</ack><total>much</total>");

  it("is an error with the rest", async () => {
    const error = await errorOf(client(invalid).call(pay, {}));
    expect(error).toMatchObject({ code: "INVALID_VALUE", path: "payResponse/total" });
    expect(error.partial).toEqual({ currency: "EUR", ack: "Success" });
  });

  it("is an error if the call accepts missing elements, too", async () => {
    const error = await errorOf(client(invalid).call(pay, {}, { missing: "report" }));
    expect(error.code).toBe("INVALID_VALUE");
  });
});

it("an envelope that does not end has an excerpt, and no part", async () => {
  const broken = client("<payResponse xmlns='urn:pay'><ack>Failure</ack>");
  const error = await errorOf(broken.call(pay, {}));
  expect(error.code).toBe("MALFORMED_XML");
  expect(error.partial).toBeUndefined();
  expect(error.excerpt).toContain("<ack>Failure</ack>");
});

it("an excerpt has at most 300 characters", async () => {
  const long = response("", `<ack>${"x".repeat(1_000)}</ack>`);
  expect((await errorOf(client(long).call(pay, {}))).excerpt).toHaveLength(300);
});

it("a response with thousands of violations ends at the first ones", async () => {
  const many = response(' currency="EUR"', `<ack/>${"<errors/>".repeat(10_000)}<total>1</total>`);
  const error = await errorOf(client(many).call(pay, {}));
  expect(error.path).toBe("payResponse/errors/code");
  expect(error.partial).toBeUndefined();
});
