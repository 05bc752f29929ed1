import { describe, expect, it } from "vitest";
import { membersOfMessage } from "../../../src/cli/call/content.js";
import { flagTree } from "../../../src/cli/call/flag-tree.js";
import { parseJsonObject, toValues, withFlags } from "../../../src/cli/call/request-values.js";
import { encodeMessage } from "../../../src/codec/index.js";
import { XmlElement } from "../../../src/xml/index.js";
import { operation } from "./operation.js";

const members = membersOfMessage(operation.input);

function request(json: string, { isVisible = true, flags = "" } = {}) {
  const source = { option: "--input", isVisible };
  const target = { name: "store", members, otherOptions: [], secretHint: () => "secret" };
  const tree = flagTree(flags === "" ? [] : flags.split(" "), target);
  return toValues(members, withFlags(parseJsonObject(json, source), tree), "store", source);
}

describe("a request in JSON", () => {
  it("converts 64-bit integers and bytes to their types", () => {
    const json =
      '{"lTotal":"9007199254740993","aItems":[{"lId":5,"bytes":"AQI="},null],"sName":["a"]}';
    expect(request(json)).toEqual({
      lTotal: 9007199254740993n,
      aItems: [{ lId: 5n, bytes: Uint8Array.of(1, 2) }, null],
      sName: ["a"],
    });
  });

  it.each<[string, unknown, unknown]>([
    ["iCount", 7, 7],
    ["iCount", "7", 7],
    ["lTotal", -1, -1n],
    ["eState", "off", "off"],
    ["aIds", [1, "2"], [1, 2]],
    [
      "shape",
      { $type: "Circle", color: "red", radius: 1 },
      { $type: "Circle", color: "red", radius: 1 },
    ],
    ["price", { $value: 1.5, currency: "EUR" }, { $value: "1.5", currency: "EUR" }],
    ["pairs", [{ key: "a", value: true }], [{ key: "a", value: true }]],
    ["$attributes", { "{urn:a}b": "c" }, { "{urn:a}b": "c" }],
    ["version", "1", "1"],
    ["item", null, null],
  ])("%s: %j", (name, given, want) => {
    expect(request(JSON.stringify({ [name]: given }))).toEqual({ [name]: want });
  });

  it("reads XML if the schema allows any element", () => {
    const { anything, $any } = request('{"anything":"<a>1</a>","$any":"<b xmlns=\'urn:b\'/>"}');
    expect(anything).toEqual(new XmlElement({ namespace: "", local: "a" }, [], ["1"]));
    expect($any).toBeInstanceOf(XmlElement);
  });

  it.each([
    ['{"aItems":[{"id":5}]}', 'store/aItems[0] has no member "id" (did you mean lId?).'],
    ['{"aItems":{"ITEM":[]}}', "store/aItems must be a JSON array."],
    ['{"aItems":["x"]}', "store/aItems[0] must be a JSON object."],
    ['{"__proto__":{}}', 'store has no member "__proto__" (available: '],
    ['{"shape":{"radius":1}}', 'store/shape has no member "radius" (available: $type, color).'],
    [
      '{"iCount":1.5}',
      "store/iCount has a value that is not a valid int: expected an integer from -2147483648 to 2147483647, for example 1.",
    ],
    [
      '{"aItems":[{"lId":true}]}',
      "store/aItems[0]/lId has a value that is not a valid long: expected an integer of 64 bits, for example 1.",
    ],
    [
      '{"eState":"idle"}',
      "store/eState has a value that is not valid: expected one of on, off, for example on.",
    ],
    [
      '{"sName":[5]}',
      "store/sName[0] has a value that is not a valid string: expected a string, for example text.",
    ],
    ['{"$any":"text"}', "store/$any must be an XML element in a string, for example <a>text</a>."],
    ['{"$attributes":[]}', "store/$attributes must be a JSON object of names and strings."],
    ["[1]", "The value of --input is not a JSON object."],
    ["{", "The value of --input is not valid JSON."],
  ])("%s is rejected with its path", (json, message) => {
    expect(() => request(json)).toThrow(message);
  });

  it("has a secret only if nobody else sees it", () => {
    const json = '{"sSecret":"hush"}';
    expect(request(json, { isVisible: false })).toEqual({ sSecret: "hush" });
    expect(() => request(json)).toThrow("--input @file");
    expect(() => request('{"sSecret":"hush', { isVisible: false })).not.toThrow("hush");
    expect(() => request('{"sSecret":5}', { isVisible: false })).not.toThrow("5");
  });
});

