import { describe, expect, it } from "vitest";
import type { Wildcard } from "../../../../src/contract/index.js";
import { parseDocument } from "../../../../src/wsdl/documents/document.js";
import { NO_SCHEMA } from "../../../../src/wsdl/schema/declarations/declared.js";
import { readWildcard } from "../../../../src/wsdl/schema/readers/wildcard.js";

describe("readWildcard", () => {
  const scope = { ...NO_SCHEMA, targetNamespace: "urn:t" };

  it.each<[string, Wildcard["namespaces"]]>([
    ["", { kind: "any" }],
    ['namespace=" ##any "', { kind: "any" }],
    ['namespace="##other"', { kind: "other", namespace: "urn:t" }],
    ['namespace="##targetNamespace"', { kind: "listed", namespaces: ["urn:t"] }],
    ['namespace="##local urn:a\n urn:a"', { kind: "listed", namespaces: ["", "urn:a"] }],
  ])("<any %s>", (attributes, namespaces) => {
    const element = parseDocument(`<any ${attributes}/>`, "x.xsd");
    expect(readWildcard(element, scope)).toEqual({ namespaces, processContents: "strict" });
  });

  it.each([
    ["strict", "strict"],
    ["lax", "lax"],
    ["skip", "skip"],
    ["other", "strict"],
  ])("processContents %s", (given, want) => {
    const element = parseDocument(`<any processContents="${given}"/>`, "x.xsd");
    expect(readWildcard(element, scope).processContents).toBe(want);
  });
});
