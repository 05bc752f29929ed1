import { describe, expect, it } from "vitest";
import { withoutDoctype } from "../../../src/wsdl/documents/doctype.js";

describe("withoutDoctype", () => {
  it.each([
    ["no declaration", "<a>&lt;&#65;&#x41;</a>", "<a>&lt;&#65;&#x41;</a>"],
    ["an external declaration", '<!DOCTYPE a SYSTEM "a.dtd"><a/>', `${" ".repeat(27)}<a/>`],
    ["line breaks", "<!DOCTYPE a [\n]><a/>", `${" ".repeat(13)}\n  <a/>`],
    [
      "an entity in double quotes",
      '<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>',
      `${" ".repeat(30)}<a>1</a>`,
    ],
    [
      "an entity in single quotes",
      "<!DOCTYPE a [<!ENTITY x '1'>]><a>&x;</a>",
      `${" ".repeat(30)}<a>1</a>`,
    ],
    [
      "an entity in a comment, which is not declared",
      '<!DOCTYPE a [<!-- <!ENTITY x "2"> \' --><!ENTITY x "1"><!ENTITY x "3">]><a>&x;<!--&x;--></a>',
      `${" ".repeat(71)}<a>1<!--&x;--></a>`,
    ],
    [
      "brackets and quotes in the declaration",
      '<!DOCTYPE a [<!ELEMENT a (b)><?x ]> ?><!ATTLIST a b CDATA "]>">]><a/>',
      `${" ".repeat(65)}<a/>`,
    ],
    ["an ampersand in a comment", "<a><!-- a & b --></a>", "<a><!-- a & b --></a>"],
    ["an ampersand in CDATA", "<a><![CDATA[a & b]]></a>", "<a><![CDATA[a & b]]></a>"],
  ])("%s", (_, given, want) => {
    expect(withoutDoctype(given)).toEqual({ text: want, problem: undefined });
  });

  it.each([
    ["comments", "<!--x-->", "'"],
    ["quotes", "''", "["],
    ["entities", "<!ENTITY x ", '"'],
    ["entities with spaces", `<!ENTITY ${" ".repeat(100)}x`, ""],
    ["declarations", "<!DOCTYPE a [", ""],
    ["brackets", "[<!", ""],
  ])(
    "reads many %s in a declaration without an end in one pass, not in minutes",
    (_, part, end) => {
      const { problem } = withoutDoctype(`<!DOCTYPE a [${part.repeat(20_000)}${end}`);
      expect(problem?.message).toContain("it does not end");
    },
  );

  it("rejects a declaration behind the root element", () => {
    expect(withoutDoctype('<a/><!DOCTYPE a [<!ENTITY x "1">]>').problem).toMatchObject({
      offset: 4,
    });
  });

  it("reports the length of each text that it inserts", () => {
    const lengths: number[] = [];
    withoutDoctype('<!DOCTYPE a [<!ENTITY x "12">]><a>&x;<!--&x;-->&x;</a>', (each) =>
      lengths.push(each),
    );
    expect(lengths).toEqual([2, 2]);
  });

  it.each([
    ["an undeclared entity", "<a>&x;</a>", "&x;", 3],
    ["an ampersand", "<a>b & c</a>", "&", 5],
    [
      "an entity that consists of others",
      '<!DOCTYPE a [<!ENTITY x "1"><!ENTITY y "&x;&x;">]><a>&y;</a>',
      "&y;",
      53,
    ],
    [
      "an entity of more than 1,000 characters",
      `<!DOCTYPE a [<!ENTITY x "${"1".repeat(1_001)}">]><a>&x;</a>`,
      "&x;",
      1_033,
    ],
    ["an external entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "x">]><a>&x;</a>', "&x;", 40],
    ["a parameter entity", "<!DOCTYPE a [<!ENTITY % x '1'>%x;]><a>&x;</a>", "&x;", 38],
  ])("%s is a problem", (_, given, entity, offset) => {
    expect(withoutDoctype(given).problem).toEqual({
      message: `The entity ${entity} is not declared. Replace it with its text, or write "&" as "&amp;".`,
      offset,
    });
  });
});
