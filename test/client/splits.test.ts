/** The result of a response does not depend on the chunks in which it arrives. */
import { expect, it } from "vitest";
import { SoapError } from "../../src/errors/index.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { clientFor } from "./canned-response.js";

const namespace = "urn:splits";

const run: Operation<object, object> = {
  generator: "test",
  name: "run",
  soapAction: "",
  input: { element: "run", namespace, type: { namespace } },
  output: {
    element: "r",
    namespace,
    type: {
      namespace,
      attributes: [{ attribute: "a", type: "string" }],
      sequence: [
        { element: "text", type: "string", minOccurs: 0, maxOccurs: "unbounded" },
        { element: "number", type: "int", minOccurs: 0 },
        { element: "bytes", type: "base64Binary", minOccurs: 0 },
        { element: "when", type: "dateTime", minOccurs: 0 },
        { any: `##other ${namespace}`, member: "$any", minOccurs: 0, maxOccurs: "unbounded" },
      ],
    },
  },
  faults: { Problem: { parts: [{ element: "problem", namespace, type: "string" }] } },
};

const NAMESPACES = `xmlns:s="${ENVELOPE_NAMESPACE.soap11}" xmlns="${namespace}"`;
const envelope = (content: string, head = "") =>
  `${head}<s:Envelope ${NAMESPACES}><s:Body>${content}</s:Body></s:Envelope>`;
const r = (content: string, head = "") => envelope(`<r>${content}</r>`, head);
const text = (content: string) => r(`<text>${content}</text>`);

