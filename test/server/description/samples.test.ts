/** The samples of a help page, as ASMX writes them. */
import { describe, expect, it } from "vitest";
import type {
  ComplexType,
  ElementSchema,
  MessageSchema,
  Operation,
} from "../../../src/schema/index.js";
import { formSample, soapSample } from "../../../src/server/description/samples.js";

const place = { host: "h", path: "/s" };
const namespace = "urn:t";

const plain = (sample: string | undefined) => (sample ?? "").replace(/[\u0001\u0002]/g, "");

function operationOf(input: Operation["input"], more: Partial<Operation> = {}): Operation {
  return { generator: "test", name: "m", soapAction: "urn:t/m", input, ...more };
}

/** The lines of the Body of a request. */
function body(input: Operation["input"]): string[] {
  const [request] = soapSample("soap11", operationOf(input), place);
  const [, content = ""] = /<soap:Body>\n([\s\S]*) {2}<\/soap:Body>/.exec(plain(request)) ?? [];
  return content
    .trimEnd()
    .split("\n")
    .map((line) => line.slice(4));
}

const message = (type: ComplexType, own = namespace): MessageSchema => ({
  element: "m",
  namespace: own,
  type,
});
const member = (type: ElementSchema["type"], more: Partial<ElementSchema> = {}): MessageSchema =>
  message({ namespace, sequence: [{ element: "x", type, ...more }] });

describe("a message of a sample", () => {
  const tree: ComplexType = {
    namespace,
    sequence: [{ element: "child", type: () => tree, minOccurs: 0 }],
  };

  it.each<[string, Operation["input"], readonly string[]]>([
    ["an enumeration", member({ enumeration: { a: "A", b: "b c" } }), ["  <x>A or b c</x>"]],
    ["a list", member({ list: "int" }), ["  <x>int int</x>"]],
    ["a union", member({ union: ["int", { enumeration: { a: "A" } }] }), ["  <x>int or A</x>"]],
    ["a mapped type", member({ builtin: "dateTime", as: "Date" }), ["  <x>dateTime</x>"]],
    ["any content", member({ any: "content" }), ["  <x>xml</x>"]],
    [
      "an element of another namespace",
      member("int", { namespace: "urn:o" }),
      ['  <x xmlns="urn:o">int</x>'],
    ],
    [
      "an array, with two items",
      member({ namespace, item: { element: "i", type: "int", maxOccurs: "unbounded" } }),
      ["  <x>", "    <i>int</i>", "    <i>int</i>", "  </x>"],
    ],
    [
      "text with attributes",
      member({
        namespace,
        value: "string",
        attributes: [
          { attribute: "id", type: "int" },
          { attribute: "lang", namespace: "urn:a", type: "language" },
        ],
      }),
      ['  <x id="int" xmlns:a="urn:a" a:lang="language">string</x>'],
    ],
    [
      "an attribute without a namespace",
      member({ namespace, attributes: [{ attribute: "id", namespace: "", type: "int" }] }),
      ['  <x id="int" />'],
    ],
    [
      "a type that contains itself, once",
      member(tree),
      ["  <x>", "    <child>…</child>", "  </x>"],
    ],
    [
      "choices, groups and wildcards",
      message({
        namespace,
        sequence: [
          {
            choice: [{ element: "a", type: "int" }, { sequence: [{ element: "b", type: "int" }] }],
          },
          { any: "##any", member: "$any" },
        ],
      }),
      ["  <a>int</a>", "  <b>int</b>", "  xml"],
    ],
  ])("shows %s", (_, input, lines) => {
    expect(body(input)).toEqual(['<m xmlns="urn:t">', ...lines, "</m>"]);
  });

  it.each<[string, MessageSchema, readonly string[]]>([
    [
      "has a prefix if its parts have no namespace",
      message({ namespace: "", sequence: [{ element: "x", type: "int" }] }),
      ['<m:m xmlns:m="urn:t">', "  <x>int</x>", "</m:m>"],
    ],
    [
      "has no declaration without a namespace",
      message({ namespace: "", sequence: [{ element: "x", type: "int" }] }, ""),
      ["<m>", "  <x>int</x>", "</m>"],
    ],
  ])("%s", (_, input, lines) => {
    expect(body(input)).toEqual(lines);
  });
});

describe("a sample of HTTP GET or POST", () => {
  const operation = operationOf(member("int"));
  const form = { key: "m", operation, location: /^m$/ };

  it("has an empty response if the operation has none", () => {
    const samples = formSample({ ...form, protocol: "http-get", output: undefined }, place);
    expect(samples.map(plain)).toEqual([
      "GET /s/m?x=string HTTP/1.1\nHost: h\n",
      "HTTP/1.1 200 OK\n",
    ]);
  });

  it("has the document of the response", () => {
    const head =
      'HTTP/1.1 200 OK\nContent-Type: text/xml; charset=utf-8\nContent-Length: length\n\n<?xml version="1.0" encoding="utf-8"?>\n';
    const response = (output: NonNullable<Operation["output"]>) =>
      plain(formSample({ ...form, protocol: "http-post", output }, place)[1]);
    expect(response(member("int"))).toBe(`${head}<m xmlns="urn:t">\n  <x>int</x>\n</m>`);
    const parts = [{ element: "int", namespace, type: "int" }] as const;
    expect(response({ parts })).toBe(`${head}<int xmlns="urn:t">int</int>`);
  });
});

it("a one-way operation has the response 202 without an envelope", () => {
  const [, response] = soapSample("soap12", operationOf({ parts: [] }), place);
  expect(response).toBe("HTTP/1.1 202 Accepted\n");
});
