/** Our generated client against an echo service: each kind of value. */
import assert from "node:assert/strict";
import {
  type DataSetContent,
  readDataSet,
  writeDataSet,
  XmlElement,
} from "../../../src/soap/index.js";
import type { LooseClient } from "../generated.js";
import type { EchoKind } from "./kinds.js";
import type { Cells } from "./our-client.js";

const NAMESPACE = "http://example.org/echo";

/** Sends a value and returns the response. */
async function echoed(client: LooseClient, operation: string, value: unknown): Promise<unknown> {
  const name = operation.slice("Echo".length);
  const parameter = name.charAt(0).toLowerCase() + name.slice(1);
  const response = await client.call(operation, { [parameter]: value });
  return response[`${operation}Result`];
}

/** Elements, attributes and texts as plain data. */
function plain(node: XmlElement | string): unknown {
  if (typeof node === "string") return node;
  const { namespace, local } = node.name;
  const attributes = node.attributes
    .filter(({ name }) => name.namespace !== "http://www.w3.org/2000/xmlns/")
    .map(({ name, value }) => [`{${name.namespace}}${name.local}`, value]);
  return [`{${namespace}}${local}`, Object.fromEntries(attributes), node.children.map(plain)];
}

function element(local: string, children: (XmlElement | string)[], namespace = NAMESPACE) {
  return new XmlElement({ namespace, local }, [], children);
}

const NUMBERS = {
  signedByte: -128,
  unsignedByte: 255,
  int16: -32768,
  unsigned16: 65535,
  int32: -2147483648,
  unsigned32: 4294967295,
  int64: -1n,
  unsigned64: 1n,
  exact: "12.50",
  single: 0.1,
  twofold: 1.7976931348623157e308,
  maybe32: null,
  maybe64: 64n,
  maybeTrue: false,
  unbounded: 0n,
};

