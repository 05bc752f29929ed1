/** References to surrogates, and characters that XML does not allow, however the document is cut into chunks. */
import { describe, expect, it } from "vitest";
import type { Irregularity } from "../../src/xml/scan/tolerance.js";
import { XmlScanner } from "../../src/xml/scanner.js";

const PAIRS: readonly Irregularity[] = ["surrogate-references"];
const ALL: readonly Irregularity[] = ["surrogate-references", "forbidden-character"];

/** The texts and attributes of a document, with what was accepted, or the error. */
function read(chunks: readonly string[], accepted: readonly Irregularity[]): string {
  let found = "";
  const kinds = new Set<string>();
  const scanner = new XmlScanner(
    {
      startElement: ({ attributes }) => {
        for (const { name, value } of attributes) found += `@${name.local}=${value} `;
      },
      text: (text) => {
        found += text;
      },
      endElement() {},
    },
    undefined,
    {
      tolerates(kind, path) {
        if (accepted.includes(kind)) kinds.add(`${kind} ${path.join("/")}`);
        return accepted.includes(kind);
      },
    },
  );
  try {
    for (const chunk of chunks) scanner.write(chunk);
    scanner.end();
  } catch (error) {
    return `${found} ${String(error)}`;
  }
  return [found, ...[...kinds].sort()].join("|");
}

/** The ways to cut a document into two chunks, and into single characters. */
function cuts(xml: string): string[][] {
  const two = Array.from({ length: xml.length }, (_, at) => [xml.slice(0, at), xml.slice(at)]);
  return [[xml], xml.split(""), ...two];
}

const undefinedAt = (reference: string, at: number) =>
  `DecodeError: The message is not well-formed XML: the reference at "${reference}" is not defined (at character ${at}).`;

const FORBIDDEN =
  "DecodeError: The message is not well-formed XML: it has a character that XML does not allow";

describe.each<[string, string, readonly Irregularity[], string]>([
  ["a pair", "<a>&#xD83D;&#xDE00;</a>", PAIRS, "😀|surrogate-references a"],
  ["a pair in decimal", "<a>x&#55357;&#xde00;y</a>", PAIRS, "x😀y|surrogate-references a"],
  ["a pair without tolerance", "<a>x&#xD83D;&#xDE00;</a>", [], `x ${undefinedAt("&#xD83D;", 4)}`],
  [
    "several pairs",
    "<r><a>&#xD83D;&#xDE00;&#xD83D;&#xDE01;&amp;</a><b/></r>",
    PAIRS,
    "😀😁&|surrogate-references r/a",
  ],
  ["a pair in an attribute", '<a b="&#xD83D;&#xDE00;"/>', PAIRS, "@b=😀 |surrogate-references "],
  ["a lone high one", "<a>x&#xD83D;</a>", PAIRS, `x ${undefinedAt("&#xD83D;", 4)}`],
  ["a lone low one", "<a>x&#xDE00;y</a>", PAIRS, `x ${undefinedAt("&#xDE00;", 4)}`],
  ["a high one twice", "<a>&#xD83D;&#xD83D;&#xDE00;</a>", PAIRS, ` ${undefinedAt("&#xD83D;", 3)}`],
  ["a pair in wrong order", "<a>&#xDE00;&#xD83D;</a>", PAIRS, ` ${undefinedAt("&#xDE00;", 3)}`],
  [
    "a pair with a tag between",
    "<a>&#xD83D;<b/>&#xDE00;</a>",
    PAIRS,
    ` ${undefinedAt("&#xD83D;", 3)}`,
  ],
  ["a pair with text between", "<a>&#xD83D; &#xDE00;</a>", PAIRS, ` ${undefinedAt("&#xD83D;", 3)}`],
  ["a pair and an error", "<a>&#xD83D;&#xDE00;&b;</a>", PAIRS, `😀 ${undefinedAt("&b;", 19)}`],
  ["a forbidden one by default", "<a>x&#x1;</a>", PAIRS, `x ${undefinedAt("&#x1;", 4)}`],
  [
    "forbidden ones",
    "<a>&#x1;b&#0;&#xFFFE;&#x110000;</a>",
    ALL,
    "\ufffdb\ufffd\ufffd\ufffd|forbidden-character a",
  ],
  [
    "lone ones, replaced",
    "<a>&#xD83D;&#x1;&#xDE00;</a>",
    ALL,
    "\ufffd\ufffd\ufffd|forbidden-character a",
  ],
  [
    "a forbidden one in an attribute",
    '<r><a b="&#x1;\u0002"/></r>',
    ALL,
    "@b=\ufffd\ufffd |forbidden-character r",
  ],
  [
    "characters, replaced",
    "<a>\u0001\r\n<![CDATA[\u0002]]></a>",
    ALL,
    "\ufffd\n\ufffd|forbidden-character a",
  ],
  ["a character by default", "<a>x\u0001</a>", PAIRS, `x ${FORBIDDEN} (at character 4).`],
  [
    "one in CDATA by default",
    "<a><![CDATA[x\u0001]]></a>",
    PAIRS,
    `x ${FORBIDDEN} (at character 13).`,
  ],
  ["one in a comment", "<a><!--\u0001-->b</a>", ALL, "b|forbidden-character a"],
  [
    "]]> beside a forbidden one",
    "<a>&#x1;]]></a>",
    ALL,
    '\ufffd DecodeError: The message is not well-formed XML: text contains "]]>" (at character 8).',
  ],
  ["an entity is not a character", "<a>&nbsp;</a>", ALL, ` ${undefinedAt("&nbsp;", 3)}`],
])("%s", (_what, xml, accepted, expected) => {
  it("is read the same in all cuts", () => {
    for (const chunks of cuts(xml)) {
      expect([chunks, read(chunks, accepted)]).toEqual([chunks, expected]);
    }
  });
});