const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`;
const include = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:a"/>';

const message = (title: string, body: string | Uint8Array, type = "text/xml") => ({
  title,
  bytes: typeof body === "string" ? Buffer.from(body) : body,
  type,
});

const messages = [
  message("line ends", text("a\r\nb\rc\nd\r\r\n")),
  message("line ends in a section", text("<![CDATA[a\r\nb\rc]]>\r\n<![CDATA[]]]]><![CDATA[>]]>")),
  message("line ends in an attribute", envelope('<r a="x\r\ny\tz&#13;&#10;"/>')),
  message("references", text("&lt;&#x1F600;&#65;&amp;amp;&quot;&apos;&gt;")),
  message("characters of several bytes", text("é€😀\u00a0\u2028")),
  message("comments and instructions", r("<!--a-b--><?p a?b?><text>x<!-- y -->z<?q?></text>")),
  message(
    "a declaration",
    r("<text>é</text>", '<?xml version="1.0" encoding="utf-8" standalone="no"?>\r\n'),
  ),
  message("a byte order mark", `\ufeff${text("é")}`),
  message("space before the declaration", ` \r\n${r("", '<?xml version="1.0"?>')}`),
  message("Latin-1", Buffer.from(text("é\u00ff"), "latin1"), "text/xml; charset=iso-8859-1"),
  message("UTF-16", Buffer.from(`\ufeff${text("é😀")}`, "utf16le"), "text/xml; charset=utf-16"),
  message("other elements", r('<x:y xmlns:x="urn:x" x:z="1">t<x:w/>u</x:y><x:y xmlns:x="urn:x"/>')),
  message("unknown elements and text", r("text<unknown a='1'>t</unknown><number>1</number>more")),
  message("bytes and a date", r("<bytes>\r\nAQ ID\n</bytes><when>2024-02-29T24:00:00Z</when>")),
  message(
    "a fault",
    envelope(
      "<s:Fault><faultcode>s:Server</faultcode><faultstring>é\r\n</faultstring><detail><problem>p</problem></detail></s:Fault>",
    ),
  ),
  message(
    "a package",
    `${part('Content-Type: application/xop+xml; type="text/xml"\r\nContent-ID: <r>', r(`<bytes>${include}</bytes>`))}${part("Content-ID: <a>", "x\r\n--by\r\n-")}--b--\r\n`,
    'multipart/related; type="application/xop+xml"; boundary=b; start="<r>"',
  ),
  // Not well-formed, or not valid.
  message("an invalid number", r("<number>12x</number><text>a</text>")),
  message("an element twice", r("<number>1</number><number>2</number>")),
  message("an unknown reference", text("a&nope;b")),
  message("a reference to a forbidden character", text("a&#x1;b")),
  message("a forbidden character", text("a\u0001b")),
  message("the end of a section in text", text("a]]>b")),
  message("two hyphens in a comment", r("<!-- a -- b -->")),
  message("a document type declaration", r("", '<!DOCTYPE s [<!ENTITY e "x">]>')),
  message("a tag that does not fit", r("<text>a</texts>")),
  message("an attribute twice", envelope('<r a="1" a="2"/>')),
  message("a prefix that is not declared", r("<q:text/>")),
  message("an end that is missing", text("a").slice(0, -3)),
  message("content after the end", `${text("a")}<more/>`),
  message(
    "bytes that are not UTF-8",
    Buffer.concat([Buffer.from(text("a")), Buffer.from([0xc3, 0x28])]),
  ),
  message("half of a character", Buffer.from(text("é")).subarray(0, -33)),
  message("another message", envelope("<other/>")),
  message("an empty body", envelope("")),
  message("no envelope", "<html><body>é &nbsp;</body></html>"),
];

async function resultOf(body: readonly Uint8Array[], type: string): Promise<string> {
  const deviations: string[] = [];
  const onDeviation = ({ kind, path }: { kind: string; path: string }) =>
    deviations.push(`${kind} ${path}`);
  const { client } = clientFor({ body, type }, { onDeviation });
  const result = await client.call(run, {}).catch((error: unknown) => {
    if (!(error instanceof SoapError)) throw error;
    const { code, message } = error;
    return { ...error, code, message };
  });
  return JSON.stringify({ result, deviations });
}

it.each(messages)("$title: the same for each split in two, and byte by byte", async (each) => {
  const { bytes, type } = each;
  const whole = await resultOf([bytes], type);
  for (let at = 1; at < bytes.length; at++) {
    const split = await resultOf([bytes.subarray(0, at), bytes.subarray(at)], type);
    expect(split, `split at ${at}`).toBe(whole);
  }
  expect(
    await resultOf(
      Array.from(bytes, (byte) => Uint8Array.of(byte)),
      type,
    ),
  ).toBe(whole);
});

it("reads the messages that are valid, and only these", async () => {
  const results = await Promise.all(
    messages.map(async ({ title, bytes, type }) => {
      const { result } = JSON.parse(await resultOf([bytes], type));
      return [title, result.code ?? "read"];
    }),
  );
  expect(Object.fromEntries(results)).toMatchInlineSnapshot(`
    {
      "Latin-1": "read",
      "UTF-16": "read",
      "a byte order mark": "read",
      "a declaration": "read",
      "a document type declaration": "LIMIT",
      "a fault": "FAULT",
      "a forbidden character": "MALFORMED_XML",
      "a package": "read",
      "a prefix that is not declared": "MALFORMED_XML",
      "a reference to a forbidden character": "MALFORMED_XML",
      "a tag that does not fit": "MALFORMED_XML",
      "an attribute twice": "MALFORMED_XML",
      "an element twice": "DUPLICATE_ELEMENT",
      "an empty body": "UNEXPECTED_MESSAGE",
      "an end that is missing": "MALFORMED_XML",
      "an invalid number": "INVALID_VALUE",
      "an unknown reference": "MALFORMED_XML",
      "another message": "UNEXPECTED_MESSAGE",
      "bytes and a date": "read",
      "bytes that are not UTF-8": "MALFORMED_XML",
      "characters of several bytes": "read",
      "comments and instructions": "read",
      "content after the end": "MALFORMED_XML",
      "half of a character": "MALFORMED_XML",
      "line ends": "read",
      "line ends in a section": "read",
      "line ends in an attribute": "read",
      "no envelope": "NOT_SOAP",
      "other elements": "read",
      "references": "read",
      "space before the declaration": "read",
      "the end of a section in text": "MALFORMED_XML",
      "two hyphens in a comment": "MALFORMED_XML",
      "unknown elements and text": "read",
    }
  `);
});
