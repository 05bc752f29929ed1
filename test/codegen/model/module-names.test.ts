import { describe, expect, it } from "vitest";
import { moduleKey, moduleName, nameModules } from "../../../src/codegen/model/module-names.js";

describe("the file name of a namespace", () => {
  it.each([
    ["http://schemas.microsoft.com/exchange/services/2006/types", "types"],
    ["http://example.com/2020/types/", "types"],
    ["http://fedex.com/ws/ship/v26", "ship"],
    ["http://ec2.amazonaws.com/doc/2013-10-01/", "doc"],
    ["http://tempuri.org/Service.asmx", "Service"],
    ["http://www.omniture.com/", "omniture"],
    ["https://localhost:8080/", "localhost"],
    ["urn:ebay:apis:eBLBaseComponents", "eBLBaseComponents"],
    ["urn:orders", "orders"],
    ["urn:größe/1", "gr-e"],
    ["http://example.com/a b/../x.y", "x-y"],
    ["1.0", "namespace"],
    ["", "namespace"],
  ])("%s: %s", (namespace, want) => {
    expect(moduleName(namespace)).toBe(want);
  });
});

describe("names of several namespaces", () => {
  const main = "http://x.com/main/types";

  it.each<[string, readonly string[], readonly string[]]>([
    ["are the last steps", [main, "urn:other"], ["types", "other"]],
    ["have another step if they share one", [main, "http://a.com/b/types"], ["types", "b-types"]],
    ["differ in more than letter case", [main, "urn:a:Types"], ["types", "a-Types"]],
    [
      "differ even if the namespaces hardly do",
      [main, "http://x.com/main/types/", "http://x.com/main/types/v2"],
      ["types", "main-types", "x-main-types"],
    ],
    ["differ if there are no more steps", ["urn:a", "URN:A", "urn:a:1"], ["a", "A_", "a__"]],
    ["are no devices of Windows", ["urn:con", "urn:b:nul"], ["con_", "b-nul"]],
  ])("%s", (_, namespaces, want) => {
    const [first = ""] = namespaces;
    const names = nameModules(namespaces, first, new Map());
    expect(namespaces.map((namespace) => names.get(namespace))).toEqual(want);
  });

  it("do not depend on the order", () => {
    const namespaces = ["urn:a:t", "urn:b:t", main];
    const one = nameModules(namespaces, main, new Map());
    const other = nameModules(namespaces.toReversed(), main, new Map());
    expect([...other].sort()).toEqual([...one].sort());
  });

  it("are those of an earlier run", () => {
    const kept = new Map([[moduleKey("urn:b:t"), "t"]]);
    const names = nameModules(["urn:a:t", "urn:b:t"], main, kept);
    expect(Object.fromEntries(names)).toEqual({ "urn:b:t": "t", "urn:a:t": "a-t" });
  });
});
