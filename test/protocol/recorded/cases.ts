/** The recorded messages and their expected values, which are those that the stack was given. */
import type { SoapVersion } from "../../../src/soap/index.js";
import type { StackName } from "./stacks.js";

export interface RecordedCase {
  readonly stack: StackName;
  /** The name of the file. */
  readonly name: string;
  /** The feature that it covers. */
  readonly kind: string;
  /** The WSDL, from this folder. */
  readonly contract: string;
  readonly operation: string;
  readonly version: SoapVersion;
  /** The path at which the stack serves it. */
  readonly path: string;
  readonly request?: object;
  readonly header?: object;
  /** The response; elements that the schema doesn't name as `[name, attributes, ...children]`. */
  readonly value?: unknown;
  readonly responseHeader?: object;
  /** The expected members of the error. */
  readonly error?: object;
  /** `kind path` of each. */
  readonly deviations?: readonly string[];
}

const SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
const SOAP12 = "http://www.w3.org/2003/05/soap-envelope";

type Some = Omit<RecordedCase, "stack" | "contract" | "version" | "path" | "operation">;

function of(
  common: Pick<RecordedCase, "stack" | "contract" | "version" | "path">,
  operations: Readonly<Record<string, readonly Some[]>>,
): readonly RecordedCase[] {
  return Object.entries(operations).flatMap(([operation, cases]) =>
    cases.map((each) => ({ ...common, operation, ...each })),
  );
}

const pins = (version: SoapVersion, digits: string) =>
  ({
    stack: "jaxws",
    contract: "contracts/jaxws-pins.wsdl",
    version,
    path: `pins${digits}`,
  }) as const;
const session = { user: "ann", count: 1 };
const saaj = (version: SoapVersion, kind: string) =>
  ({
    stack: "jaxws",
    contract: "peers/texts.wsdl",
    version,
    path: `saaj/${version.slice(-2)}/${kind}`,
  }) as const;
const texts = (stack: "php" | "node-soap") =>
  ({ stack, contract: "peers/texts.wsdl", version: "soap11", path: "texts" }) as const;
const shop = (stack: "php" | "perl", version: SoapVersion) =>
  ({
    stack,
    contract: "peers/shop.wsdl",
    version,
    path: stack === "perl" ? "" : `shop${version.slice(-2)}`,
  }) as const;
const people = {
  stack: "axis",
  contract: "contracts/axis-people.wsdl",
  version: "soap11",
  path: "axis/services/People",
} as const;
const mono = (contract: string, version: SoapVersion = "soap11") =>
  ({
    stack: "mono",
    contract: `../../interop/contracts/${contract}.wsdl`,
    version,
    path: `${contract}.asmx`,
  }) as const;

const kind = (text: string) => ({ kind: text });
const ann = { name: "Ann", age: 40, friend: null };
const last = { name: "Last <&>", price: "2.50" };
const item = { name: "First", price: null, next: last };
const sold = { item: "Umbrella", days: 3 };

const pinFaults = (version: SoapVersion): readonly Some[] => {
  const is11 = version === "soap11";
  const sender = is11
    ? { faultCode: { namespace: SOAP11, local: "Server" } }
    : { faultCode: { namespace: SOAP12, local: "Receiver" } };
  return [
    {
      name: `fault-${version}`,
      kind: "a typed fault",
      request: { id: 1n },
      header: { session },
      error: {
        ...sender,
        names: ["InvalidPin"],
        reason: "No such PIN: <1>",
        detail: { pin: 1, hint: "six digits" },
      },
    },
    {
      name: `fault-simple-${version}`,
      kind: "a fault whose detail is a string",
      request: { id: 2n },
      header: { session },
      error: { ...sender, names: ["Locked"], detail: "for now" },
    },
    {
      name: `fault-unnamed-${version}`,
      kind: "a fault that the contract doesn't have",
      request: { id: 3n },
      header: { session },
      error: { ...sender, names: [], reason: "It broke: <&>" },
    },
  ];
};

