/** Sample values fit their schemas: a strict service accepts them in requests, and a strict client in responses. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { encodeMessage } from "../../../src/codec/encode/encode.js";
import { operations } from "../../../src/generated/index.js";
import { sampleMessage, sampleResponse } from "../../../src/server/handlers/sample-values.js";
import { createService, inMemory } from "../../../src/simulator/index.js";
import {
  type ArrayType,
  Attachment,
  type ComplexType,
  type DeclaredParticle,
  type Operation,
  SoapClient,
} from "../../../src/soap/index.js";
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

  const nullLoop: ComplexType = {
    namespace,
    sequence: [{ element: "again", type: () => nullLoop, nillable: true }],
  };
  const endless: ComplexType = {
    namespace,
    name: "{urn:t}Endless",
    types: () => ({ Again: again }),
  };
  const again: ComplexType = {
    namespace,
    name: "{urn:t}Again",
    extends: endless,
    sequence: [{ element: "more", type: () => endless }],
  };
  const lists: ArrayType = { namespace, item: { element: "list", type: () => lists } };

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
    [
      "are of each built-in type, and of other types if options of the generator set these",
      {
        namespace,
        sequence: [
          { element: "none", type: "negativeInteger" },
          { element: "bytes", type: "base64Binary" },
          { element: "words", type: "NMTOKENS" },
          { element: "day", type: "date" },
          { element: "date", type: { builtin: "dateTime", as: "Date" } },
          { element: "text", type: { builtin: "long", as: "string" } },
          { element: "big", type: { builtin: "integer", as: "bigint" } },
        ],
      },
      {
        none: -1n,
        bytes: new Uint8Array([1, 2, 3]),
        words: ["a"],
        day: "2026-01-31",
        date: new Date(0),
        text: "1",
        big: 1n,
      },
    ],
    [
      "are null if a type contains itself in an element that may be null",
      {
        namespace,
        sequence: [{ element: "loop", type: () => nullLoop }],
      },
      { loop: { again: null } },
    ],
    [
      "omit an abstract type that ends nowhere",
      { namespace, sequence: [{ element: "x", type: () => endless, minOccurs: 0 }] },
      {},
    ],
    [
      "have an array without items if the array contains itself",
      { namespace, sequence: [{ element: "lists", type: () => lists }] },
      { lists: [[]] },
    ],
    [
      "have no items of a type that ends nowhere",
      {
        namespace,
        sequence: [
          { element: "all", type: { namespace, item: { element: "x", type: () => endless } } },
        ],
      },
      { all: [] },
    ],
    [
      "have one object for each element if the order is significant",
      {
        namespace,
        content: [
          { element: "a", type: "int" },
          { element: "b", type: { list: "int" } },
        ],
      },
      { $content: [{ a: 1 }, { b: [1] }] },
    ],
    [
      "take an empty arm of a choice if no other ends",
      {
        namespace,
        sequence: [{ choice: [{ sequence: [] }, { element: "x", type: () => endless }] }],
      },
      {},
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

describe("a sample", () => {
  const namespace = "urn:t";
  const written = (...sequence: readonly DeclaredParticle[]) => {
    const message = { element: "m", namespace, type: { namespace, sequence } };
    const [, content] =
      /^<m[^>]*>(.*)<\/m>$/.exec(encodeMessage(message, sampleMessage(message))) ?? [];
    return content;
  };

  it.each<[string, string, string]>([
    ["any namespace", "##any", '<any xmlns="urn:sample"/>'],
    ["other namespaces", "##other urn:t", '<any xmlns="urn:sample"/>'],
    ["no namespace", "##local urn:x", '<any xmlns=""/>'],
    ["one namespace", "urn:x", '<any xmlns="urn:x"/>'],
  ])("has an element for a wildcard of %s", (_, any, text) => {
    expect(written({ any, member: "$any" })).toBe(text);
    expect(written({ any, member: "$any", maxOccurs: "unbounded" })).toBe(text);
    expect(written({ any, member: "$any", minOccurs: 0 })).toBe("");
  });

  it("has a wildcard in a repeated group that would be empty", () => {
    const wildcard = { any: "urn:x", member: "$any", minOccurs: 0 } as const;
    const group = { sequence: [wildcard], member: "$group", maxOccurs: "unbounded" } as const;
    expect(written(group)).toBe('<any xmlns="urn:x"/>');
  });

  it("has the name of its element as the text of any content", () => {
    expect(written({ element: "x", type: { any: "content" } })).toBe("<x>x</x>");
  });

  it("omits optional elements after a thousand", () => {
    const wide: ComplexType = {
      namespace,
      sequence: Array.from({ length: 1500 }, (_, each) => ({
        element: `e${each}`,
        type: "int",
        minOccurs: 0,
      })),
    };
    const sample = sampleMessage({ element: "m", namespace, type: wide });
    expect(Object.keys(sample)).toHaveLength(1000);
  });

  it("is an attachment if the type is one", async () => {
    const type = {
      namespace,
      sequence: [{ element: "scan", type: { builtin: "base64Binary", as: "Attachment" } }],
    } as const;
    const { scan, photo } = sampleMessage({
      element: "m",
      namespace,
      type,
      attachments: ["photo"],
    });
    const texts = [scan, photo].map(async (each) =>
      each instanceof Attachment ? new TextDecoder().decode(await each.bytes()) : undefined,
    );
    expect(await Promise.all(texts)).toEqual(["scan", "photo"]);
  });

  it("of an outcome is OK, and of a one-way operation is empty", () => {
    expect(sampleResponse(operations.login)).toEqual({ loginResult: "login_OK" });
    const { generator, name, soapAction, input } = operations.login;
    expect(sampleResponse({ generator, name, soapAction, input })).toEqual({});
  });
});
