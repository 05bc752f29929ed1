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
    ["an ampersand in a comment", "<a><!-- a & b --></a>", "<a><!-- a & b --></a>"],
    ["an ampersand in CDATA", "<a><![CDATA[a & b]]></a>", "<a><![CDATA[a & b]]></a>"],
  ])("%s", (_, given, want) => {
    expect(withoutDoctype(given)).toEqual({ text: want, problem: undefined });
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
