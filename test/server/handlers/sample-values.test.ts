/** Sample values fit their schemas: a strict service accepts them in requests, and a strict client in responses. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/encode/encode.js";
import { sampleMessage } from "../../../src/server/handlers/sample-values.js";
import { createService, inMemory } from "../../../src/simulator/index.js";
import { type ComplexType, type Operation, SoapClient } from "../../../src/soap/index.js";
import { contractFile, type Fields, generatedOperations } from "../generated-operations.js";

const own = readdirSync(fileURLToPath(new URL("../contracts", import.meta.url)))
  .filter((file) => file.endsWith(".wsdl"))
  .map((file) => file.replace(/\.wsdl$/, ""));
const others = ["Echo", "RpcLiteral", "RpcEncoded"].map(
  (name) => `../../interop/contracts/${name}`,
);

describe.each([...own, ...others])("the sample values of %s", (contract) => {
  it("make the round trip", async () => {
    const operations = await generatedOperations(contract);
    const wsdl = contractFile(contract);
    const options = { wsdl, handlers: {}, strict: true, unhandled: "sample" } as const;
    const service = await createService(operations, options);
    const transport = inMemory(service);
    const endpoint = service.url;
    const client = new SoapClient({ endpoint, transport, protocol: "soap11", strict: true });
    expect(Object.keys(operations).length).toBeGreaterThan(1);
    for (const operation of Object.values(operations)) {
      const sample = sampleMessage(operation.input);
      const header = operation.headers?.input && sampleMessage(operation.headers.input);
      const response = await client.call(operation, sample, { header: header ?? {} });
      const { output } = operation;
      if (output === undefined) continue;
      // Trees have kept the prefixes that were around them.
      const text = encodeMessage(output, response).replace(/ xmlns:soap="[^"]*"/g, "");
      expect(text).toBe(encodeMessage(output, sampleMessage(output)));
    }
  });
});

describe("sample values", () => {
  const namespace = "urn:t";
  const tree: ComplexType = {
    namespace,
    sequence: [
      { element: "name", type: "string" },
      { element: "child", type: () => tree, minOccurs: 0, maxOccurs: "unbounded" },
    ],
  };
  const circle: ComplexType = {
    namespace,
    sequence: [
      {
        choice: [
          { element: "again", type: () => circle },
          { element: "end", type: "int" },
        ],
      },
    ],
  };
  const leaf: ComplexType = {
    namespace,
    sequence: [{ element: "id", type: "long" }],
    name: "{urn:t}Leaf",
  };
  const base: ComplexType = { namespace, name: "{urn:t}Base", types: () => ({ Leaf: leaf }) };

  it.each<[string, ComplexType, Fields]>([
    ["stop if a type contains itself", tree, { name: "name" }],
    ["take the arm of a choice that ends", circle, { end: 1 }],
    [
      "are of a derived type if the declared type is abstract",
      { namespace, sequence: [{ element: "any", type: base }] },
      { any: { $type: "Leaf", id: 1n } },
    ],
    [
      "have what repeats once, and required attributes only",
      {
        namespace,
        attributes: [
          { attribute: "a", type: "int", required: true },
          { attribute: "b", type: "int" },
        ],
        sequence: [
          {
            sequence: [{ element: "x", type: { list: "short" } }],
            maxOccurs: "unbounded",
            member: "$sequence",
          },
          { element: "y", type: { union: ["boolean", "string"] }, maxOccurs: "unbounded" },
        ],
      },
      { a: 1, $sequence: [{ x: [1] }], y: [true] },
    ],
    [
      "are in order if the order is significant",
      {
        namespace,
        mixed: true,
        content: [{ element: "b", type: "string" }],
      },
      { $content: [{ b: "b" }] },
    ],
    [
      "are of another type if an option of the generator sets it",
      { namespace, value: { builtin: "long", as: "number" } },
      { $value: 1 },
    ],
  ])("%s", async (_, type, expected) => {
    const message = { element: "m", namespace, type };
    expect(sampleMessage(message)).toEqual(expected);
    const operation: Operation<Fields, Fields> = {
      generator: "test",
      name: "m",
      soapAction: "urn:m",
      input: message,
      output: { ...message, element: "r" },
    };
    const service = await createService(
      { m: operation },
      { handlers: { m: (request) => request }, strict: true },
    );
    const client = new SoapClient({ endpoint: service.url, transport: inMemory(service) });
    expect(await client.call(operation, expected)).toEqual(expected);
  });
});
