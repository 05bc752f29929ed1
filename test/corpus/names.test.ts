import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { keptNames } from "../../scripts/corpus/names/kept.js";
import { reachedNames } from "../../scripts/corpus/names/reached.js";
import { loadContract } from "../../scripts/corpus/raw/documents.js";

const reachedIn = (file: string) =>
  reachedNames(loadContract(fileURLToPath(new URL(`fixtures/${file}`, import.meta.url))));

describe("reachedNames", () => {
  it("follows references, extensions and derived types only", () => {
    const { members, items } = reachedIn("library.wsdl");
    const names = "author isbn item north pages part-of since south title total";
    expect([...members].sort().join(" ")).toBe(names);
    expect([...items]).toEqual([]);
  });

  it("contains the parameters of the rpc style and the items of SOAP arrays", () => {
    const { members } = reachedIn("legacy/legacy.xml");
    expect([...members].sort().join(" ")).toBe("exact points return x y");
  });
});

describe("keptNames", () => {
  const reached = { members: new Set(["a", "b-c", "d"]), items: new Set(["item"]) };

  it.each([
    ["all", '  a: string;\n  "b-c"?: number;\n  $d: 1;', 'element: "item"', []],
    [
      "a comment is not a member",
      "  a: string;\n  /** d: x */\n  $d: 1;",
      'element: "item"',
      ["b-c"],
    ],
    ["items in a text", '  a: 1; "b-c": 1; d: 1;', '"aItems?: (item*: int)"', []],
    [
      "a type is not a name",
      '  a: 1; "b-c": 1; d: 1;',
      '"aItems?: item", "x: (items*: item)"',
      ["item"],
    ],
    ["items in the schema", '  a: 1; "b-c": 1; d: 1;', 'element: "items"', ["item"]],
  ])("%s", (_, types, schema, missing) => {
    const files = new Map([
      ["types.ts", types],
      ["schema.ts", schema],
    ]);
    expect(keptNames(reached, files)).toEqual({ share: 1 - missing.length / 4, missing });
  });
});
