import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ModuleKind, ModuleResolutionKind, Project, ScriptTarget } from "ts-morph";
import { afterAll, describe, expect, it } from "vitest";
import { generateFiles, parseContract } from "../../src/codegen/index.js";
import { messageElements, type Operation, resolveType } from "../../src/schema/index.js";
import { ordersWsdl, replaced, TNS } from "../wsdl/fixtures.js";

const orders = ordersWsdl();
const generated = (wsdl: string) =>
  generateFiles(parseContract(wsdl, "/a/b/orders.wsdl"), "../../src/codegen-runtime/v1.js");
const fileOf = (wsdl: string, name: string) => generated(wsdl).get(name) ?? "";

/** Names that a careless generator would run, close a comment with, or use as its own. */
const hostile = [
  [
    '<s:element name="iID" type="s:int"/>',
    ["constructor", "__proto__", "class", "a-b", "a.b", "toString"]
      .map((name) => `<s:element minOccurs="0" name="${name}" type="s:string"/>`)
      .join(""),
  ],
  [
    "Gives an order.",
    "Ends */ here; `$\u007bprocess.exit()}` @deprecated {@link x} &quot;\\u002a/",
  ],
  [
    'value="getOrder_Error"',
    'value="getOrder_&quot;); `$\u007b1}` \\ "/><s:enumeration value="getOrder_2 x"',
  ],
].reduce((wsdl, [from = "", to = ""]) => replaced(wsdl, from, () => to), orders);

const operationCalled = (name: string) => replaced(orders, /"(tns:)?getOrder"/g, `"$1${name}"`);

/** Names that the generated code defines: those of its imports, constants and classes. */
const taken = [
  [/ORDER\b/g, "Unlisted"],
  [/"(tns:)?getOrder"/g, '"$1ComplexType"'],
  [/OrderService/, "Soap"],
  [/LINE\b/g, "SoapClientOptions"],
  ['value="getOrder_Error"', 'value="getOrder___proto__"/><s:enumeration value="getOrder_OK"'],
].reduce((wsdl, [from = "", to = ""]) => replaced(wsdl, from, String(to)), orders);

const long = [
  [/"(tns:)?getOrder"/g, `"$1${"g".repeat(90)}"`],
  [/ORDER\b/g, "O".repeat(99)],
  [/getOrderRet\b/g, "E".repeat(90)],
  [/dPrice/g, "d".repeat(90)],
  [/urn:example:orders\b/g, `urn:example:${"o".repeat(90)}`],
].reduce((wsdl, [from = "", to = ""]) => replaced(wsdl, from, String(to)), orders);

/** The WSDL in a separate namespace; its schema keeps its namespace. */
const twoNamespaces = [
  [/targetNamespace="[^"]*">\s*<w:types/, 'targetNamespace="urn:w" xmlns:wtns="urn:w"><w:types'],
  [/(message|binding|type)="tns:(getOrder(?:In|Out)|Orders\w*)"/g, '$1="wtns:$2"'],
].reduce((wsdl, [from = "", to = ""]) => replaced(wsdl, from, String(to)), orders);

/** The same with a fault of its operation. */
const withFault = (wsdl: string) =>
  [
    [
      "</s:schema>",
      '<s:element name="noSuchOrder"><s:complexType><s:sequence><s:element name="why" type="s:string"/></s:sequence></s:complexType></s:element></s:schema>',
    ],
    [
      /(?=<w:message)/,
      '<w:message name="noOrder"><w:part name="fault" element="tns:noSuchOrder"/></w:message>',
    ],
    [/(?=<\/w:operation>)/, '<w:fault name="NoSuchOrder" message="tns:noOrder"/>'],
  ].reduce((text, [from = "", to = ""]) => replaced(text, from, String(to)), wsdl);

const SCHEMA_END = /(?=<s:simpleType name="getOrderRet">)/;
const extension = (name: string, base: string, content = "") =>
  `<s:complexType name="${name}"><s:complexContent><s:extension base="${base}"><s:sequence>${content}</s:sequence></s:extension></s:complexContent></s:complexType>`;
