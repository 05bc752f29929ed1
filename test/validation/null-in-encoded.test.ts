/** Null in encoded messages, which facets do not exclude (SOAP 1.1 §5.1). */
import { expect, it } from "vitest";
import type { MessageSchema } from "../../src/schema/index.js";
import { checkMessage } from "../../src/validation/structure/check-message.js";

const literal: MessageSchema = {
  element: "op",
  namespace: "urn:t",
  type: { namespace: "", sequence: ["a: int", "b?: string"] },
};
const values = { a: null, b: null };

it("is valid for any element", () => {
  expect(checkMessage({ ...literal, encoded: true }, values, { facets: true })).toEqual([]);
});

it("is a violation in a literal message", () => {
  const issues = checkMessage(literal, values, { facets: true });
  expect(issues).toMatchObject([
    { path: ["a"], violation: { facet: "nillable" } },
    { path: ["b"], violation: { facet: "nillable" } },
  ]);
});