export const VALUE_CELLS = {
  async numbers({ echo }) {
    assert.deepEqual(await echoed(echo, "EchoNumbers", NUMBERS), NUMBERS);
    const others = { ...NUMBERS, maybe32: 0, maybe64: null, maybeTrue: true, exact: "-0.25" };
    assert.deepEqual(await echoed(echo, "EchoNumbers", others), others);
  },

  async "64-bit and unbounded numbers"({ echo }) {
    const numbers = {
      ...NUMBERS,
      int64: -9223372036854775808n,
      unsigned64: 18446744073709551615n,
      maybe64: 9007199254740993n,
      unbounded: 123456789012345678901234567890n,
    };
    assert.deepEqual(await echoed(echo, "EchoNumbers", numbers), numbers);
  },

  async "NaN and INF"({ echo }) {
    const doubles = [Number.NaN, Infinity, -Infinity, 1e21, 5e-324, 0.1 + 0.2];
    assert.deepEqual(await echoed(echo, "EchoDoubles", doubles), doubles);
  },

  async decimals({ echo }) {
    const decimals = [
      "1.10",
      "0",
      "-79228162514264337593543950335",
      "0.0000000000000000000000000001",
    ];
    assert.deepEqual(await echoed(echo, "EchoDecimals", decimals), decimals);
  },

  async "dates and times"({ echo }) {
    const moments = {
      instant: "2026-11-25T12:34:56.1234567Z",
      maybe: null,
      day: "2024-02-29",
      hour: "23:59:59",
      span: "P1Y2M3DT4H5M6.7S",
    };
    const response = Object(await echoed(echo, "EchoMoments", moments));
    // .NET writes a time of day with seven digits and the local zone.
    assert.match(response.hour, /^23:59:59(?:\.0+)?(?:Z|[+-]\d\d:\d\d)?$/);
    assert.deepEqual({ ...response, hour: moments.hour }, moments);
    const local = { ...moments, instant: "0001-01-01T00:00:00", maybe: "2026-11-25T12:34:56" };
    const second = Object(await echoed(echo, "EchoMoments", local));
    assert.deepEqual({ ...second, hour: moments.hour }, local);
    // An instant with an offset may come back in another zone, as the same instant.
    const offset = { ...moments, instant: "2026-11-25T12:34:56.5+05:30" };
    const third = Object(await echoed(echo, "EchoMoments", offset));
    assert.equal(Date.parse(third.instant), Date.parse(offset.instant));
  },

  async "Guid and binary"({ echo }) {
    const binary = {
      id: "0f8fad5b-d9cb-469f-a165-70867728950e",
      bytes: Uint8Array.from({ length: 1000 }, (_, index) => index % 256),
      hex: Uint8Array.of(0xde, 0xad, 0xbe, 0xef),
    };
    assert.deepEqual(await echoed(echo, "EchoBinary", binary), binary);
    const empty = { ...binary, bytes: new Uint8Array(), hex: new Uint8Array() };
    assert.deepEqual(await echoed(echo, "EchoBinary", empty), empty);
  },

  async arrays({ echo }) {
    const arrays = {
      numbers: [1, -2, 3],
      texts: ["a", null, "", "d"],
      gaps: [1, null, 3],
      pairs: [{ key: "k", value: 1 }, null, { value: 2 }],
      flat: [
        { key: "x", value: 1 },
        { key: "y", value: 2 },
      ],
      renamed: ["r"],
      jagged: [["a", null], [], null, ["b"]],
      list: [1, 2, 3],
    };
    assert.deepEqual(await echoed(echo, "EchoArrays", arrays), arrays);
    // Empty arrays are present, absent ones are not, and an array of one item is an array.
    const few = { numbers: [], texts: [""], flat: [{ value: 0 }], list: [7] };
    assert.deepEqual(await echoed(echo, "EchoArrays", few), few);
  },

  async "enums and flags"({ echo }) {
    const enums = {
      colour: "light-blue",
      maybe: null,
      rights: ["Read", "Execute"],
      palette: ["Red", "1st", "light-blue"],
      shade: "1st",
    };
    assert.deepEqual(await echoed(echo, "EchoEnums", enums), enums);
    const others = { colour: "Red", maybe: "1st", rights: ["Write"], palette: [], shade: "Red" };
    assert.deepEqual(await echoed(echo, "EchoEnums", others), others);
  },

  async "attributes and text"({ echo }) {
    const price = { $value: "12.50", currency: "EUR < & \" '", net: true };
    assert.deepEqual(await echoed(echo, "EchoPrice", price), price);
    assert.deepEqual(await echoed(echo, "EchoPrice", { $value: "0" }), { $value: "0" });
  },

  async "qualified attributes"({ echo }) {
    const price = { $value: "1", code: "tax & more" };
    assert.deepEqual(await echoed(echo, "EchoPrice", price), price);
    const open = { $attributes: { "{urn:marks}x": "1 < 2" } };
    assert.deepEqual(await echoed(echo, "EchoOpen", open), open);
  },

  async "derived types"({ echo }) {
    const shapes = [
      { $type: "Circle", name: "c", radius: 1.5 },
      { $type: "Square", side: 2 },
      { $type: "ColouredSquare", name: "s", side: 3, colour: "Red" },
      null,
    ];
    assert.deepEqual(await echoed(echo, "EchoShapes", shapes), shapes);
    for (const shape of shapes.slice(0, 3)) {
      assert.deepEqual(await echoed(echo, "EchoShape", shape), shape);
    }
  },

  async choice({ echo }) {
    const payments = [
      { card: { number: "4111", year: 2030 }, $choice: [{ note: "a" }, { note: "" }] },
      { iban: "DE02 1203" },
      { cash: "0.05", $choice: [{ mark: -1 }] },
    ];
    for (const payment of payments) {
      assert.deepEqual(await echoed(echo, "EchoPayment", payment), payment);
    }
  },

  async "choices in order"({ echo }) {
    const payment = { iban: "", $choice: [{ note: "a" }, { mark: 1 }, { note: "" }, { mark: 2 }] };
    assert.deepEqual(await echoed(echo, "EchoPayment", payment), payment);
  },

  async "any content"({ echo }) {
    const inner = new XmlElement(
      { namespace: "urn:other", local: "inner" },
      [{ name: { namespace: "urn:marks", local: "mark" }, value: "<\"&'>" }],
      ["text & ", element("nested", [], "urn:third"), " more"],
    );
    const open = {
      known: "yes",
      $any: [inner, element("plain", ["unqualified"], "")],
    };
    const response = Object(await echoed(echo, "EchoOpen", open));
    assert.equal(response.known, open.known);
    assert.deepEqual(response.$any.map(plain), open.$any.map(plain));
    const { $any } = Object(await echoed(echo, "EchoXml", { $any: inner }));
    assert.deepEqual(plain($any), plain(inner));
  },

  async "any type"({ echo }) {
    const response = await echo.call("EchoObject", {
      thing: new XmlElement(
        { namespace: NAMESPACE, local: "thing" },
        [
          {
            name: { namespace: "http://www.w3.org/2001/XMLSchema-instance", local: "type" },
            value: "x:int",
          },
          {
            name: { namespace: "http://www.w3.org/2000/xmlns/", local: "x" },
            value: "http://www.w3.org/2001/XMLSchema",
          },
        ],
        ["42"],
      ),
    });
    const result = response.EchoObjectResult;
    assert.ok(result instanceof XmlElement);
    assert.equal(result.text, "42");
    assert.deepEqual(result.resolve(result.attribute("type") ?? ""), {
      namespace: "http://www.w3.org/2001/XMLSchema",
      local: "int",
    });
  },

  async DataSet({ echo }) {
    const rows = [
      { id: 1, name: "one", price: "1.10", since: "2026-11-25T00:00:00Z" },
      { id: 2, name: "" },
      { id: 3, price: "-0.5", name: "drei & 😀" },
    ];
    const { schema, $any } = writeDataSet({
      name: "Shop",
      tables: {
        Goods: {
          columns: [
            { name: "id", type: "int" },
            { name: "name", type: "string" },
            { name: "price", type: "decimal" },
            { name: "since", type: "dateTime" },
          ],
          primaryKey: ["id"],
          rows,
        },
      },
    });
    const sent = { $sequence: [{ $any: schema, $any2: $any }] };
    const response = Object((await echo.call("EchoDataSet", { data: sent })).EchoDataSetResult);
    const set = readDataSet<{ Goods: (typeof rows)[number] }>(response as DataSetContent);
    assert.equal(set.name, "Shop");
    assert.deepEqual(set.tables.Goods.primaryKey, ["id"]);
    assert.deepEqual(
      set.tables.Goods.columns.map(({ name, type }) => [name, type]),
      [
        ["id", "int"],
        ["name", "string"],
        ["price", "decimal"],
        ["since", "dateTime"],
      ],
    );
    const utc = set.tables.Goods.rows.map(({ since, ...row }) =>
      since === undefined ? row : { ...row, since: Date.parse(since) },
    );
    assert.deepEqual(utc, [
      { ...rows[0], since: Date.parse("2026-11-25T00:00:00Z") },
      ...rows.slice(1),
    ]);
  },

  async "null and empty"({ echo }) {
    const empty = {
      first: "",
      second: "",
      list: ["", null],
      pair: { key: "", value: 0 },
      letter: 65,
    };
    assert.deepEqual(await echoed(echo, "EchoTexts", empty), empty);
    const absent = { second: null, list: [], pair: null, letter: 0x263a };
    assert.deepEqual(await echoed(echo, "EchoTexts", absent), absent);
    assert.deepEqual(await echo.call("EchoTexts"), {});
    assert.deepEqual(await echo.call("EchoText", { text: "" }), { EchoTextResult: "" });
    assert.deepEqual(await echo.call("EchoText", {}), {});
  },

  async characters({ echo }) {
    const texts = [
      "<&>\"' ]]> <![CDATA[x]]>",
      "äöü ß € – “quoted” 漢字 עברית",
      "😀 𝒳 👩‍👩‍👧 \u{10FFFD}",
      "e\u0301 ≠ é \u00a0 \u2028 \ufffd",
    ];
    for (const text of texts) {
      assert.deepEqual(await echo.call("EchoText", { text }), { EchoTextResult: text });
    }
    const long = "0123456789 <&> 😀".repeat(20_000);
    assert.deepEqual(await echo.call("EchoText", { text: long }), { EchoTextResult: long });
  },

  async "white space"({ echo }) {
    for (const text of ["tab\tline\nend", "  leading and trailing\n"]) {
      assert.deepEqual(await echo.call("EchoText", { text }), { EchoTextResult: text });
    }
  },

  async "recursive types"({ echo }) {
    let tree: object = { name: "leaf" };
    for (let depth = 0; depth < 40; depth++)
      tree = { name: `${depth}`, child: [tree, { name: "" }] };
    assert.deepEqual(await echoed(echo, "EchoTree", tree), tree);
  },
} satisfies Cells<EchoKind>;
