import { describe, expect, it } from "vitest";
import { QName } from "../../../src/contract/index.js";
import { Diagnostics } from "../../../src/wsdl/diagnostics.js";
import { parseDocument } from "../../../src/wsdl/documents/document.js";
import { findReferred, noSuch } from "../../../src/wsdl/documents/reference.js";

const table = {
  kind: "message",
  symbols: new Map([
    ["{urn:t}In", 1],
    ["{urn:o}In", 2],
  ]),
};

function find(attributes: string) {
  const diagnostics = new Diagnostics();
  const text = `<part xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:o="urn:o" targetNamespace="urn:t" ${attributes}/>`;
  const found = findReferred(parseDocument(text, "x.wsdl"), "message", table, diagnostics);
  let message: string | undefined;
  try {
    diagnostics.throwIfAny();
  } catch (error) {
    message = String(error);
  }
  return { found, message };
}

describe("findReferred", () => {
  it.each([
    ["a prefix", 'message="o:In"', 2],
    ["no prefix, in the target namespace", 'message="In"', 1],
    ["white space", 'message=" o:In "', 2],
  ])("resolves %s", (_, attributes, want) => {
    expect(find(attributes)).toEqual({ found: want, message: undefined });
  });

  it.each([
    [
      "an undeclared prefix",
      'message="x:In"',
      'x.wsdl:1:1: The prefix of "x:In" is not declared. Declare it with xmlns:x.',
    ],
    [
      "an unknown name",
      'message="o:Inn"',
      "x.wsdl:1:1: There is no message {urn:o}Inn. Did you mean {urn:o}In?",
    ],
    [
      "no attribute",
      "",
      "x.wsdl:1:1: There is no message {http://schemas.xmlsoap.org/wsdl/}. Check the name, or import the document that declares it.",
    ],
  ])("reports %s", (_, attributes, want) => {
    expect(find(attributes)).toEqual({ found: undefined, message: `WsdlError: ${want}` });
  });
});

describe("noSuch", () => {
  it.each([
    [
      "the same name in another namespace first",
      "{urn:b}Id",
      ["{urn:b}Ib", "{urn:a}Id"],
      "{urn:a}Id",
    ],
    ["a similar name", "{urn:b}Idd", ["{urn:b}Id"], "{urn:b}Id"],
  ])("suggests %s", (_, key, candidates, want) => {
    const [, namespace = "", local = ""] = /^\{(.*)\}(.*)$/.exec(key) ?? [];
    expect(noSuch("type", new QName(namespace, local), candidates)).toBe(
      `There is no type ${key}. Did you mean ${want}?`,
    );
  });
});
