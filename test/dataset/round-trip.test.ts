import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeName, encodeName } from "../../src/dataset/names.js";
import { readDataSet } from "../../src/dataset/read/read.js";
import { writeDataSet } from "../../src/dataset/write/write.js";
import { readElement } from "../../src/xml/read-element.js";
import { xmlElementText } from "../../src/xml/write-element.js";
import { dataSet } from "./arbitrary.js";

it("reads what it writes, as elements and as text", () => {
  fc.assert(
    fc.property(dataSet, (each) => {
      const written = writeDataSet(each);
      expect(readDataSet(written)).toEqual(each);
      const sent = Object.values(written).map((part) => xmlElementText(part, "urn:around"));
      expect(readDataSet(readElement(`<r>${sent.join("")}</r>`))).toEqual(each);
    }),
  );
});

it("decodes the names that it encodes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
      expect(decodeName(encodeName(name))).toBe(name);
    }),
  );
});

it.each([
  ["Order Details", "Order_x0020_Details"],
  ["1st", "_x0031_st"],
  ["a:b", "a_x003A_b"],
  ["a_x0020_b", "a_x005F_x0020_b"],
  ["a😀", "a_x0001F600_"],
  ["€", "_x20AC_"],
  ["日本 ไทย", "日本_x0020_ไทย"],
  ["größe_x", "größe_x"],
  ["-", "_x002D_"],
])("encodes the name %s as %s", (name, encoded) => {
  expect(encodeName(name)).toBe(encoded);
  expect(decodeName(encoded)).toBe(name);
});
