/** Arrays: wrappers of one repeated element, and SOAP arrays with sizes, offsets and positions. */
import { describe, expect, it } from "vitest";
import type { ArrayType, MessageSchema } from "../../../src/schema/index.js";
import { readMessage } from "./read-message.js";

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const E = 'xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"';
const E12 = 'xmlns:e="http://www.w3.org/2003/05/soap-encoding"';

const message = (type: ArrayType): MessageSchema => ({
  element: "m",
  namespace: "",
  encoded: true,
  type: { namespace: "", sequence: [{ element: "a", type, minOccurs: 0 }] },
});
const soap = (brackets: string): ArrayType => ({
  namespace: "",
  item: { element: "i", type: "int", nillable: true },
  soapArray: `{urn:t}int${brackets}`,
});
const wrapper: ArrayType = { namespace: "", item: { element: "i", type: "int", nillable: true } };

/** The attributes and content of the array: `xml` begins in the start tag. */
function read(type: ArrayType, xml: string, namespace = E) {
  const { value, problems } = readMessage(
    message(type),
    `<m ${namespace} ${XSI}><a ${xml}</a></m>`,
  );
  return { a: Object(value).a, problems };
}

const invalid = (problem: string) => `INVALID_VALUE m/a: The message's m/a ${problem}.`;

describe("a wrapper of one repeated element", () => {
  it.each<[string, xml: string, a: unknown, problems?: readonly string[]]>([
    ["items", "><i>1</i><i>2</i>", [1, 2]],
    ["no items", ">", []],
    ["nil items", '><i xsi:nil="1"/><i>2</i>', [null, 2]],
    ["other elements", "><i>1</i><j>2</j><i>3</i>", [1, 3], ["unknown-element m/a/j"]],
    ["elements of other namespaces", '><i xmlns="urn:x">1</i>', [], ["unknown-element m/a/i"]],
    [
      "invalid items",
      "><i>x</i><i>2</i>",
      [undefined, 2],
      [
        'INVALID_VALUE m/a/i: The message\'s m/a/i is "x", not an integer from -2147483648 to 2147483647.',
      ],
    ],
    ["positions, which do not count", '><i e:position="[5]">1</i>', [1]],
    ["sizes, which do not count", 'e:arrayType="x" e:offset="[5]"><i>1</i>', [1]],
  ])("has %s", (_, xml, a, problems = []) => {
    expect(read(wrapper, xml)).toEqual({ a, problems });
  });
});

