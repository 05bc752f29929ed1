/** Values as .NET reads and writes them, of types beyond those of the contract. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, serve } from "../../../src/simulator/index.js";
import type { ComplexType, Operation } from "../../../src/soap/index.js";
import { envelope11, send } from "../raw.js";

const namespace = "urn:t";
const inner: ComplexType = {
  namespace,
  sequence: [{ element: "sName", type: "string", minOccurs: 0 }],
};
const type: ComplexType = {
  namespace,
  sequence: [
    { element: "iCount", type: "int" },
    { element: "bOn", type: "boolean" },
    { element: "dAt", type: "dateTime" },
    { element: "eKind", type: { enumeration: { first: "first", "light-blue": "light-blue" } } },
    { element: "sText", type: "string", minOccurs: 0 },
    { element: "oInner", type: inner, minOccurs: 0 },
    {
      element: "aTexts",
      minOccurs: 0,
      type: {
        namespace,
        item: {
          element: "string",
          type: "string",
          minOccurs: 0,
          nillable: true,
          maxOccurs: "unbounded",
        },
      },
    },
  ],
};

const operation: Operation<Values, Values> = {
  generator: "test",
  name: "m",
  soapAction: "urn:t/m",
  input: { element: "m", namespace, type },
  output: { element: "r", namespace, type },
};
const nothing: Operation<Values, Values> = {
  generator: "test",
  name: "nothing",
  soapAction: "urn:t/nothing",
  input: { element: "nothing", namespace, type: { namespace, sequence: [] } },
  output: { element: "r", namespace, type: { namespace, sequence: [] } },
};
type Values = Readonly<Record<string, unknown>>;

let service: RunningService;
let seen: Values;
let given: Values = {};
beforeAll(async () => {
  service = await serve(
    { m: operation, nothing },
    {
      profile: "asmx",
      handlers: {
        m: (request) => {
          seen = request;
          return given;
        },
        nothing: () => ({}),
      },
    },
  );
});
afterAll(() => service.close());

async function send11(
  body: string | Uint8Array,
  type = "text/xml; charset=utf-8",
  action = "m",
): Promise<string> {
  const headers = { "Content-Type": type, SOAPAction: `"urn:t/${action}"` };
  const response = await send(service.url, { headers, body });
  const [, reason] = /<faultstring>(.*)<\/faultstring>/s.exec(response.body) ?? [];
  if (response.status !== 200) throw new Error(reason ?? String(response.status));
  return response.body;
}

async function read(content: string): Promise<Values> {
  await send11(envelope11(`<m xmlns="urn:t">${content}</m>`));
  return seen;
}

const none = {
  iCount: 0,
  bOn: false,
  dAt: "0001-01-01T00:00:00",
  eKind: "first",
  sText: undefined,
  oInner: undefined,
  aTexts: undefined,
};

describe("reading", () => {
  it.each<[string, string, object]>([
    ["nothing", "", {}],
    ["an empty string", "<sText/>", { sText: "" }],
    ["white space of a string", "<sText> a\n</sText>", { sText: " a\n" }],
    ["nil for a string", '<sText xsi:nil="true"/>', { sText: "" }],
    ["nil for an object", '<oInner xsi:nil="1"/>', { oInner: undefined }],
    [
      "an xsi:type, which is passed over",
      '<iCount xsi:type="xsd:string">7</iCount>',
      { iCount: 7 },
    ],
    [
      "CDATA and references",
      "<sText>a<![CDATA[<b>]]>&amp;&#233;&#13;</sText>",
      { sText: "a<b>&é\r" },
    ],
    ["a negative number", "<iCount>-2147483648</iCount>", { iCount: -2_147_483_648 }],
    ["1 for true", "<bOn> 1 </bOn>", { bOn: true }],
    [
      "a time with an offset",
      "<dAt>2026-01-02T03:04:05.6+01:00</dAt>",
      { dAt: "2026-01-02T03:04:05.6+01:00" },
    ],
    ["a value with a hyphen", "<eKind>light-blue</eKind>", { eKind: "light-blue" }],
    ["an object", "<oInner><sName>n</sName><x/></oInner>", { oInner: { sName: "n" } }],
    [
      "an array with null and empty items",
      '<aTexts><string>a</string><string xsi:nil="true"/><string/><x/></aTexts>',
      { aTexts: ["a", null, ""] },
    ],
    ["the first of repeated ones", "<iCount>1</iCount><iCount>2</iCount>", { iCount: 1 }],
    ["those of another namespace as unknown", '<iCount xmlns="">1</iCount>', {}],
  ])("accepts %s", async (_, content, expected) => {
    expect(await read(content)).toEqual({ ...none, ...expected });
  });

  it.each([
    ["nil for a number", '<iCount xsi:nil="true"/>', "Input string was not in a correct format."],
    ["nil for a boolean", '<bOn xsi:nil="true"/>', "The string '' is not a valid Boolean value."],
    ["a fraction", "<iCount>1.0</iCount>", "Input string was not in a correct format."],
    ["TRUE", "<bOn>TRUE</bOn>", "The string 'TRUE' is not a valid Boolean value."],
    ["a date without a time", "<dAt>2026-01-02</dAt>", "not a valid AllXsd value"],
    ["an empty enumeration", "<eKind/>", "'' is not a valid value"],
  ])("rejects %s", async (_, content, reason) => {
    await expect(read(content)).rejects.toThrow(reason);
  });

  it.each([
    ["iso-8859-1", "latin1"],
    ["utf-16", "utf16le"],
  ] as const)("accepts %s", async (charset, encoding) => {
    const text = envelope11('<m xmlns="urn:t"><sText>é</sText></m>').replace("utf-8", charset);
    const bytes = Buffer.from(charset === "utf-16" ? `\ufeff${text}` : text, encoding);
    for (const contentType of ["text/xml", `text/xml; charset=${charset}`]) {
      await send11(bytes, contentType);
      expect(seen).toMatchObject({ sText: "é" });
    }
  });
});

describe("writing", () => {
  /** The content of the Body. */
  async function responseTo(values: Values, action = "m"): Promise<string | undefined> {
    given = values;
    const body = await send11(envelope11(`<${action} xmlns="urn:t" />`), "text/xml", action);
    return /<soap:Body>(.*)<\/soap:Body>/s.exec(body)?.[1];
  }
  const write = async (values: Values) =>
    (await responseTo(values))?.replace(
      /^<r xmlns="urn:t"><iCount>0<\/iCount><bOn>false<\/bOn><dAt>0001-01-01T00:00:00<\/dAt><eKind>first<\/eKind>|<\/r>$/g,
      "",
    );

  it.each<[string, Values, string]>([
    ["null, which is left out", {}, ""],
    ["an empty string", { sText: "" }, "<sText />"],
    ["markup", { sText: 'a<b>&"' }, '<sText>a&lt;b&gt;&amp;"</sText>'],
    ["a CR as it is", { sText: "a\r\nb" }, "<sText>a\r\nb</sText>"],
    ["an object with nothing in it", { oInner: {} }, "<oInner />"],
    ["an empty array", { aTexts: [] }, "<aTexts />"],
    [
      "null in an array",
      { aTexts: ["a", null, ""] },
      '<aTexts><string>a</string><string xsi:nil="true" /><string /></aTexts>',
    ],
  ])("has %s", async (_, values, xml) => {
    expect(await write(values)).toBe(xml);
  });

  it("has the defaults of values that are never null, in the contract's order", async () => {
    expect(await responseTo({ bOn: true, iCount: 3 })).toBe(
      '<r xmlns="urn:t"><iCount>3</iCount><bOn>true</bOn><dAt>0001-01-01T00:00:00</dAt><eKind>first</eKind></r>',
    );
    expect(await responseTo({}, "nothing")).toBe('<r xmlns="urn:t" />');
  });
});
