import fc from "fast-check";
import { XMLBuilder } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { DecodeError } from "../../src/errors/errors.js";
import { XmlScanner } from "../../src/xml/scanner.js";

/** The document's events in one line: `{ns}name attr=value (` text `)`. */
function events(chunks: readonly string[]): string {
  let line = "";
  let text = "";
  const flush = () => {
    if (text !== "") line += JSON.stringify(text);
    text = "";
  };
  const scanner = new XmlScanner({
    startElement({ name, attributes }) {
      flush();
      const all = attributes.map(
        (each) => ` {${each.name.namespace}}${each.name.local}=${each.value}`,
      );
      line += `{${name.namespace}}${name.local}${all.join("")}(`;
    },
    text(piece) {
      text += piece;
    },
    endElement() {
      flush();
      line += ")";
    },
  });
  for (const chunk of chunks) scanner.write(chunk);
  scanner.end();
  return line;
}

const wellFormed: readonly [name: string, xml: string, expected: string][] = [
  ["an empty element", "<a/>", "{}a()"],
  [
    "a declaration, comments and instructions",
    '<?xml version="1.0"?><!--c--><?p x?><a/><!-- -->',
    "{}a()",
  ],
  ["white space around the root", "\n<a> </a>\n", '{}a(" ")'],
  ["a default namespace", '<a xmlns="u"><b/></a>', "{u}a({u}b())"],
  ["a default namespace that is taken back", '<a xmlns="u"><b xmlns=""/></a>', "{u}a({}b())"],
  [
    "a prefix that is declared on the element that uses it",
    '<p:a xmlns:p="u" p:x="1" x="2"/>',
    "{u}a {u}x=1 {}x=2()",
  ],
  [
    "a prefix that is declared anew",
    '<p:a xmlns:p="u"><p:b xmlns:p="v"/><p:c/></p:a>',
    "{u}a({v}b(){u}c())",
  ],
  ["the xml prefix", '<a xml:lang="en"/>', "{}a {http://www.w3.org/XML/1998/namespace}lang=en()"],
  ["the five entities", "<a>&lt;&gt;&amp;&quot;&apos;</a>", `{}a(${JSON.stringify("<>&\"'")})`],
  ["character references", "<a>&#65;&#x1F600;&#xD;</a>", `{}a(${JSON.stringify("A😀\r")})`],
  ["line ends", "<a>1\r\n2\r3\n</a>", '{}a("1\\n2\\n3\\n")'],
  [
    "CDATA with markup in it",
    "<a>x<![CDATA[<b>&amp;]]]]><![CDATA[>]]>y</a>",
    '{}a("x<b>&amp;]]>y")',
  ],
  ["a > in an attribute", "<a x='>' y=\"'\"/>", "{}a {}x=> {}y='()"],
  ["white space in an attribute", '<a x="1\t2\r\n3"/>', "{}a {}x=1 2 3()"],
  ["white space in tags", "<a\n x = '1' ></a >", "{}a {}x=1()"],
  ["names of other scripts", "<имя 属性='x'/>", "{}имя {}属性=x()"],
];

const malformed: readonly [name: string, xml: string, fault: RegExp][] = [
  ["nothing", "", /has no element/],
  ["white space only", " ", /has no element/],
  ["no end", "<a><b></b>", /ends inside <a>/],
  ["a cut tag", "<a", /ends inside a tag/],
  ["a cut comment", "<a/><!-- x", /ends inside markup/],
  ["crossed tags", "<a><b></a></b>", /<\/a> ends <b>/],
  ["a second root", "<a/><b/>", /content after its root/],
  ["text before the root", "x<a/>", /text outside/],
  ["text after the root", "<a/>x", /text outside/],
  ["an end without a start", "</a>", /has no start tag/],
  ["an undeclared prefix", "<p:a/>", /prefix "p" is not declared/],
  ["an undeclared prefix of an attribute", "<a p:x='1'/>", /prefix "p" is not declared/],
  ["a prefix out of scope", '<a><b xmlns:p="u"/><p:c/></a>', /prefix "p" is not declared/],
  ["no name", "<1/>", /is not a name/],
  ["two colons", "<a:b:c/>", /is not a name/],
  ["an attribute twice", "<a x='1' x='2'/>", /twice/],
  ["an attribute twice by its namespace", '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', /twice/],
  ["an attribute without quotes", "<a x=1/>", /not well-formed/],
  ["attributes without space", "<a x='1'y='2'/>", /not well-formed/],
  ["a < in an attribute", "<a x='<'/>", /not well-formed/],
  ["an unknown entity", "<a>&nbsp;</a>", /&nbsp;/],
  ["a bare ampersand", "<a>x & y</a>", /is not defined/],
  ["a reference to a character that XML lacks", "<a>&#1;</a>", /is not defined/],
  ["a reference beyond Unicode", "<a>&#x110000;</a>", /is not defined/],
  ["a control character", "<a>\u0001</a>", /does not allow/],
  ["a control character in an attribute", "<a x='\u0001'/>", /does not allow/],
  ["]]> in text", "<a>]]></a>", /"\]\]>"/],
  ["-- in a comment", "<a><!-- -- --></a>", /"--"/],
  ["a late declaration", ' <?xml version="1.0"?><a/>', /at the very start/],
  ["XML 1.1", '<?xml version="1.1"?><a/>', /XML 1.1/],
  ["a prefix bound to nothing", '<a xmlns:p=""/>', /with an empty namespace/],
  ["the xmlns prefix declared", '<a xmlns:xmlns="u"/>', /cannot be bound to this namespace/],
];

describe("XmlScanner", () => {
  it.each(wellFormed)("reads %s", (_, xml, expected) => {
    expect(events([xml])).toBe(expected);
  });

  it.each(wellFormed)("reads %s, character by character", (_, xml, expected) => {
    expect(events([...xml])).toBe(expected);
  });

  it.each(malformed)("rejects %s", (_, xml, fault) => {
    expect(() => events([xml])).toThrow(fault);
    expect(() => events(xml.split(""))).toThrow(DecodeError);
  });

  it.each([
    ["a document type", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /document type declaration/],
    ["an endless tag", `<a ${"x".repeat(70_000)}`, /longer than 65536/],
    ["endless nesting", "<a>".repeat(300), /deeper than 200/],
  ])("has a limit for %s", (_, xml, fault) => {
    expect(() => events([xml])).toThrow(expect.objectContaining({ code: "LIMIT" }));
    expect(() => events([xml])).toThrow(fault);
  });

  it("reads what an independent writer wrote, however it is cut", () => {
    const builder = new XMLBuilder({ ignoreAttributes: false });
    const text = fc.string({ unit: "grapheme" }).filter((value) => value.trim() !== "");
    fc.assert(
      fc.property(text, text, fc.array(fc.nat(200)), (content, attribute, cuts) => {
        const xml = builder.build({ root: { item: content, "@_x": attribute } });
        const expected = `{}root {}x=${attribute}({}item(${JSON.stringify(content)}))`;
        const places = [...new Set(cuts.map((cut) => cut % xml.length))].sort((a, b) => a - b);
        const chunks = [0, ...places].map((from, index) => xml.slice(from, places[index]));
        expect(events(chunks)).toBe(expected);
      }),
    );
  });
});