describe("a SOAP array", () => {
  it.each<[string, xml: string, a: unknown]>([
    ["items of any name", "><x>1</x><y xmlns='urn:y'>2</y>", [1, 2]],
    ["a size", 'e:arrayType="x:int[2]"><i>1</i>', [1]],
    [
      "a size with blanks",
      'e:arrayType="x:int[ 3 ] " e:offset=" [ 1 ]\n"><i>1</i>',
      [null, 1, null],
    ],
    [
      "a size of arrays of arrays",
      'e:arrayType="x:int[][3]" e:offset="[0]"><i>1</i>',
      [1, null, null],
    ],
    ["no size in its brackets", 'e:arrayType="x:int[]" e:offset="[1]"><i>1</i>', [null, 1]],
    ["no brackets", 'e:arrayType="x:int" e:offset="[1]"><i>1</i>', [null, 1]],
    ["an offset", 'e:offset="[2]"><i>1</i><i>2</i>', [null, null, 1, 2]],
    ["an offset without items", 'e:arrayType="x:int[2]" e:offset="[1]">', [null, null]],
    ["positions", '><i e:position="[1]">1</i><i>2</i><i e:position="[0]">3</i>', [3, 1, 2]],
    ["one position twice", '><i e:position="[0]">1</i><i e:position="[0]">2</i>', [2]],
    ["a nil item with a position", '><i e:position="[1]" xsi:nil="1"/>', [null, null]],
    ["a position of another namespace", '><i x:position="[1]" xmlns:x="urn:x">1</i>', [1]],
    ["the last position", 'e:arrayType="x:int[2]"><i e:position="[1]">1</i>', [null, 1]],
    [
      "a position beyond its size",
      'e:arrayType="x:int[1]"><i e:position="[2]">1</i>',
      [null, null, 1],
    ],
  ])("has %s", (_, xml, a) => {
    expect(read(soap("[]"), xml).a).toEqual(a);
  });

  it.each<[string, brackets: string, xml: string, a: unknown]>([
    [
      "two dimensions",
      "[,]",
      'e:arrayType="x:int[2,2]"><i>1</i><i>2</i><i>3</i><i>4</i>',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "an incomplete row",
      "[,]",
      'e:arrayType="x:int[2,2]"><i>1</i><i>2</i><i>3</i>',
      [[1, 2], [3]],
    ],
    [
      "an open first dimension",
      "[,]",
      'e:arrayType="x:int[ , 2]"><i>1</i><i>2</i><i>3</i><i>4</i>',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "an offset in an open first dimension",
      "[,]",
      'e:arrayType="x:int[,2]" e:offset="[1,0]"><i>1</i>',
      [[null, null], [1]],
    ],
    [
      "three dimensions",
      "[,,]",
      'e:arrayType="x:int[1,2,2]"><i>1</i><i>2</i><i>3</i><i>4</i>',
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    [
      "an offset in two dimensions",
      "[,]",
      'e:arrayType="x:int[2,2]" e:offset="[1,0]"><i>1</i>',
      [
        [null, null],
        [1, null],
      ],
    ],
    [
      "a position in three dimensions",
      "[,,]",
      'e:arrayType="x:int[2,2,2]"><i e:position="[1,0,1]">1</i>',
      [
        [
          [null, null],
          [null, null],
        ],
        [
          [null, 1],
          [null, null],
        ],
      ],
    ],
    ["rows without a length", "[,]", 'e:arrayType="x:int[2,0]"><i>1</i>', [1]],
    ["only the number of dimensions", "[,]", 'e:arrayType="x:int[,]"><i>1</i><i>2</i>', [1, 2]],
    ["one declared dimension of two", "[,]", 'e:arrayType="x:int[2]"><i>1</i><i>2</i>', [1, 2]],
    ["two declared dimensions of one", "[]", 'e:arrayType="x:int[1,2]"><i>1</i><i>2</i>', [1, 2]],
  ])("of %s", (_, brackets, xml, a) => {
    expect(read(soap(brackets), xml)).toEqual({ a, problems: [] });
  });

  it.each<[string, brackets: string, xml: string, a: unknown]>([
    ["a size", "[]", 'e:arraySize="2"><i>1</i>', [1]],
    [
      "two sizes",
      "[,]",
      'e:arraySize=" 2\n 2 "><i>1</i><i>2</i><i>3</i><i>4</i>',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "an open size",
      "[,]",
      'e:arraySize="* 2"><i>1</i><i>2</i><i>3</i><i>4</i>',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["only an open size", "[]", 'e:arraySize="*"><i>1</i><i>2</i>', [1, 2]],
    ["an empty size", "[]", 'e:arraySize=""><i>1</i>', [1]],
  ])("of SOAP 1.2 has %s", (_, brackets, xml, a) => {
    expect(read(soap(brackets), xml, E12)).toEqual({ a, problems: [] });
  });

  it.each<[brackets: string, attributes: string, problem: string]>([
    ["[]", 'e:arrayType="x:int[x]"', "declares sizes that are not integers"],
    ["[]", 'e:arrayType="x:int[1,]"', "declares sizes that are not integers"],
    ["[,]", 'e:arrayType="x:int[1 2]"', "declares sizes that are not integers"],
    ["[]", 'e:arrayType="x:int[*]"', "declares sizes that are not integers"],
    ["[]", 'e:arrayType="x:int[1x]"', "declares sizes that are not integers"],
    ["[,]", 'e:arrayType="x:int[1,2,3]"', "declares 3 dimensions; the contract has 2"],
    ["[,,]", 'e:arrayType="x:int[1,2]"', "declares 2 dimensions; the contract has 3"],
    ["[]", 'e:offset="1"', 'has the offset "1", not an index'],
    ["[]", 'e:offset="[1,1]"', 'has the offset "[1,1]", not an index'],
    ["[]", 'e:offset="x[1]"', 'has the offset "x[1]", not an index'],
    ["[]", 'e:offset="[1]x"', 'has the offset "[1]x", not an index'],
    ["[]", `e:offset="[${"1".repeat(80)}]"`, `has the offset "[${"1".repeat(59)}", not an index`],
  ])("of %s with %s is an error", (brackets, attributes, problem) => {
    expect(read(soap(brackets), `${attributes}><i>1</i>`)).toEqual({
      a: [1],
      problems: [invalid(problem)],
    });
  });

  it("has an error for an offset with too few dimensions", () => {
    expect(read(soap("[,]"), 'e:arrayType="x:int[1,2]" e:offset="[1]"><i>1</i>')).toEqual({
      a: [[1]],
      problems: [invalid('has the offset "[1]", not an index')],
    });
  });

  it("has an error for a position that is not an index", () => {
    expect(read(soap("[]"), '><i e:position="2">1</i>')).toEqual({
      a: [1],
      problems: [invalid('has the position "2", not an index')],
    });
  });

  it.each<[string, xml: string, length: number | undefined]>([
    ["a position below the limit", '><i e:position="[999999]">1</i>', 1_000_000],
    ["a position at the limit", '><i e:position="[1000000]">1</i>', undefined],
    ["an offset below the limit", 'e:offset="[999999]">', 0],
    ["an offset at the limit", 'e:offset="[1000000]">', undefined],
    ["a size at the limit", 'e:arrayType="x:int[1000000]" e:offset="[0]">', 1_000_000],
    ["a size above the limit", 'e:arrayType="x:int[1000001]" e:offset="[0]">', undefined],
    ["sizes above the limit", 'e:arrayType="x:int[1001,1000]" e:offset="[0,0]">', undefined],
    ["a size above the limit, without an offset", 'e:arrayType="x:int[1000001]">', 0],
  ])("of %s", (_, xml, length) => {
    if (length === undefined) {
      expect(() => read(soap("[]"), xml)).toThrow(
        expect.objectContaining({
          code: "LIMIT",
          path: "m/a",
          message: "The message's m/a declares more than 1000000 items, which is the limit.",
        }),
      );
    } else expect(read(soap("[]"), xml).a).toHaveLength(length);
  });

  it("shares the limit of missing items with the other arrays of a message", () => {
    const inner = soap("[]");
    const arrays = (last: string) =>
      read(
        { ...inner, item: { element: "i", type: inner } },
        `><i e:arrayType="x:int[999999]" e:offset="[0]"/>${last}`,
      );
    expect(arrays('<i e:arrayType="x:int[2]" e:offset="[1]"><j>1</j></i>').a).toHaveLength(2);
    expect(() => arrays('<i e:arrayType="x:int[2]" e:offset="[0]"/>')).toThrow(
      expect.objectContaining({
        code: "LIMIT",
        path: "m/a/i",
        message:
          "The arrays of the message, such as m/a/i, declare more than 1000000 items that it does not have, which is the limit.",
      }),
    );
  });
});
