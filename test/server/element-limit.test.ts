/** The limits of what a message contains, at both ends. */
import { expect, it } from "vitest";
import { inMemory } from "../../src/http/index.js";
import type { Operation } from "../../src/schema/index.js";
import { createService } from "../../src/server/index.js";
import { SoapClient } from "../../src/soap/index.js";
import { rejection } from "../http/loopback.js";

const list = (element: string) =>
  ({
    element,
    namespace: "urn:x",
    type: {
      namespace: "urn:x",
      sequence: [{ element: "i", type: "int", minOccurs: 0, maxOccurs: "unbounded" }],
    },
  }) as const;
interface Items {
  readonly i?: readonly number[];
}
const repeat: Operation<Items, Items> = {
  name: "repeat",
  generator: "test",
  soapAction: "",
  input: list("repeat"),
  output: list("repeatResponse"),
};

async function call(items: number, requests?: number, responses?: number): Promise<number> {
  const service = await createService(
    { repeat },
    {
      handlers: { repeat: ({ i = [] }: Items) => ({ i: [...i, ...i] }) },
      ...(requests === undefined ? {} : { maxRequestElements: requests }),
    },
  );
  const client = new SoapClient({
    endpoint: service.url,
    transport: inMemory(service),
    ...(responses === undefined ? {} : { maxResponseElements: responses }),
  });
  const { i = [] } = await client.call(repeat, { i: Array.from({ length: items }, () => 1) });
  return i.length;
}

// The envelope, its Body and the message, with the declarations of two namespaces.
const around = 5;

it("a service and a client have limits of elements", async () => {
  expect(await call(10, around + 10, around + 20)).toBe(20);
  expect(await rejection(call(11, around + 10))).toMatchObject({
    code: "FAULT",
    message: expect.stringContaining("maxRequestElements"),
  });
  expect(await rejection(call(11, around + 11, around + 21))).toMatchObject({
    code: "LIMIT",
    message: expect.stringContaining("maxResponseElements"),
  });
});

it("the limits have defaults", async () => {
  expect(await call(1_000)).toBe(2_000);
  expect(await rejection(call(250_000))).toMatchObject({ code: "FAULT" });
});
