import { describe, expect, it } from "vitest";
import { standalone, textsOf } from "../../src/ws-security/secured-envelope.js";
import { readSignature } from "../../src/ws-security/signature.js";
import { readElement } from "../../src/xml/index.js";

const DS = "http://www.w3.org/2000/09/xmldsig#";

const texts = (xml: string) =>
  textsOf(xml, readElement(xml), DS, "Signature").map(({ start, text }) => [start, text]);

describe("the source text of an element", () => {
  it.each([
    ["empty", "<s:Signature/>"],
    ["with content", "<s:Signature a='1'><s:SignatureValue>x</s:SignatureValue></s:Signature >"],
    ["with white space", "<s:Signature\n>\n</s:Signature\n>"],
  ])("is found: %s", (_, signature) => {
    const start = `<a xmlns:s="${DS}">`;
    expect(texts(`${start}${signature}<b/>${signature}</a>`)).toEqual([
      [start.length, signature],
      [start.length + signature.length + 4, signature],
    ]);
  });

  it.each([
    ["is in a comment", "<!--<s:Signature/>-->"],
    ["is in a comment, and does not end", "<!--<s:Signature>-->"],
    ["is in a comment 20,000 times", `<!--${"<s:Signature>".repeat(20_000)}-->`],
    [
      "is in a comment with 20,000 prefixes",
      `<!--${Array.from({ length: 20_000 }, (_, n) => `<s${n}:Signature>`).join("")}-->`,
    ],
    ["has 20,000 wrong ends", `<!--<s:Signature>${"</s:Signature".repeat(20_000)}-->`],
  ])("is not certain if the same markup %s", (_, comment) => {
    const xml = `<a xmlns:s="${DS}"><s:Signature/>${comment}</a>`;
    expect(() => texts(xml)).toThrow(/not certain at which characters/);
  });

  it("is a document with the namespaces around it", () => {
    const [element] = textsOf(
      `<a xmlns="u" xmlns:s="${DS}" xmlns:p="v"><b xmlns:p="w"><s:Signature/></b></a>`,
      readElement(`<a xmlns="u" xmlns:s="${DS}" xmlns:p="v"><b xmlns:p="w"><s:Signature/></b></a>`),
      DS,
      "Signature",
    );
    expect(element && standalone(element.text, element.element)).toBe(
      `<s:Signature xmlns="u" xmlns:s="${DS}" xmlns:p="w"/>`,
    );
  });
});

it("a signature has at most 64 references", () => {
  const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  const signature = (references: number) =>
    `<Signature xmlns="${DS}"><SignedInfo><CanonicalizationMethod Algorithm="${exclusive}"/>` +
    `<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>` +
    `<Reference URI="#a"><DigestMethod Algorithm="${sha256}"/><DigestValue>x</DigestValue></Reference>`.repeat(
      references,
    ) +
    "</SignedInfo><SignatureValue>x</SignatureValue></Signature>";
  expect(readSignature(signature(64), false).references).toHaveLength(64);
  expect(() => readSignature(signature(65), false)).toThrow(/more than 64 references/);
});
