import { describe, expect, it } from "vitest";
import { parseArrayType } from "../../../../src/wsdl/schema/readers/soap-array.js";

describe("parseArrayType", () => {
  it.each<[string, ReturnType<typeof parseArrayType>]>([
    ["xs:int[]", { item: "xs:int", ranks: [1] }],
    ["xs:int[2]", { item: "xs:int", ranks: [1] }],
    ["xs:int[,]", { item: "xs:int", ranks: [2] }],
    ["xs:int[][,]", { item: "xs:int", ranks: [1, 2] }],
    [" Item [ 2 , 3 ] ", { item: "Item", ranks: [2] }],
    ["xs:int", undefined],
    ["[]", undefined],
    ["xs:int[a]", undefined],
    ["xs:int[]x", undefined],
  ])("%s", (given, want) => {
    expect(parseArrayType(given)).toEqual(want);
  });
});