const member = (name: string, type: string, more = "") =>
  `<s:element minOccurs="0" name="${name}" type="tns:${type}" ${more}/>`;
/** The orders with more types, and a member of one of them. */
const withTypes = (types: string, members: string): string =>
  replaced(
    replaced(orders, SCHEMA_END, types),
    '<s:element minOccurs="0" name="aLines"',
    `${members}<s:element minOccurs="0" name="aLines"`,
  );

const derivedTypes: readonly (readonly [string, string])[] = [
  [
    "a type derived from an array",
    withTypes(
      extension("MORE", "tns:ArrayOfLINE", '<s:element name="n" type="s:int"/>'),
      member("oMore", "MORE"),
    ),
  ],
  [
    "a nillable element with attributes, also of a derived type and any",
    withTypes(
      `<s:complexType name="PRICE"><s:simpleContent><s:extension base="s:decimal"><s:attribute name="currency" type="s:string" use="required"/></s:extension></s:simpleContent></s:complexType><s:complexType name="OPEN"><s:sequence/><s:anyAttribute/></s:complexType><s:complexType name="SUB"><s:complexContent><s:extension base="tns:LINE"><s:attribute name="a" type="s:int"/></s:extension></s:complexContent></s:complexType>`,
      member("oPrice", "PRICE", 'nillable="true"') +
        member("oOpen", "OPEN", 'nillable="true"') +
        member("oSub", "LINE", 'nillable="true" maxOccurs="unbounded"'),
    ),
  ],
  [
    "a union of types with facets",
    withTypes(
      '<s:simpleType name="MONTH"><s:restriction base="s:int"><s:maxInclusive value="12"/></s:restriction></s:simpleType><s:simpleType name="YEAR"><s:restriction base="s:int"><s:enumeration value="1"/></s:restriction></s:simpleType><s:simpleType name="DATE"><s:union memberTypes="tns:MONTH tns:YEAR s:string"/></s:simpleType>',
      member("oDate", "DATE"),
    ),
  ],
  [
    "a request of an abstract type without members",
    replaced(
      replaced(
        orders,
        /<s:element name="getOrder"><s:complexType>[\s\S]*?<\/s:complexType><\/s:element>/,
        '<s:element name="getOrder" type="tns:QUERY"/>',
      ),
      SCHEMA_END,
      `<s:complexType name="QUERY" abstract="true"/>${extension("BY_ID", "tns:QUERY", '<s:element name="id" type="s:int" minOccurs="0"/>')}`,
    ),
  ],
  [
    "one element as the body and as a header",
    replaced(
      replaced(
        orders,
        /(<w:part name="parameters" element="tns:getOrder"\/>)/,
        '$1<w:part name="head" element="tns:getOrder"/>',
      ),
      '<w:input><soap:body use="literal"/>',
      '<w:input><soap:header message="tns:getOrderIn" part="head" use="literal"/><soap:body parts="parameters" use="literal"/>',
    ),
  ],
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes the files to a folder in which the runtime can be imported, with an optional file that uses them. */
function inFolder(wsdl: string, user = ""): string {
  mkdirSync("test/codegen/.out", { recursive: true });
  const folder = mkdtempSync("test/codegen/.out/");
  folders.push(folder);
  for (const [name, text] of generateFiles(
    parseContract(wsdl, "o.wsdl"),
    "../../../../src/codegen-runtime/v1.js",
  )) {
    writeFileSync(join(folder, name), text);
  }
  if (user !== "") writeFileSync(join(folder, "user.ts"), user);
  return folder;
}

/** One for all tests: the types of the platform are read once. */
const project = new Project({
  compilerOptions: {
    target: ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ModuleKind.NodeNext,
    moduleResolution: ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    types: ["node"],
    noEmit: true,
  },
});

function typeErrors(folder: string): string[] {
  const files = project.addSourceFilesAtPaths(join(folder, "*.ts"));
  const errors = files
    .flatMap((file) => file.getPreEmitDiagnostics())
    .map(
      (each) => `${each.getSourceFile()?.getBaseName()}: ${JSON.stringify(each.getMessageText())}`,
    );
  for (const file of files) file.forget();
  return errors;
}

describe("generateFiles", () => {
  it("reads as if written by hand", () => {
    expect(fileOf(orders, "types.ts")).toContain(`
/** An order. */
export interface ORDER {
  /** \`xs:int\`. */
  iID: number;
  /** \`xs:dateTime\`. Nillable. */
  dPlaced: string | null;
  /** Complex type \`ORDER\`. */
  oParent?: ORDER;
}
`);
    expect(fileOf(orders, "types.ts")).toContain(`
/** Response of \`getOrder\`. */
export interface GetOrderResponse {
  /** \`getOrderRet\`, one of \`getOrder_OK\`, \`getOrder_Error\`. */
  getOrderResult: GetOrderRet | Unlisted;
  /** Complex type \`ORDER\`. */
  oOrder?: ORDER;
  /** Array of \`LINE\`. */
  aLines?: (LINE | null)[];
}
`);
    expect(fileOf(orders, "types.ts")).toContain(`
/** Complex type \`LINE\` of namespace \`${TNS}\`. */
export interface LINE {
  /** \`xs:decimal\`. */
  dPrice: string;
  /** \`xs:long\`. */
  lCount: bigint;
}
`);
    expect(fileOf(orders, "enums.ts")).toContain(`
/** Enumeration \`getOrderRet\` of namespace \`${TNS}\`. */
export const GetOrderRet = {
  getOrder_OK: "getOrder_OK",
  getOrder_Error: "getOrder_Error",
} as const;

/** Enumeration \`getOrderRet\` of namespace \`${TNS}\`. */
export type GetOrderRet = (typeof GetOrderRet)[keyof typeof GetOrderRet];
`);
    expect(fileOf(orders, "outcomes.ts")).toContain(`
export type GetOrderOutcome =
  | {
      status: "OK";
      /** Value of \`getOrderResult\` in the response. */
      ret: string;
      /** Complex type \`ORDER\`. */
      oOrder?: ORDER;
      /** Array of \`LINE\`. */
      aLines?: (LINE | null)[];
    }
  | {
      status: "Error";
      /** Value of \`getOrderResult\` in the response. */
      ret: string;
    }
  | {
      status: "Unlisted";
      /** Value of \`getOrderResult\` in the response. */
      ret: string;
    };
`);
    expect(fileOf(orders, "schema.ts")).toContain(`
export const ORDERSchema: ComplexType = {
  namespace: ns,
  sequence: ["iID: int", "dPlaced: dateTime nillable", "oParent?: ORDER"],
  refs: () => ({ ORDER: ORDERSchema }),
};
`);
    expect(fileOf(orders, "schema.ts")).toContain(`
    sequence: [
      "getOrderResult: GetOrderRet open",
      "oOrder?: ORDER",
      "aLines?: (LINE*: LINE nillable)",
    ],
    refs: { ORDER: ORDERSchema, LINE: LINESchema },
    enums: { GetOrderRet: enums.GetOrderRet },
`);
    expect(fileOf(orders, "schema.ts")).toContain('"sAuthCode?: string secret"');
    const result = replaced(orders, "getOrderResult", "sAuthCodeResult");
    expect(fileOf(result, "schema.ts")).not.toMatch(/sAuthCodeResult:[^"]*secret/);
    expect(fileOf(orders, "client.ts")).toContain(`
  /**
   * Gives an order.
   *
   * SOAPAction "urn:example:orders/getOrder".
   */
  getOrder(
    request: types.GetOrderRequest,
    options?: CallOptions,
  ): Promise<outcomes.GetOrderOutcome> {
    return this.#client.outcome(schema.getOrder, request, options);
  }
`);
  });

  it("names only the file of the source, and returns the same bytes for the same contract", () => {
    const [a, b] = [generated(orders), generated(orders)];
    expect([...a]).toEqual([...b]);
    for (const [name, text] of a) {
      expect(text).not.toContain("/a/b");
      if (name.endsWith(".ts"))
        expect(text).toMatch(/^\/\/ Generated by rescue-soap from orders\.wsdl; do not edit\.\n/);
    }
  });

  it.each<readonly [string, string]>([
    ["orders", orders],
    ["hostile names", hostile],
    ["an operation with a plain response", replaced(orders, "getOrder_OK", "getOrder_Fine")],
    [
      "a request with nothing in it",
      replaced(
        orders,
        /(<s:element name="getOrder"><s:complexType>)<s:sequence>[\s\S]*?<\/s:sequence>/,
        "$1",
      ),
    ],
    ["a type called as TypeScript's own", replaced(orders, /ORDER\b/g, "string")],
    ["an operation called delete", operationCalled("delete")],
    ["an operation called then", operationCalled("then")],
    ["an operation called __proto__", operationCalled("__proto__")],
    ["an operation called prototype", operationCalled("prototype")],
    // Its constant is LINE_, and the line of that ends in the last column but one: no bracket fits behind it.
    ["an operation and a type of one name", operationCalled("LINE")],
    ["an operation called as a type's constant", operationCalled("ORDERSchema")],
    ["names that are the generated code's own", taken],
    ["long names", long],
    ["a schema in another namespace than the WSDL", twoNamespaces],
    ["a fault", withFault(orders)],
    ["an array of itself", replaced(orders, 'type="tns:LINE"', 'type="tns:ArrayOfLINE"')],
    ...derivedTypes,
  ])("compiles for %s, formatted as a formatter would", (_, wsdl) => {
    const folder = inFolder(wsdl);
    expect(typeErrors(folder)).toEqual([]);
    for (const [name, text] of generated(wsdl)) {
      const arguments_ = ["format", `--stdin-file-path=src/generated/${name}`];
      const { stdout } = spawnSync("node_modules/.bin/biome", arguments_, { input: text });
      expect(String(stdout)).toBe(text);
    }
  });

  it("distinguishes names of its own schema, of built-in types, and undefined names", async () => {
    const wsdl = [
      [/ORDER\b/g, "ID"],
      [/LINE\b/g, "__proto__"],
      [/getOrderRet\b/g, "QName"],
      [
        'name="iID" type="s:int"/>',
        'name="na·me" type="s:int"/><s:element name="id" type="s:ID"/>',
      ],
    ].reduce((text, [from = "", to = ""]) => replaced(text, from, String(to)), orders);
    const folder = inFolder(wsdl);
    expect(typeErrors(folder)).toEqual([]);
    const { getOrder }: Record<string, Operation> = await import(resolve(folder, "schema.ts"));
    const members = getOrder === undefined ? [] : messageElements(getOrder.output ?? { parts: [] });
    expect(members.map(({ element, type }) => [element, resolveType(type)])).toMatchObject([
      ["getOrderResult", { enumeration: { getOrder_OK: "getOrder_OK" } }],
      [
        "oOrder",
        {
          sequence: ["na·me: int", "id: ID", "dPlaced: dateTime nillable", {}],
        },
      ],
      [
        "aLines",
        { item: { element: "__proto__", type: { sequence: ["dPrice: decimal", "lCount: long"] } } },
      ],
    ]);
  });

  it("lets nothing of the contract run or end a comment", () => {
    const all = [...generated(hostile).values()].join("\n");
    expect(all).toContain("Ends *\\/ here");
    expect(all).toContain('"getOrder_\\"); `$\u007b1}` \\\\ "');
    expect(all).not.toMatch(/^\s*\* @deprecated/m);
  });

  it("generates outcomes that the compiler checks exhaustively", () => {
    const use = (arms: string) => `
import type { GetOrderOutcome } from "./index.js";
export function use(outcome: GetOrderOutcome): string {
  switch (outcome.status) {
    case "OK": return String(outcome.oOrder?.iID);
    ${arms}
  }
}`;
    expect(
      typeErrors(inFolder(orders, use('case "Error": case "Unlisted": return outcome.ret;'))),
    ).toEqual([]);
    expect(typeErrors(inFolder(orders, use('case "Error": return outcome.ret;')))).toEqual([
      expect.stringContaining("lacks ending return statement"),
    ]);
    expect(
      typeErrors(inFolder(orders, use('case "Eror": case "Error": case "Unlisted": return "";'))),
    ).toHaveLength(1);
  });

  it("types the details of faults by their names", () => {
    const wsdl = withFault(orders);
    const use = (name: string, member: string) => `
import { getOrder, isFault } from "./index.js";
export function use(error: unknown): string {
  if (isFault(error, "${name}")) return error.detail.${member};
  if (isFault(error, "${name}", getOrder)) return error.detail.${member};
  throw error;
}`;
    const errors = (name: string, member: string) => typeErrors(inFolder(wsdl, use(name, member)));
    expect(errors("NoSuchOrder", "why")).toEqual([]);
    expect(errors("NoSuchOrder", "wy")[0]).toContain("Property 'wy' does not exist");
    expect(errors("NoSuchFault", "why").length).toBeGreaterThan(0);
    expect(generated(orders).has("faults.ts")).toBe(false);
  });

  it("uses the namespace in the binding for a header by type, and returns faults of headers as faults", () => {
    const wsdl = [
      [
        /(?=<w:message)/,
        '<w:message name="heads"><w:part name="ticket" type="s:string"/><w:part name="expired" type="s:int"/></w:message>',
      ],
      [
        '<w:input><soap:body use="literal"/>',
        `<w:input><soap:body use="literal"/><soap:header message="tns:heads" part="ticket" use="literal" namespace="urn:head">
           <soap:headerfault message="tns:heads" part="expired" use="literal" namespace="urn:head"/></soap:header>`,
      ],
    ].reduce((text, [from = "", to = ""]) => replaced(text, from, String(to)), orders);
    expect(fileOf(wsdl, "schema.ts").replace(/\s+/g, " ")).toContain(
      '{ element: "ticket", namespace: "urn:head", type: "string", minOccurs: 0 }',
    );
    const use = `
import { isFault } from "./index.js";
export const days = (error: unknown): number => (isFault(error, "expired") ? error.detail : 0);`;
    expect(typeErrors(inFolder(wsdl, use))).toEqual([]);
    expect(fileOf(wsdl, "schema.ts")).toContain("inHeader: true");
  });

  it("returns the default value for an empty element", () => {
    const wsdl = replaced(
      orders,
      '<s:element name="iID" type="s:int"/>',
      `<s:element name="iID" type="s:int" default="5"/><s:element name="sNote" type="s:string" default="x"/>
       <s:element name="eRet" type="tns:getOrderRet" fixed="getOrder_OK"/>`,
    );
    const schema = fileOf(wsdl, "schema.ts");
    expect(schema).toContain('{ element: "iID", type: "int", default: "5" }');
    expect(schema).toContain('default: "getOrder_OK"');
    // An empty string is one.
    expect(schema).toContain('"sNote: string"');
    expect(fileOf(wsdl, "types.ts")).toContain("  /** `xs:int`. Default `5`. */");
  });

  it("renames members that every object has", () => {
    const use = `
import type { ORDER } from "./index.js";
export const bare: ORDER = { dPlaced: null };
export const full: ORDER = { dPlaced: null, $toString: "a", $constructor: "b", $__proto__: "c" };`;
    expect(typeErrors(inFolder(hostile, use))).toEqual([]);
  });

  it("documents a client with the addresses of its ports, without credentials", () => {
    const wsdl = replaced(
      orders,
      /(<soap:address location=")[^"]*"/,
      '$1https://user:pass@orders.example/api?apikey=secret&amp;v=2"',
    );
    const source = "https://user:pass@orders.example/orders.asmx?wsdl&token=secret";
    const files = generateFiles(parseContract(wsdl, source), "x");
    expect(files.get("client.ts")).toContain(`
/**
 * Client of the service \`OrderService\`.
 *
 * Port \`OrdersSoap\`: SOAP 1.1 at \`https://orders.example/api?v=2\`.
 */
export class OrderServiceClient {`);
    for (const [name, text] of files) {
      expect([name, /pass@|secret(?!")/.exec(text)?.[0]]).toEqual([name, undefined]);
    }
  });

  it("writes no file without declarations", () => {
    const plain = replaced(orders, "getOrder_OK", "getOrder_Fine");
    const files = generated(plain);
    expect([...files.keys()]).not.toContain("outcomes.ts");
    expect(files.get("index.ts")).not.toContain("outcomes");
    const withoutEnumerations = replaced(
      plain,
      /<s:simpleType[\s\S]*?<\/s:simpleType>/,
      '<s:simpleType name="getOrderRet"><s:restriction base="s:string"/></s:simpleType>',
    );
    expect([...generated(withoutEnumerations).keys()]).toEqual([
      "client.ts",
      "contract.json",
      "index.ts",
      "schema.ts",
      "types.ts",
    ]);
    expect(typeErrors(inFolder(withoutEnumerations))).toEqual([]);
  });

  it("needs no port if there is only one", () => {
    const use = `
import { OrderServiceClient } from "./index.js";
export const clients = [new OrderServiceClient(), new OrderServiceClient({ port: "OrdersSoap" })];
export const unknown = new OrderServiceClient({ port: "Orders" });`;
    expect(typeErrors(inFolder(orders, use))).toHaveLength(1);
  });

  it("keeps a value called __proto__", () => {
    const text = fileOf(replaced(orders, '"getOrder_Error"', '"__proto__"'), "enums.ts");
    expect(text).toContain('  ["__proto__"]: "__proto__",');
  });

  it.each(["status", "ret"])(
    "generates no outcome for a response with a member called %s",
    (name) => {
      const wsdl = replaced(orders, "oOrder", name);
      expect(fileOf(wsdl, "outcomes.ts")).not.toContain("GetOrderOutcome");
      expect(fileOf(wsdl, "schema.ts")).toContain("export const getOrder: Operation<");
      expect(typeErrors(inFolder(wsdl))).toEqual([]);
    },
  );

  it("distinguishes elements of several namespaces in one type", () => {
    const wsdl = replaced(orders, 'name="iID"', 'name="iID" form="unqualified"');
    expect(fileOf(wsdl, "schema.ts")).toContain('{ element: "dPlaced", namespace: ns,');
    expect(typeErrors(inFolder(wsdl))).toEqual([]);
  });

  it("generates a client per port that binds the operations differently, with the name of the port", () => {
    const contract = parseContract(orders, "orders.wsdl");
    const services = contract.services.map((service) => ({
      ...service,
      ports: service.ports.flatMap((port) => {
        const operations = port.operations.map((each) => ({ ...each, action: "urn:other" }));
        return [port, { ...port, name: "Second", operations }];
      }),
    }));
    const files = generateFiles({ ...contract, services }, "x");
    expect(files.get("client-OrderService_SecondClient.ts")).toContain(
      "export class OrderService_SecondClient {",
    );
    expect(files.get("types.ts")?.match(/GetOrderRequest/g)).toHaveLength(1);
  });

  it("generates a client per service, with one schema for what they share", () => {
    const two = replaced(
      orders,
      /<w:service[\s\S]*<\/w:service>/,
      (service: string) => service + service.replace("OrderService", "Other"),
    );
    const files = generated(two);
    expect([...files.keys()]).toContain("client-OtherClient.ts");
    expect(files.get("schema.ts")).toContain("export const otherClientPorts = {");
    expect(files.get("schema.ts")?.match(/name: "getOrder"/g)).toHaveLength(1);
    expect(typeErrors(inFolder(two))).toEqual([]);
  });

  it("generates the committed code from the committed WSDL", () => {
    const contract = parseContract(readFileSync("wsdl/API.wsdl", "utf8"), "wsdl/API.wsdl");
    const ports = ["APISoap", "APISoap12"];
    for (const [name, text] of generateFiles(contract, "../codegen-runtime/v1.js", { ports })) {
      expect(readFileSync(`src/generated/${name}`, "utf8")).toBe(text);
    }
  });
});
