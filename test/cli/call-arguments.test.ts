import { describe, expect, it } from "vitest";
import { flagArguments, inputOnly, requestFromJson } from "../../src/cli/call/call-arguments.js";
import { toJsonLine, toText } from "../../src/cli/output/values.js";
import type { Operation } from "../../src/schema/index.js";

const State = { on: "on", off: "off" } as const;
const item = {
  namespace: "urn:t",
  sequence: [
    { element: "lId", type: "long" },
    { element: "bytes", type: "base64Binary", minOccurs: 0 },
  ],
} as const;
const operation: Operation = {
  generator: "test",
  name: "store",
  soapAction: "urn:t/store",
  input: {
    element: "store",
    namespace: "urn:t",
    type: {
      namespace: "urn:t",
      sequence: [
        { element: "iCount", type: "int" },
        { element: "lTotal", type: "long" },
        { element: "eState", type: { enumeration: State } },
        { element: "sSecret", type: "string", secret: true },
        { element: "sName", type: "string", maxOccurs: "unbounded" },
        {
          element: "aItems",
          type: {
            namespace: "urn:t",
            item: { element: "ITEM", type: item, maxOccurs: "unbounded" },
          },
        },
      ],
    },
  },
  output: {
    element: "storeResponse",
    namespace: "urn:t",
    type: { namespace: "urn:t", sequence: [] },
  },
};

describe("flags of an operation", () => {
  it("are its single values of simple types that are no secrets", () => {
    expect(flagArguments(operation).map(({ name, type }) => `--${name} <${type}>`)).toEqual([
      "--iCount <int>",
      "--lTotal <long>",
      "--eState <on|off>",
    ]);
    expect(inputOnly(operation)).toEqual(["sSecret", "sName", "aItems"]);
  });

  it.each<[string, { given: string; want: unknown }]>([
    ["iCount", { given: " +007 ", want: 7 }],
    ["lTotal", { given: "9007199254740993", want: 9007199254740993n }],
    ["eState", { given: "off", want: "off" }],
  ])("%s is read by its type", (name, { given, want }) => {
    const flag = flagArguments(operation).find((candidate) => candidate.name === name);
    expect(flag?.parse(given)).toBe(want);
  });

  it.each([
    ["iCount", "1.5", "It takes an integer from -2147483648 to 2147483647."],
    ["eState", "idle", "It takes one of on, off."],
  ])("%s refuses %s", (name, given, message) => {
    const flag = flagArguments(operation).find((candidate) => candidate.name === name);
    expect(() => flag?.parse(given)).toThrow(message);
  });
});

describe("a request in JSON", () => {
  it("gives 64-bit integers and bytes their types", () => {
    const json =
      '{"lTotal":"9007199254740993","aItems":[{"lId":5,"bytes":"AQI="},null],"sName":["a"]}';
    expect(requestFromJson(operation, json, false)).toEqual({
      lTotal: 9007199254740993n,
      aItems: [{ lId: 5n, bytes: Uint8Array.of(1, 2) }, null],
      sName: ["a"],
    });
  });

  it.each([
    ['{"aItems":[{"id":5}]}', 'store/aItems[0] takes no "id" but lId, bytes.'],
    ['{"aItems":{"ITEM":[]}}', "store/aItems takes a JSON array."],
    ['{"aItems":["x"]}', "store/aItems[0] takes a JSON object."],
    ['{"__proto__":{}}', 'store takes no "__proto__" but'],
  ])("%s is refused by name", (json, message) => {
    expect(() => requestFromJson(operation, json, false)).toThrow(message);
  });

  it("holds a secret only where nobody else sees it", () => {
    const json = '{"sSecret":"hush"}';
    expect(requestFromJson(operation, json, true)).toEqual({ sSecret: "hush" });
    expect(() => requestFromJson(operation, json, false)).toThrow("--input @file");
    expect(() => requestFromJson(operation, '{"sSecret":"hush', true)).not.toThrow("hush");
  });
});

const outcome = {
  status: "OK",
  lTotal: 9007199254740993n,
  bytes: Buffer.from([1, 2]),
  aItems: [{ lId: 5n, sText: "a\r\nb" }, null],
  none: [],
  empty: "",
};

it("prints an outcome as one line of JSON that loses nothing", () => {
  expect(toJsonLine(outcome)).toBe(
    '{"status":"OK","lTotal":"9007199254740993","bytes":"AQI=","aItems":[{"lId":"5","sText":"a\\r\\nb"},null],"none":[],"empty":""}\n',
  );
});

it("prints an outcome as lines for people", () => {
  expect(toText(outcome)).toBe(`status: OK
lTotal: 9007199254740993
bytes: AQI=
aItems:
  -
    lId: 5
    sText:
      a
      b
  - null
none: (none)
empty:
`);
});
