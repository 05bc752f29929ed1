import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { WsdlError } from "../../src/wsdl/errors.js";
import { parseContract } from "../../src/wsdl/read.js";

const SOURCE = "https://me:planted@example.com/a.wsdl?token=planted&v=1";

it("has no credentials of URLs in its message and diagnostics", () => {
  const importedAt = { file: SOURCE, line: 1, column: 2, importedAt: undefined };
  const location = { file: SOURCE, line: 3, column: 4, importedAt };
  const error = WsdlError.of("INVALID", [{ message: `${SOURCE} is not a schema.`, location }]);
  expect(error.message).toBe(
    "https://example.com/a.wsdl?v=1:3:4: https://example.com/a.wsdl?v=1 is not a schema.\n" +
      "  imported at https://example.com/a.wsdl?v=1:1:2",
  );
  expect(inspect(error, { depth: 9 })).not.toContain("planted");
});

it("is thrown for a text without the credentials of its URL", () => {
  for (const text of [
    "<html/>",
    "<a",
    '<!DOCTYPE a><definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>',
  ]) {
    expect(() => parseContract(text, SOURCE)).toThrow(WsdlError);
    expect(() => parseContract(text, SOURCE)).not.toThrow(/planted/);
  }
});

it("is not thrown for a contract, whose source has no credentials", () => {
  expect(parseContract(readFileSync("wsdl/API.wsdl", "utf8"), SOURCE).source).toBe(
    "https://example.com/a.wsdl?v=1",
  );
});
