import { expect, it } from "vitest";
import { redactValue } from "../../src/redaction/redact-values.js";
import { SecretValues } from "../../src/redaction/secret-values.js";
import { XmlElement } from "../../src/xml/index.js";

const secrets = new SecretValues(["hidden", "123456"]);
const name = (local: string, namespace = "urn:x") => ({ namespace, local });

it.each<[string, unknown, unknown]>([
  ["a text", "a hidden", "a ***"],
  ["a number", 123456, Number.NaN],
  ["another number", 12345, 12345],
  ["a bigint", 123456n, 0n],
  ["another bigint", 12n, 12n],
  ["a boolean", true, true],
  ["null", null, null],
  ["undefined", undefined, undefined],
  [
    "members and items",
    { a: ["hidden", { b: "hidden" }], c: 1 },
    { a: ["***", { b: "***" }], c: 1 },
  ],
  ["bytes with a secret", new TextEncoder().encode("a hidden b"), new Uint8Array()],
  ["other bytes", new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ["a date", new Date(0), new Date(0)],
])("%s", (_, given, want) => {
  expect(redactValue(given, secrets)).toEqual(want);
});

it("keeps elements without secrets, and replaces those with a secret in their tags", () => {
  const scope = undefined;
  const plain = new XmlElement(name("a"), [{ name: name("b"), value: "c" }], ["d"], scope);
  const inText = new XmlElement(
    name("a"),
    [],
    ["hidden", new XmlElement(name("b"), [], ["hidden"])],
  );
  const value = {
    plain,
    inText,
    local: new XmlElement(name("hidden")),
    namespace: new XmlElement(name("a", "urn:hidden")),
    attribute: new XmlElement(name("a"), [{ name: name("b"), value: "hidden" }]),
    attributeName: new XmlElement(name("a"), [{ name: name("hidden"), value: "v" }]),
    child: new XmlElement(name("a"), [], [new XmlElement(name("hidden"))]),
  };
  expect(redactValue(value, secrets)).toBe(value);
  expect(value.plain).toBe(plain);
  expect(value.inText).toBe(inText);
  expect(value).toEqual({
    plain,
    inText: new XmlElement(name("a"), [], ["***", new XmlElement(name("b"), [], ["***"])]),
    local: new XmlElement(name("***")),
    namespace: new XmlElement(name("a", "urn:***")),
    attribute: new XmlElement(name("a"), [{ name: name("b"), value: "***" }]),
    attributeName: new XmlElement(name("a"), [{ name: name("***"), value: "v" }]),
    child: new XmlElement(name("a"), [], [new XmlElement(name("***"))]),
  });
});

it("ends at values that contain each other, and changes shared values once", () => {
  const shared = ["hidden"];
  const value: Record<string, unknown> = { first: shared, second: shared };
  value.self = value;
  redactValue(value, secrets);
  expect(value.first).toBe(value.second);
  expect(shared).toEqual(["***"]);
});
