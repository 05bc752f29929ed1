/** Messages as Standard Schema v1, by the rules of https://standardschema.dev and with vitest as a consumer. */
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  operations,
  type RequestPINCodeRequest,
  type RequestPINCodeResponse,
} from "../../src/generated/index.js";
import { standardSchema } from "../../src/soap/index.js";
import { orderOperation } from "./order-contract.js";

const plain = standardSchema(orderOperation(false).input);
const order = standardSchema(orderOperation(true).input);

const issues = (schema: typeof order, value: unknown) => {
  const result = schema["~standard"].validate(value);
  return result.issues?.map(({ path, message }) => [path, message]);
};

describe("standardSchema", () => {
  it("has the properties of the specification", () => {
    expect(order["~standard"]).toMatchObject({ version: 1, vendor: "rescue-soap" });
    const value = { name: "ab" };
    expect(order["~standard"].validate(value)).toEqual({ value });
  });

  it("infers the types of requests and responses", () => {
    const request = standardSchema(operations.requestPINCode.input);
    expectTypeOf<
      StandardSchemaV1.InferInput<typeof request>
    >().toEqualTypeOf<RequestPINCodeRequest>();
    const response = standardSchema(operations.requestPINCode.output);
    expectTypeOf<
      StandardSchemaV1.InferOutput<typeof response>
    >().toEqualTypeOf<RequestPINCodeResponse>();
    const accepted: StandardSchemaV1 = request;
    expect(accepted).toBe(request);
  });

  it("is accepted by vitest", () => {
    expect({ name: "ab" }).toEqual(expect.schemaMatching(order));
    expect({ name: "a" }).not.toEqual(expect.schemaMatching(order));
  });

  it("reports all issues of a value with their paths", () => {
    const value = {
      name: "x",
      tags: ["aaaa", "bbb"],
      line: [{ sku: "AB123" }, { sku: "?", count: 101 }],
      other: 1,
    };
    expect(issues(order, value)).toEqual([
      [["other"], expect.stringContaining("is unknown; its type has only name, code,")],
      [["name"], "must have a length of at least 2; it has 1 character"],
      [["tags", 1], "must have the length 4; it has 3 characters"],
      [["line", 0, "count"], "is required"],
      [["line", 1, "sku"], "must match the pattern [A-Z]{2}\\d{3}|X-\\d+"],
      [["line", 1, "count"], "must be at most 100"],
    ]);
  });

  it.each([
    ["another type", { name: 7 }, [["name"], "must be a string"]],
    [
      "a value that is not listed",
      { name: "", color: "green" },
      [["color"], "must be one of red, blue"],
    ],
    ["null", { name: null }, [["name"], "must not be null"]],
    ["a missing member", {}, [["name"], "is required"]],
    [
      "two arms of a choice",
      { name: "", card: "a", iban: "b" },
      [[], expect.stringContaining("exclude each other")],
    ],
    ["a single value for an array", { name: "", tags: "a" }, [["tags"], "must be an array"]],
    ["no object", "text", [[], "must be an object"]],
  ])("checks the structure without facets: %s", (_, value, issue) => {
    expect(issues(plain, value)).toEqual([issue]);
    expect(issues(plain, { name: "" })).toBeUndefined();
  });

  it("accepts a nil element with attributes, and ends for a value that contains itself", () => {
    expect(issues(order, { name: "ab", priced: { $nil: true, unit: "each" } })).toBeUndefined();
    const circular: Record<string, unknown> = { name: "ab" };
    circular.line = [circular];
    expect(issues(order, circular)).not.toHaveLength(0);
  });
});
