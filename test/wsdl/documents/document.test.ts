import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/wsdl/documents/document.js";

const DEFINITIONS = `<w:definitions xmlns:w="urn:w" name="Orders">
  <w:types>
    <w:message name="a"/>
  </w:types>
</w:definitions>`;
const TRUNCATED = "The document is truncated; get it again.";

/** The text up to and including its first occurrence of `end`. */
function upTo(end: string): string {
  return DEFINITIONS.slice(0, DEFINITIONS.indexOf(end) + end.length);
}

describe("parseDocument", () => {
  it.each<[string, string, string]>([
    [
      "inside a tag",
      upTo("<w:message na"),
      `3:5: The document ends inside <w:message. ${TRUNCATED}`,
    ],
    ["inside a value", upTo('name="a'), `3:5: The document ends inside <w:message. ${TRUNCATED}`],
    ["inside a closing tag", upTo("</w:ty"), `4:3: The document ends inside </w:ty. ${TRUNCATED}`],
    ["after <", "<", `1:1: The document ends inside <. ${TRUNCATED}`],
    [
      "in an inner element",
      upTo('<w:message name="a"/>'),
      `3:26: The document ends before </w:types>. ${TRUNCATED}`,
    ],
    [
      "in the root",
      upTo("</w:types>"),
      `4:13: The document ends before </w:definitions>. ${TRUNCATED}`,
    ],
    [
      "in a comment",
      `${upTo("<w:types>")}<!-- > c`,
      `2:20: The document ends before </w:types>. ${TRUNCATED}`,
    ],
    [
      "before the root",
      '<?xml version="1.0"?>',
      "1:1: The document has no root element. Check that it is the WSDL.",
    ],
  ])("reports a document that ends %s", (_, given, want) => {
    expect(() => parseDocument(given, "x.wsdl")).toThrow(
      expect.objectContaining({ code: "MALFORMED_XML", message: `x.wsdl:${want}` }),
    );
  });

  it("reports every truncated document with a location", () => {
    for (let length = 1; length < DEFINITIONS.length; length++) {
      const text = DEFINITIONS.slice(0, length);
      expect(() => parseDocument(text, "x.wsdl"), text).toThrow(
        expect.objectContaining({
          code: "MALFORMED_XML",
          message: expect.stringMatching(/^x\.wsdl:\d+:\d+: The document ends (inside|before) </),
        }),
      );
    }
  });

  it("reports elements that are nested too deeply", () => {
    const text = `${"<a>".repeat(2_000)}${"</a>".repeat(2_000)}`;
    expect(() => parseDocument(text, "x.wsdl")).toThrow(
      expect.objectContaining({
        code: "LIMIT",
        message:
          "x.wsdl:1:3001: The elements are nested deeper than 1000 levels, the largest depth that can be read.",
      }),
    );
  });
});