export const CASES: readonly RecordedCase[] = [
  ...of(pins("soap11", "11"), {
    getValues: [
      {
        name: "values",
        kind: "values of every kind: xsi:type, xsi:nil, QName, any and mixed content, attributes, namespaces of wildcards",
        value: {
          values: {
            lang: "en",
            flag: true,
            amount: "1.50",
            big: 9223372036854775807n,
            ratio: Number.NEGATIVE_INFINITY,
            at: "2026-11-25T12:00:00.123+01:00",
            bytes: Uint8Array.of(0, 1, 2, 255),
            name: "{urn:other}thing",
            colour: "light-blue",
            text: "a < b & c > d \"'é€😀",
            gone: null,
            items: { item: ["", "two"] },
            shape: [{ name: "s" }, { $type: "Circle", name: "c", radius: 2 }],
            mixed: { $content: ["one ", { b: "two" }, " three"] },
            $any: ["{urn:any}other", { a: "1" }, ["plain", {}, "p"]],
          },
        },
      },
    ],
    getPin: [
      {
        name: "headers",
        kind: "several blocks of the Header",
        request: { id: 7n },
        header: { session },
        value: { return: "pin 7" },
        responseHeader: { session: { user: "ann", count: 2 }, trace: "t1" },
      },
      ...pinFaults("soap11"),
    ],
    nothing: [{ name: "nothing", kind: "a response without members", value: {} }],
    tell: [{ name: "one-way", kind: "one-way, 202", request: { text: "x" }, value: undefined }],
    bare: [
      {
        name: "bare",
        kind: "a bare document",
        request: { question: session },
        value: { answer: session },
      },
    ],
  }),
  ...of(pins("soap12", "12"), { getPin: pinFaults("soap12") }),
  ...of(
    { stack: "jaxws", contract: "contracts/jaxws-sums.wsdl", version: "soap11", path: "sums11" },
    {
      divide: [
        {
          name: "rpc-literal",
          kind: "rpc/literal with out parameters",
          request: { dividend: 17, divisor: 5 },
          value: { return: 3, remainder: 2 },
        },
      ],
      echo: [
        {
          name: "rpc-literal-structure",
          kind: "rpc/literal with a structure",
          request: { session },
          value: { return: session },
        },
      ],
    },
  ),
  ...(["UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252"] as const).flatMap(
    (encoding) =>
      of(saaj("soap11", encoding), {
        getText: [
          {
            name: `encoding-${encoding.toLowerCase()}`,
            kind: `in ${encoding}, by header and by declaration`,
            request: kind(""),
            value: { text: "árvíz" },
          },
        ],
      }),
  ),
  ...of(saaj("soap11", "markup"), {
    getText: [
      {
        name: "markup",
        kind: "CDATA, comments, references, a default namespace declared again",
        request: kind(""),
        value: { text: "one & <two> &amp; three\r", note: "redeclared" },
      },
    ],
  }),
  ...of(saaj("soap12", "fault"), {
    getText: [
      {
        name: "fault-languages",
        kind: "a fault with subcodes, node, role and reasons in several languages",
        request: kind(""),
        error: {
          faultCode: { namespace: SOAP12, local: "Sender" },
          subcodes: [
            { namespace: "urn:texts", local: "BadText" },
            { namespace: "urn:texts", local: "TooLong" },
          ],
          reasons: [
            { language: "en", text: "Too long" },
            { language: "hu", text: "Túl hosszú" },
          ],
          node: "urn:node",
          role: "urn:role",
          names: ["TooLong"],
          detail: 140,
        },
      },
    ],
  }),
  ...of(saaj("soap11", "fault"), {
    getText: [
      {
        name: "fault-code-path",
        kind: "a 1.1 fault whose code has a dot",
        request: kind(""),
        error: {
          faultCode: { namespace: SOAP11, local: "Client.BadText" },
          reasons: [{ language: "en", text: "Too long" }],
          role: "urn:role",
          detail: 140,
        },
      },
    ],
  }),
  ...of(saaj("soap12", "mustUnderstand"), {
    getText: [
      {
        name: "must-understand",
        kind: "a block that must be understood",
        request: kind(""),
        error: { code: "NOT_UNDERSTOOD", path: "Header" },
      },
    ],
  }),
  ...of(saaj("soap12", "other-role"), {
    getText: [
      {
        name: "must-understand-elsewhere",
        kind: "a block that another role must understand",
        request: kind(""),
        value: { text: "read" },
      },
    ],
  }),
  ...of(people, {
    friends: [
      {
        name: "multi-references",
        kind: "rpc/encoded with values that are referred to",
        value: { friendsReturn: [ann, { name: "Bob <&>", age: null, friend: ann }, ann, null] },
      },
    ],
    numbers: [{ name: "array", kind: "a SOAP array", value: { numbersReturn: [1, -2, 3] } }],
    table: [
      {
        name: "array-of-arrays",
        kind: "an array of arrays",
        value: {
          tableReturn: [
            ["a", null],
            ["", "é"],
          ],
        },
      },
    ],
    refuse: [
      {
        name: "fault-encoded",
        kind: "an encoded fault whose detail is referred to",
        request: { kind: 1 },
        error: { names: ["NoSuchPerson"], detail: { id: 7, why: "<gone>" } },
      },
    ],
  }),
  ...of(shop("php", "soap11"), {
    items: [
      {
        name: "encoded-soap11",
        kind: "rpc/encoded in SOAP 1.1: an array with a reference",
        value: { items: [item, item] },
      },
    ],
    grid: [
      {
        name: "grid-soap11",
        kind: "an array of two dimensions",
        value: {
          grid: [
            [1, 2, 3],
            [4, 5, 6],
          ],
        },
      },
    ],
    several: [
      { name: "out-parameters", kind: "several out parameters", value: { a: 1, b: "two" } },
    ],
    order: [
      {
        name: "fault-soap11",
        kind: "an encoded fault in SOAP 1.1",
        error: {
          faultCode: { namespace: SOAP11, local: "Server" },
          role: "urn:actor",
          names: ["OutOfStock"],
          detail: sold,
        },
      },
    ],
  }),
  ...of(shop("php", "soap12"), {
    items: [
      {
        name: "encoded-soap12",
        kind: "rpc/encoded in SOAP 1.2: itemType, arraySize, enc:id, enc:ref, rpc:result",
        value: { items: [item, item] },
      },
    ],
    grid: [
      {
        name: "grid-soap12",
        kind: "an array of two dimensions",
        value: {
          grid: [
            [1, 2, 3],
            [4, 5, 6],
          ],
        },
      },
    ],
    order: [
      {
        name: "fault-soap12",
        kind: "an encoded fault in SOAP 1.2",
        error: {
          faultCode: { namespace: SOAP12, local: "Receiver" },
          names: ["OutOfStock"],
          detail: sold,
        },
      },
    ],
  }),
  ...of(texts("php"), {
    getText: [
      {
        name: "text",
        kind: "a document: references to characters, an empty element",
        request: kind("plain"),
        value: { text: "árvíz 😀 \r\n<&>", note: "" },
      },
      {
        name: "header",
        kind: "a block of the Header with an attribute",
        request: kind("header"),
        header: { session: { user: "ann", count: 1 } },
        value: { text: "with a header" },
        responseHeader: { session: { user: "ann", count: 2 } },
      },
      {
        name: "markup",
        kind: "CDATA, a comment, an instruction, references; white space between elements",
        request: kind("markup"),
        value: { text: "<one> & & two!" },
      },
      {
        name: "fault-document",
        kind: "a typed fault of a document",
        request: kind("long"),
        error: { names: ["TooLong"], detail: 140, reason: "Too long" },
      },
    ],
    tell: [{ name: "one-way", kind: "one-way, 202", request: { text: "x" }, value: undefined }],
  }),
  ...of(shop("perl", "soap11"), {
    numbers: [
      {
        name: "array",
        kind: "a SOAP array; parts in the namespace of their wrapper",
        value: { numbers: [1, -2, 3] },
        deviations: ["other-namespace numbersResponse/numbers"],
      },
    ],
    items: [
      {
        name: "multi-references",
        kind: "values that are referred to, and left-overs beside them",
        value: { items: [item, item] },
        deviations: [
          "other-namespace itemsResponse/items",
          "out-of-order itemsResponse/items/item/next/name",
          "out-of-order itemsResponse/items/item/name",
        ],
      },
    ],
    order: [
      {
        name: "fault",
        kind: "a fault whose code has a dot",
        error: {
          faultCode: { namespace: SOAP11, local: "Server.Sold" },
          names: ["OutOfStock"],
          detail: sold,
        },
        deviations: [
          "other-namespace Fault/detail/OutOfStock/days",
          "other-namespace Fault/detail/OutOfStock/item",
          "out-of-order Fault/detail/OutOfStock/item",
        ],
      },
    ],
  }),
  ...of(mono("Echo"), {
    EchoNumbers: [
      {
        name: "numbers",
        kind: "numbers, nullable ones as xsi:nil",
        request: { numbers: numbers() },
        value: { EchoNumbersResult: numbers() },
      },
    ],
    EchoPrice: [
      {
        name: "attributes",
        kind: "text with attributes, one of them qualified",
        request: { price: { currency: "EUR", net: true, code: "A1", $value: "1.10" } },
        value: { EchoPriceResult: { currency: "EUR", net: true, code: "A1", $value: "1.10" } },
      },
    ],
    EchoShapes: [
      {
        name: "derived-types",
        kind: "derived types by xsi:type",
        request: { shapes: shapes() },
        value: { EchoShapesResult: shapes() },
      },
    ],
    ReadTicket: [
      {
        name: "header",
        kind: "a block of the Header",
        header: { Ticket: { user: "ann", count: 1 } },
        value: { ReadTicketResult: "ann" },
        responseHeader: { Ticket: { user: "ann", count: 2 } },
      },
    ],
    Refuse: [
      {
        name: "fault-soap11",
        kind: "a SoapException with a detail",
        request: { reason: "no <entry>" },
        error: {
          faultCode: { namespace: SOAP11, local: "Client" },
          role: "http://example.org/actor",
        },
      },
    ],
    Divide: [
      {
        name: "out-parameters",
        kind: "out parameters",
        request: { dividend: 17, divisor: 5 },
        value: { DivideResult: 3, remainder: 2 },
      },
    ],
    Notify: [{ name: "one-way", kind: "one-way, 200", request: { text: "x" }, value: undefined }],
    EchoBare: [
      {
        name: "bare",
        kind: "a bare document",
        request: { name: "root", child: [{ name: "leaf" }] },
        value: { name: "root", child: [{ name: "leaf" }] },
      },
    ],
  }),
  ...of(mono("Echo", "soap12"), {
    Refuse: [
      {
        name: "fault-soap12",
        kind: "a SoapException with an unqualified detail in SOAP 1.2",
        request: { reason: "no <entry>" },
        error: { faultCode: { namespace: SOAP12, local: "Sender" } },
      },
    ],
  }),
  ...of(mono("RpcEncoded"), {
    Friends: [
      {
        name: "multi-references",
        kind: "rpc/encoded with values that are referred to",
        value: {
          FriendsResult: [
            { name: "Ann", age: 40, shoe: null },
            { name: "Bob", age: 41, shoe: null, friend: { name: "Ann", age: 40, shoe: null } },
            { name: "Ann", age: 40, shoe: null },
          ],
        },
      },
    ],
  }),
  ...of(mono("RpcLiteral"), {
    EchoPoint: [
      {
        name: "rpc-literal",
        kind: "rpc/literal with a structure",
        request: { point: { x: 1, y: -2, label: "p" } },
        value: { EchoPointResult: { x: 1, y: -2, label: "p" } },
      },
    ],
  }),
  ...of(texts("node-soap"), {
    getText: [
      {
        name: "text",
        kind: "a document",
        request: kind("plain"),
        value: { text: "a < b & é 😀", note: "" },
      },
      {
        name: "fault-soap11",
        kind: "a fault",
        request: kind("fault 1.1"),
        error: { faultCode: { namespace: SOAP11, local: "Client" }, reason: "Too <long>" },
      },
      {
        name: "fault-soap12-in-soap11",
        kind: "a fault in the words of SOAP 1.2 in an envelope of SOAP 1.1",
        request: kind("fault 1.2"),
        error: { faultCode: { namespace: SOAP11, local: "Sender" }, reason: "Too <long>" },
      },
    ],
  }),
];

function numbers() {
  return {
    signedByte: -128,
    unsignedByte: 255,
    int16: -32768,
    unsigned16: 65535,
    int32: -2147483648,
    unsigned32: 4294967295,
    int64: -9223372036854775808n,
    unsigned64: 18446744073709551615n,
    exact: "1.10",
    single: 0.5,
    twofold: 1e21,
    maybe32: null,
    maybe64: 5n,
    maybeTrue: null,
  };
}

function shapes() {
  return [
    { $type: "Circle", name: "c", radius: 1.5 },
    { $type: "ColouredSquare", name: "s", side: 2, colour: "light-blue" },
  ];
}
