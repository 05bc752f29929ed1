import { describe, expect, it } from "vitest";
import { QName } from "../../src/contract/qname.js";

describe("QName", () => {
  it.each([
    ["urn:a", "b", "{urn:a}b", "{urn:a}b"],
    ["", "b", "{}b", "b"],
  ])("of %j and %j", (namespace, local, key, text) => {
    const name = new QName(namespace, local);
    expect(name.key).toBe(key);
    expect(String(name)).toBe(text);
  });
});
