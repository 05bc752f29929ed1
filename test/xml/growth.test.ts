/** The work and the memory for a document grow with its length, and its limits do not depend on chunks. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecodeError } from "../../src/errors/index.js";
import { readElement } from "../../src/xml/read-element.js";
import { XmlScanner } from "../../src/xml/scanner.js";
import { xmlElementText } from "../../src/xml/write-element.js";

/** The result of a document in chunks: its events with joined texts, then the error. */
function result(chunks: Iterable<string>): string {
  let line = "";
  const scanner = new XmlScanner({
    startElement({ name, attributes }) {
      const all = attributes.map(
        (each) => `${each.name.namespace}|${each.name.local}=${each.value}`,
      );
      line += `\0{${name.namespace}}${name.local} ${all.join(" ")}(`;
    },
    text(piece) {
      line += `\x01${piece}`;
    },
    endElement() {
      line += "\0)";
    },
  });
  let end = "";
  try {
    for (const chunk of chunks) scanner.write(chunk);
    scanner.end();
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    end = `${error.code}: ${error.message}`;
  }
  return line.replaceAll("\x01", "") + end;
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join("");

/** Documents at the limits. */
const limits: readonly [name: string, xml: string, accepted: boolean][] = [
  ["1,000 declarations", `<a${times(1_000, (n) => ` xmlns:p${n}="u"`)}/>`, true],
  ["1,001 declarations", `<a${times(1_001, (n) => ` xmlns:p${n}="u"`)}/>`, false],
  [
    "1,001 declarations in 11 elements",
    times(11, (n) => `<a${times(n === 0 ? 1 : 100, (m) => ` xmlns:p${n}-${m}="u"`)}>`),
    false,
  ],
  ["1,000 attributes", `<a${times(1_000, (n) => ` a${n}="v"`)}/>`, true],
  ["1,001 attributes", `<a${times(1_001, (n) => ` a${n}="v"`)}/>`, false],
  ["a tag of 65,536 characters", `<a b="${"x".repeat(65_529)}"/>`, true],
  ["a tag of 65,537 characters", `<a b="${"x".repeat(65_530)}"/>`, false],
  ["an end tag of 65,536 characters", `<a></a${" ".repeat(65_534)}>`, true],
  ["an end tag of 65,537 characters", `<a></a${" ".repeat(65_535)}>`, false],
  ["a namespace of 2,048 characters", `<a xmlns="${"u".repeat(2_048)}"/>`, true],
  ["a namespace of 2,049 characters", `<a xmlns="${"u".repeat(2_049)}"/>`, false],
  ["an XML declaration of 1,024 characters", `<?xml version="1.0"${" ".repeat(1_003)}?><a/>`, true],
  [
    "an XML declaration of 1,025 characters",
    `<?xml version="1.0"${" ".repeat(1_004)}?><a/>`,
    false,
  ],
  ["200 levels", `${"<a>".repeat(200)}${"</a>".repeat(200)}`, true],
  ["201 levels", `${"<a>".repeat(201)}${"</a>".repeat(201)}`, false],
];

describe("a limit", () => {
  it.each(limits)("is the same however the document is cut: %s", (_, xml, accepted) => {
    const whole = result([xml]);
    expect(whole.includes("LIMIT: ")).toBe(!accepted);
    expect(whole.includes("MALFORMED_XML")).toBe(false);
    for (const length of [1, 7, 1_000, 65_537]) {
      const chunks = xml.match(new RegExp(`[^]{1,${length}}`, "g")) ?? [];
      expect(result(chunks)).toBe(whole);
    }
  });
});

it("an end tag with white space before other characters is read in linear time", () => {
  const start = process.cpuUsage();
  expect(result([`<a></a${" ".repeat(60_000)}x>`])).toMatch(/MALFORMED_XML.*<\/a +> ends <a>/);
  // In quadratic time it is more than a second, and in linear time less than a millisecond.
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(500);
});

describe("the result", () => {
  const pieces = fc.constantFrom(
    ..."<a>|<b x='1'>|<c xmlns:p=\"u\" p:x='>'/>|</a>|</b>|</|<|>|&|&am|p;|&lt;|&#65;|&#|;|]]|>|]]>|\r|\n|\r\n|\t| |text|<![CDATA[|<!--|--|-->|<?p |?>|<?xml|\u0001|'|\"|\u00e9|<!|<!DOCTYPE|=|/>|<?xml version='1.0'?>".split(
      "|",
    ),
  );
  const chunked = fc.array(fc.tuple(pieces, fc.boolean()), { maxLength: 40 });

  it("is the same however the document is cut", () => {
    fc.assert(
      fc.property(chunked, fc.boolean(), (parts, isInside) => {
        const start = isInside ? "<a>" : "";
        const xml = start + parts.map(([piece]) => piece).join("");
        const whole = result([xml]);
        expect(result(xml.split(""))).toBe(whole);
        const chunks = [start];
        for (const [piece, isNew] of parts) {
          if (isNew) chunks.push(piece);
          else chunks[chunks.length - 1] += piece;
        }
        expect(result(chunks)).toBe(whole);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the memory", () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };

  it("of a message is free after it", () => {
    const xml = (seed: number) =>
      `<a>${times(5_000, (n) => `<p${n} xmlns:p${n}="urn:${seed}:${n}" b="${n}"><c${n} xmlns="u${n}"/></p${n}>`)}</a>`;
    result([xml(0)]);
    const before = used();
    for (let seed = 1; seed < 5; seed++) result([xml(seed)]);
    expect(used() - before).toBeLessThan(2_000_000);
  });

  it("of nested declarations is linear: trees share their scopes", () => {
    const declarations = times(4, (n) => ` xmlns:p${n}="urn:${n}"`);
    const open = times(190, (n) => `<a xmlns:q${n}="urn:q${n}"${declarations}>`);
    const xml = `${open}${times(2_000, (n) => `<b xmlns:r${n}="u"/>`)}${"</a>".repeat(190)}`;
    const element = readElement(xml);
    // Each declaration is written once, in its element.
    const text = xmlElementText(element, "");
    expect(text.length).toBeLessThan(xml.length * 1.1);
    expect(xmlElementText(readElement(text), "")).toBe(text);
  });
});
