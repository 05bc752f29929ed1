import { describe, expect, it } from "vitest";
import { contractJson, readContractJson, readGeneratedNames } from "../../../src/contract/index.js";
import { parseContract } from "../../../src/wsdl/index.js";
import { ordersWsdl } from "../../wsdl/fixtures.js";

const json = contractJson(parseContract(ordersWsdl(), "orders.wsdl"));

describe("readContractJson", () => {
  it("reads what was written", () => {
    expect(readContractJson(JSON.stringify(json))).toEqual({ contract: json });
  });

  it.each([
    ["nothing", "", "other"],
    ["text that is not JSON", "<<<<<<<", "other"],
    ["other JSON", '{"name":"package"}', "other"],
    ["null", "null", "other"],
    ["an incomplete contract", '{"format":3}', "other"],
    ["a list", '{"format":3,"services":[],"elements":[],"types":{}}', "other"],
    ["an earlier format", '{"format":2,"services":{},"elements":{},"types":{}}', "version"],
    ["a later format", '{"format":4}', "version"],
  ])("rejects %s", (_, text, problem) => {
    expect(readContractJson(text)).toEqual({ problem });
  });
});

describe("readGeneratedNames", () => {
  const types = { "{urn:a}A": {}, "{urn:a}B": {} };

  it.each([
    ["this format", { ...json, types, names: { "{urn:a}B": "B_" } }],
    ["an earlier format", { format: 2, services: {}, types, names: { "{urn:a}B": "B_", x: 1 } }],
  ])("reads %s", (_, value) => {
    expect(readGeneratedNames(JSON.stringify(value))).toEqual({
      types: ["{urn:a}A", "{urn:a}B"],
      names: { "{urn:a}B": "B_" },
    });
  });

  it.each(["", "{}", '{"format":3}'])("reads no names of %j", (text) => {
    expect(readGeneratedNames(text)).toBeUndefined();
  });
});
