/** Which documents are well-formed: the scanner agrees with libxml2 about changes of documents at every place. */
import { describe, expect, it } from "vitest";
import { disagreements, hasXmllint, isComparable } from "../../scripts/fuzz/libxml.js";
import { DecodeError } from "../../src/errors/index.js";
import { XmlScanner } from "../../src/xml/index.js";

function judged(text: string): { readonly text: string; readonly code: string } {
  const scanner = new XmlScanner({ startElement() {}, text() {}, endElement() {} });
  try {
    scanner.write(text);
    scanner.end();
    return { text, code: "accepted" };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { text, code: error.code };
  }
}

/** The documents about which libxml2 has another opinion. */
const disputed = (documents: readonly string[]) =>
  disagreements([...new Set(documents)].map(judged)).map(({ text, code }) => `${code}: ${text}`);

const MARKUP = [..."<>&\"'/?!-]=:;#x ", "--", "]]>", "&#0;", "&a;", "<?xml?>", "<a>", "</a>"];
const CHARACTERS = [
  "\t",
  "\n",
  "\r",
  "\u00a0",
  "\u0001",
  "\ufffe",
  "\u0300",
  "\u00b7",
  "é",
  "\u{1f600}",
];

/** The document with each of the texts at each place, and without each character. */
function changed(document: string, texts: readonly string[]): readonly string[] {
  return Array.from(document, (_, at) => [
    document.slice(0, at) + document.slice(at + 1),
    ...texts.map((text) => document.slice(0, at) + text + document.slice(at)),
  ]).flat();
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  elements: '<r xmlns="urn:d" xmlns:a="urn:a" a:x="1" y=\'2\'><a:b/>t</r >',
  "text and references": "<r>a&amp;b&#65;&#x42;<![CDATA[c]]></r>",
  "comments and instructions": "<!--c--><?p d?><r><?q?><!-- e --></r><?s?>",
};

/** An XML declaration with the parts in this order, before an element. */
const declared = (...parts: readonly string[]) => `<?xml ${parts.join(" ")}?><r/>`;
const version = 'version="1.0"';
const encoding = "encoding='utf-8'";
const standalone = 'standalone="yes"';

const BY_HAND: readonly string[] = [
  declared(version),
  declared(version, encoding),
  declared(version, standalone),
  declared(version, encoding, standalone),
  declared(version, standalone, encoding),
  declared(encoding, version),
  declared(standalone, version),
  declared(version, version),
  declared(version, encoding, encoding),
  declared(version, 'standalone="maybe"'),
  declared(version, 'standalone="YES"'),
  declared(version, 'other="1"'),
  declared(version, "other"),
  declared('VERSION="1.0"'),
  declared(version, 'encoding=""'),
  declared(version, 'encoding="8"'),
  declared("version=1.0"),
  declared("version='1.0\""),
  `<?xml ${version}${standalone}?><r/>`,
  `<?xml\t${version}\n${encoding} \r?><r/>`,
  `<?xml version = "1.0" ?><r/>`,
  `<?xml?><r/>`,
  `<?xml ${version}><r/>`,
  `<?XML ${version}?><r/>`,
  `<!-- --><?xml ${version}?><r/>`,
  `<r/><?xml ${version}?>`,
  ...["p", "p-1", "1p", "-p", "p:q", ":p", "xml", "Xml", "xmls", "xml-p", "p?", "p é", "é", ""].map(
    (target) => `<r><?${target}?></r>`,
  ),
  ...[
    'xmlns:xml="http://www.w3.org/XML/1998/namespace"',
    'xmlns:xml="urn:x"',
    'xmlns:a="http://www.w3.org/XML/1998/namespace"',
    'xmlns="http://www.w3.org/XML/1998/namespace"',
    'xmlns:xmlns="urn:x"',
    'xmlns:xmlns="http://www.w3.org/2000/xmlns/"',
    'xmlns:a="http://www.w3.org/2000/xmlns/"',
    'xmlns="http://www.w3.org/2000/xmlns/"',
    'xmlns:a=""',
    'xmlns=""',
    'xmlns:="urn:x"',
    'xmlns:1a="urn:x"',
    'xmlns:a:b="urn:x"',
    'xmlns:a="urn:x" xmlns:a="urn:y"',
    'xmlns="urn:x" xmlns="urn:x"',
    'xmlns:a="urn:x" xmlns:b="urn:x" a:c="1" b:c="2"',
    'xmlns:a="urn:x" a:c="1" c="2"',
    'xmlns:xmla="urn:x"',
    'xml:lang="en"',
    'xml:="en"',
    'a:b="1"',
    'a="<"',
    'a="&lt;"',
    'a=">"',
    'a="1"b="2"',
    "a=1",
    "a",
    'a ="1"',
    'a= "1"',
    'a="1" a="2"',
  ].map((attributes) => `<r ${attributes}/>`),
  ...["r\u00a0", "r\u2003", "r\u0085", "r\n", " r", "r x", "R", ""].map((name) => `<r></${name}>`),
  ...[
    "<r/",
    "<r / >",
    "<r/ >",
    "< r/>",
    "<r\u00a0/>",
    "<a:r/>",
    "<:r/>",
    "<r:/>",
    "<r.1/>",
    "<1r/>",
  ],
  ...["<!---->", "<!----->", "<!--->", "<!-- - -->", "<!-- -- -->", "<!-- --->", "<! -- -->"].map(
    (comment) => `<r>${comment}</r>`,
  ),
  ...["]]>", "]] >", "]]&gt;", "]]]>", "<![CDATA[]]]]>", "<![CDATA[]]>]]>", "<![cdata[]]>"].map(
    (text) => `<r>${text}</r>`,
  ),
  ..."& &; &#; &#x; &#xG; &lt &nbsp; &#9; &#8; &#xD7FF; &#xD800; &#xFFFD; &#xFFFE; &#x10FFFF; &#x110000; &#X41; &LT;"
    .split(" ")
    .map((reference) => `<r>${reference}</r>`),
  ..."<r/><r/> <r/>t t<r/> <r></r></r> <r><a></r></a> <r> <![CDATA[]]><r/>".split(" "),
  "<r/> \n",
  " <r/>",
  "",
];

describe.skipIf(!hasXmllint())("documents that libxml2 accepts, and no others", () => {
  it("are accepted if they are written by hand", () => {
    expect(disputed(BY_HAND)).toEqual([]);
  });

  it.each(Object.entries(DOCUMENTS))("are accepted if they are changed: %s", (_, document) => {
    expect(judged(document).code).toBe("accepted");
    const documents = changed(document, [...MARKUP, ...CHARACTERS]);
    expect(documents.length).toBeGreaterThan(1_000);
    expect(disputed(documents.filter((text) => isComparable(judged(text))))).toEqual([]);
  });
});
