import { expect, it } from "vitest";
import { EncodedRequest } from "../../src/protocol/index.js";
import type { Operation } from "../../src/schema/index.js";

const operation: Operation = {
  generator: "test",
  name: "a",
  soapAction: "",
  input: { element: "a", namespace: "" },
};
const request = { value: 1 };

it.each([
  ["the request", { operation, request }, "<a/>"],
  ["an equal request", { operation, request: { ...request } }, undefined],
  ["the request for another operation", { operation: { ...operation }, request }, undefined],
])("returns the kept text for the same objects only: %s", (_, source, want) => {
  const encoded = new EncodedRequest();
  encoded.keep({ operation, request }, "<a/>");
  expect(encoded.get(source)).toBe(want);
});

it("has no text after it has forgotten it", () => {
  const encoded = new EncodedRequest();
  encoded.keep({ operation, request }, "<a/>");
  encoded.forget();
  expect(encoded.get({ operation, request })).toBeUndefined();
});

it("has no text before one is kept", () => {
  expect(new EncodedRequest().get({ operation, request })).toBeUndefined();
});
