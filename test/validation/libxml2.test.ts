/** Responses with valid and invalid values: `validate` and libxml2 accept the same ones. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DecodeError } from "../../src/errors/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { escapeText } from "../../src/xml/index.js";
import { clientFor } from "../client/canned-response.js";
import { describeWithPeer } from "../interop/peer.js";
import { XMLLINT } from "../schema/libxml2-types.js";
import { TNS } from "../wsdl/wsdl-text.js";
import { ORDER_SCHEMA, orderOperation } from "./order-contract.js";

/** Texts of each element; each is also changed at each place. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  name: ["ab", "a", "abcdefghij", "abcdefghijk", " a ", "äö", "😀", ""],
  code: ["abcd", "abc", "abcde", " abcd ", "a  b", "a b c"],
  percent: ["0", "100", "101", "-1", "+5", "007", "1.0", "", " 5 ", "-0", "4294967296"],
  price: [
    "1",
    "12345.67",
    "1234.56",
    "1.234",
    "1.2300",
    "0001234.5",
    "-9999.99",
    "1e2",
    ".5",
    "5.",
  ],
  rate: ["0", "1", "0.5", "1E-3", "INF", "NaN", "-0", "0.9999999", "1e-400"],
  day: ["2020-01-01", "2019-12-31", "2020-01-02Z", "2020-02-30", "12020-01-01", "-2020-01-01"],
  sku: ["AB123", "AB12", "X-1", "X-", "ab123", "AB123 ", "X-12345"],
  color: ["red", "blue", "green", " red", "RED"],
  size: ["36", "036", "37", " 38 ", "+36", "36.0"],
  squeezed: ["abc", " a  b ", "a  b c", "\n\tab\n"],
  codes: ["aaaa bbbb", "aaaa", "aaaa bbbb cccc", "aaa", "", " aaaa\nbbbb "],
  either: ["5", "101", "red", "0x", " 5 ", "blue"],
  priced: ["1", "1.234", "", "12345.67"],
  tags: ["aaaa", "aaa"],
  version: ["2", "02", "3", " 2 ", "2.0"],
  language: ["en", "en-GB", "abcdefghi", "e n", "x-klingon", " en "],
  card: ["abcd", "abc"],
  iban: ["ab", "a"],
};

const FILLING = ["0", "9", "a", "Z", "-", "+", ".", " ", "e"];

/** The text, and texts with one character less, one more, or another one. */
function changed(text: string): readonly string[] {
  const characters = [...text];
  const places = characters.map((_, index) => index);
  const at = (index: number, removed: number, added: string) =>
    characters.toSpliced(index, removed, added).join("");
  return [
    text,
    ...places.map((index) => at(index, 1, "")),
    ...places.flatMap((index) =>
      FILLING.flatMap((each) => [at(index, 0, each), at(index, 1, each)]),
    ),
  ];
}

const name = "<name>ab</name>";
const contents = [
  ...Object.entries(TEXTS).flatMap(([element, texts]) =>
    [...new Set(texts.flatMap(changed))].map((text) => {
      const written = `<${element}>${escapeText(text)}</${element}>`;
      return element === "name" ? written : name + written;
    }),
  ),
  name + "<tags>aaaa</tags>".repeat(3),
  name + "<tags>aaaa</tags>".repeat(4),
  `${name}<priced unit="each">1</priced>`,
  `${name}<priced unit="kilo">1</priced>`,
  `${name}<priced unit=" each ">1</priced>`,
  `${name}<card>abcd</card><line><sku>X-1</sku><count>5</count></line>`,
  `${name}<line><sku>X-1</sku><count>500</count></line>`,
  `${name}<line><sku>X-1</sku><count>5</count></line><line><sku>X</sku><count>5</count></line>`,
];

/** Contents that one accepts and the other rejects, with the reason. */
const EXPLAINED: readonly (readonly [differs: RegExp, reason: string])[] = [
  [
    /<(?:percent|day|version)>(?: .*|.* )</,
    "libxml2 does not collapse the white space of integers and dates (part 2 §4.3.6)",
  ],
  [/<version>\+?0*2</, "libxml2 compares the text with the fixed value, not the value"],
  [/<rate>0\.9*e</, "libxml2 accepts an exponent without digits (part 2 §3.2.5.1)"],
  [/<(?:color|either)> +(?:red|blue)</, "white space around listed values is accepted"],
];

/** Which of the contents libxml2 accepts. */
function acceptedByLibxml2(): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), "rescue-soap-orders-"));
  try {
    const schema = join(folder, "orders.xsd");
    const all =
      '<xs:element name="all"><xs:complexType><xs:sequence><xs:element ref="tns:orderResponse" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>';
    writeFileSync(schema, ORDER_SCHEMA.replace("</xs:schema>", all));
    const orders = contents.map(
      // One line each: the errors have the number of the line.
      (content) => `<orderResponse>${content.replaceAll("\n", "&#10;")}</orderResponse>`,
    );
    const file = join(folder, "orders.xml");
    writeFileSync(file, `<all xmlns="${TNS}">\n${orders.join("\n")}\n</all>`);
    const { stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, file], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    if (!/orders\.xml (?:validates|fails to validate)/.test(stderr)) throw new Error(stderr);
    const rejected = new Set(
      Array.from(stderr.matchAll(/orders\.xml:(\d+): element/g), ([, line]) => Number(line)),
    );
    return contents.map((_, index) => !rejected.has(index + 2));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const order = orderOperation(true);

async function isAccepted(content: string): Promise<boolean> {
  const message = `<orderResponse xmlns="${TNS}">${content.replaceAll("\n", "&#10;")}</orderResponse>`;
  const body = `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap11}"><s:Body>${message}</s:Body></s:Envelope>`;
  const { client } = clientFor({ body }, { validate: "response" });
  return client.call(order, { name: "ab" }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DecodeError) return false;
      throw error;
    },
  );
}

describeWithPeer(XMLLINT, "responses in libxml2", () => {
  it("are accepted if `validate` accepts them, and only then", async () => {
    const theirs = acceptedByLibxml2();
    const differences: string[] = [];
    for (const [index, content] of contents.entries()) {
      const ours = await isAccepted(content);
      const isExplained = EXPLAINED.some(([differs]) => differs.test(content));
      if (ours !== theirs[index] && !isExplained)
        differences.push(`${content}: ${ours ? "only ours" : "only theirs"}`);
    }
    expect(theirs.filter(Boolean).length).toBeGreaterThan(300);
    expect(theirs.filter((each) => !each).length).toBeGreaterThan(300);
    expect(differences).toEqual([]);
  });
});
