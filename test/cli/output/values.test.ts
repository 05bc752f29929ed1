import { expect, it } from "vitest";
import { toJsonLine, toText } from "../../../src/cli/output/values.js";
import { XmlElement } from "../../../src/xml/index.js";

const outcome = {
  status: "OK",
  lTotal: 9007199254740993n,
  bytes: Buffer.from([1, 2]),
  aItems: [{ lId: 5n, sText: "a\r\nb" }, null],
  none: [],
  empty: "",
};

it("prints an outcome as one line of JSON without losing anything", () => {
  expect(toJsonLine(outcome)).toBe(
    '{"status":"OK","lTotal":"9007199254740993","bytes":"AQI=","aItems":[{"lId":"5","sText":"a\\r\\nb"},null],"none":[],"empty":""}\n',
  );
});

it("prints an outcome as lines for people", () => {
  expect(toText(outcome)).toBe(`status: OK
lTotal: 9007199254740993
bytes: AQI=
aItems:
  -
    lId: 5
    sText:
      a
      b
  - null
none: (none)
empty:
`);
});

it("prints XML and dates as strings", () => {
  const xml = new XmlElement({ namespace: "urn:a", local: "a" }, [], ["<"]);
  const value = { xml, at: new Date("2026-11-23T12:00:00Z") };
  expect(toJsonLine(value)).toBe(
    '{"xml":"<a xmlns=\\"urn:a\\">&lt;</a>","at":"2026-11-23T12:00:00.000Z"}\n',
  );
  expect(toText(value)).toBe('xml: <a xmlns="urn:a">&lt;</a>\nat: 2026-11-23T12:00:00.000Z\n');
});