describe("a request in options", () => {
  it.each<[string, unknown]>([
    ["--iCount +007", { iCount: 7 }],
    ["--lTotal 9007199254740993", { lTotal: 9007199254740993n }],
    ["--lTotal -5", { lTotal: -5n }],
    ["--eState off", { eState: "off" }],
    ["--eState=off", { eState: "off" }],
    ["--sName=--a=b", { sName: ["--a=b"] }],
    ["--sName a --sName b", { sName: ["a", "b"] }],
    ["--aIds 1 --aIds 2", { aIds: [1, 2] }],
    ["--aItems.1.lId 2 --aItems.0.lId 1", { aItems: [{ lId: 1n }, { lId: 2n }] }],
    ["--item.lId 1 --item.bytes AQI=", { item: { lId: 1n, bytes: Uint8Array.of(1, 2) } }],
    ["--item.inner.inner.lId 1", { item: { inner: { inner: { lId: 1n } } } }],
    ["--shape.$type Circle --shape.radius 2", { shape: { $type: "Circle", radius: 2 } }],
    ["--price 1.50 --price.currency EUR", { price: { $value: "1.50", currency: "EUR" } }],
    ["--with.dot a", { "with.dot": "a" }],
    ["--pairs.0.key a --pairs.0.value true", { pairs: [{ key: "a", value: true }] }],
    ["--version 2 --left 3", { version: "2", left: 3 }],
  ])("%s", (flags, want) => {
    expect(request("{}", { flags })).toEqual(want);
  });

  it("replace values of the JSON", () => {
    const json = '{"iCount":1,"item":{"lId":1,"bytes":"AQI="},"sName":["a"],"left":1}';
    const flags = "--iCount 2 --item.lId 2 --sName b";
    expect(request(json, { flags })).toEqual({
      iCount: 2,
      item: { lId: 2n, bytes: Uint8Array.of(1, 2) },
      sName: ["b"],
      left: 1,
    });
  });

  it("are values that the encoder accepts", () => {
    const json = '{"sSecret":"x","aItems":[],"aIds":[],"anything":"<a><b/></a>"}';
    const flags =
      "--pairs.0.key k --iCount 1 --lTotal 2 --eState on --sName a --left 3 --price 1 --price.currency EUR";
    const values = request(json, { flags, isVisible: false });
    expect(encodeMessage(operation.input, values)).toContain(
      '<price currency="EUR">1</price><left>3</left><key>k</key><anything><b xmlns=""/></anything>',
    );
  });

  it.each([
    [
      "--iCount 1.5",
      'The option --iCount has the value "1.5", which is not a valid int: expected an integer from -2147483648 to 2147483647, for example 1.',
    ],
    [
      "--eState idle",
      'The option --eState has the value "idle", which is not valid: expected one of on, off, for example on.',
    ],
    ["--iCuont 1", "Unknown option '--iCuont' (did you mean --iCount?)."],
    ["--item.lID 1", "Unknown option '--item.lID' (did you mean --item.lId?)."],
    ["--iCount.x 1", "Unknown option '--iCount.x': --iCount has no members."],
    [
      "--iCount",
      "The option --iCount has no value: write --iCount 1, or --iCount=value if the value begins with --.",
    ],
    ["--iCount --lTotal 2", "The option --iCount has no value: "],
    ["--iCount 1 --iCount 2", "The option --iCount occurs twice, but it has only one value."],
    ["--item 1", "--item has members: use --item.lId, --item.bytes, --item.inner."],
    [
      "--aItems 1",
      "--aItems is an array of records: use --aItems.0.lId for the first item, --aItems.1.lId for the second.",
    ],
    ["--aItems.lId 1", "--aItems is an array of records: use --aItems.0.lId for the first item"],
    ["--aItems.1.lId 1", "Item 0 of an array is missing: the items are numbered from 0."],
    [
      "--aItems.99999.lId 1",
      "The value of --aItems.99999.lId is an array of more than 1000 items: give it with --input.",
    ],
    [
      "--$attributes.a 1",
      "The value of --$attributes.a is attributes of any name: give it with --input.",
    ],
    [
      "1",
      "There is an argument that is not an option: write the parameters of store as options, for example --version value.",
    ],
    ["--iCount 1 hush", "There is an argument that is not an option"],
    ["--sSecret hush", "secret"],
    ["--password=hush", "secret"],
  ])("%s is rejected", (flags, message) => {
    expect(() => request("{}", { flags })).toThrow(message);
    expect(() => request("{}", { flags })).not.toThrow("hush");
  });
});
