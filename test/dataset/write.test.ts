import { describe, expect, it } from "vitest";
import { readDataSet, readDataTable } from "../../src/dataset/read/read.js";
import { writeDataSet, writeDataTable } from "../../src/dataset/write/write.js";
import { XmlElement } from "../../src/xml/element.js";
import { xmlElementText } from "../../src/xml/write-element.js";

interface Tables {
  Orders: { OrderID: number; Note?: string; Blob?: Uint8Array };
}

const columns = [
  { name: "OrderID", type: "int", nullable: false },
  { name: "Note" },
  { name: "Blob", type: "base64Binary" },
] as const;

/** As text, a line for each element. */
function lines(element: XmlElement): string[] {
  return xmlElementText(element, "http://example.com/").replaceAll("><", ">\n<").split("\n");
}

it("writes a schema with its DataSet's element as .NET has it", () => {
  const { schema } = writeDataSet<Tables>({
    name: "My Shop",
    tables: { Orders: { columns, rows: [], primaryKey: ["OrderID"] } },
  });
  expect(lines(schema)).toEqual([
    '<xs:schema xmlns="" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:msdata="urn:schemas-microsoft-com:xml-msdata" id="My_x0020_Shop">',
    '<xs:element name="My_x0020_Shop" msdata:IsDataSet="true" msdata:UseCurrentLocale="true">',
    "<xs:complexType>",
    '<xs:choice minOccurs="0" maxOccurs="unbounded">',
    '<xs:element name="Orders">',
    "<xs:complexType>",
    "<xs:sequence>",
    '<xs:element name="OrderID" type="xs:int"/>',
    '<xs:element name="Note" type="xs:string" minOccurs="0"/>',
    '<xs:element name="Blob" type="xs:base64Binary" minOccurs="0"/>',
    "</xs:sequence>",
    "</xs:complexType>",
    "</xs:element>",
    "</xs:choice>",
    "</xs:complexType>",
    '<xs:unique name="Orders_Key" msdata:PrimaryKey="true">',
    '<xs:selector xpath=".//Orders"/>',
    '<xs:field xpath="OrderID"/>',
    "</xs:unique>",
    "</xs:element>",
    "</xs:schema>",
  ]);
});

it("writes what has changed", () => {
  const kept = { OrderID: 1, Note: " ", Blob: Uint8Array.of(1, 2) };
  const before = { OrderID: 3, Note: "old" };
  const after = { OrderID: 3, Note: "new" };
  const { $any } = writeDataSet<Tables>({
    name: "Shop",
    namespace: "urn:shop",
    tables: {
      Orders: {
        columns,
        rows: [kept, after, { OrderID: 4 }],
        changes: [
          { state: "deleted", row: { OrderID: 2 }, position: 1 },
          { state: "modified", row: after, original: before },
        ],
        errors: [{ row: kept, error: "No", columns: { Note: "Blank" } }],
      },
    },
  });
  const [, ...rest] = lines($any);
  expect(rest).toEqual([
    '<Shop xmlns="urn:shop">',
    '<Orders diffgr:id="Orders1" msdata:rowOrder="0" diffgr:hasErrors="true">',
    "<OrderID>1</OrderID>",
    '<Note xml:space="preserve"> </Note>',
    "<Blob>AQI=</Blob>",
    "</Orders>",
    '<Orders diffgr:id="Orders3" msdata:rowOrder="2" diffgr:hasChanges="modified">',
    "<OrderID>3</OrderID>",
    "<Note>new</Note>",
    "</Orders>",
    '<Orders diffgr:id="Orders4" msdata:rowOrder="3">',
    "<OrderID>4</OrderID>",
    "</Orders>",
    "</Shop>",
    "<diffgr:before>",
    '<Orders xmlns="urn:shop" diffgr:id="Orders2" msdata:rowOrder="1">',
    "<OrderID>2</OrderID>",
    "</Orders>",
    '<Orders xmlns="urn:shop" diffgr:id="Orders3" msdata:rowOrder="2">',
    "<OrderID>3</OrderID>",
    "<Note>old</Note>",
    "</Orders>",
    "</diffgr:before>",
    "<diffgr:errors>",
    '<Orders xmlns="urn:shop" diffgr:id="Orders1" diffgr:Error="No">',
    '<Note diffgr:Error="Blank"/>',
    "</Orders>",
    "</diffgr:errors>",
    "</diffgr:diffgram>",
  ]);
});

it("writes XML in a column of any type as it is", () => {
  const value = new XmlElement(
    { namespace: "urn:x", local: "other" },
    [],
    [new XmlElement({ namespace: "urn:x", local: "in" })],
  );
  const written = writeDataSet({
    name: "S",
    tables: { T: { columns: [{ name: "A", type: "anyType" }], rows: [{ A: value }] } },
  });
  const { T } = readDataSet(written).tables;
  expect(T?.rows).toMatchObject([{ A: { name: { namespace: "", local: "A" }, children: [{}] } }]);
});

it("writes a DataTable as the main table of a DataSet", () => {
  const written = writeDataTable({
    name: "Orders",
    namespace: "urn:t",
    columns,
    rows: [{ OrderID: 1 }],
  });
  expect(readDataSet(written)).toMatchObject({ name: "NewDataSet", mainTable: "Orders" });
  expect(readDataTable(written).rows).toEqual([{ OrderID: 1 }]);
  expect(lines(written.schema)[1]).toContain('msdata:MainDataTable="urn_x003A_t_x003A_Orders"');
});

describe("relations", () => {
  const ids = [{ name: "Id", type: "int" }] as const;
  const relation = (name: string, parent: string, child: string, nested: boolean) => ({
    name,
    parent,
    child,
    parentColumns: ["Id"],
    childColumns: ["Id"],
    nested,
    enforced: true,
  });
  const table = { columns: ids, rows: [] };

  it("make the columns of the parent unique if it has no key of them", () => {
    const source = {
      name: "S",
      tables: { A: table, B: table },
      relations: [relation("R", "A", "B", false)],
    };
    const written = writeDataSet(source);
    expect(lines(written.schema).filter((line) => line.includes("R_Key"))).toEqual([
      '<xs:unique name="R_Key">',
      '<xs:keyref name="R" refer="R_Key" msdata:RelationName="R">',
    ]);
    expect(readDataSet(written).relations).toEqual(source.relations);
  });

  it("of a table in several others refer to its element", () => {
    const source = {
      name: "S",
      tables: { A: table, B: table, C: table },
      relations: [relation("AC", "A", "C", true), relation("BC", "B", "C", true)],
    };
    const written = writeDataSet(source);
    expect(lines(written.schema).filter((line) => line.includes('ref="C"'))).toHaveLength(3);
    expect(readDataSet(written).relations).toEqual(source.relations);
  });
});

describe("rejects", () => {
  const write = (row: Readonly<Record<string, string | number>>) =>
    writeDataSet({ name: "S", tables: { Orders: { columns, rows: [{ OrderID: 1 }, row] } } });

  it("a value that is not of its column's type", () => {
    expect(() => write({ OrderID: "one" })).toThrow(
      expect.objectContaining({
        code: "INVALID_REQUEST",
        path: "Orders[1]/OrderID",
        message: "Orders[1]/OrderID must be an integer from -2147483648 to 2147483647.",
      }),
    );
  });

  it("a member that is no column", () => {
    expect(() => write({ OrderID: 1, Nota: "x" })).toThrow(
      expect.objectContaining({ path: "Orders[1]/Nota" }),
    );
  });

  it("changes and errors of rows that are not there", () => {
    const row = { OrderID: 1 };
    const table = { columns, rows: [{ OrderID: 1 }] };
    const written = (more: object) => () =>
      writeDataSet<Tables>({ name: "S", tables: { Orders: { ...table, ...more } } });
    expect(written({ changes: [{ state: "added", row }] })).toThrow("not among its rows");
    expect(written({ errors: [{ row, columns: {} }] })).toThrow("not among its rows");
    const [there] = table.rows;
    expect(written({ errors: [{ row: there, columns: { Nota: "x" } }] })).toThrow("Nota");
    expect(written({ changes: [{ state: "deleted", row: there, position: 0 }] })).toThrow(
      "deleted",
    );
  });

  it("relations of tables that are not there", () => {
    const relation = { name: "R", parent: "Orders", child: "Lines", nested: false, enforced: true };
    const relations = [{ ...relation, parentColumns: ["OrderID"], childColumns: ["OrderID"] }];
    const source = { name: "S", tables: { Orders: { columns, rows: [] } }, relations };
    expect(() => writeDataSet(source)).toThrow("The relation R names a table");
  });

  it("tables and columns of other namespaces than the DataSet's", () => {
    const tables = (more: object, column: object) => ({
      T: { columns: [{ name: "A", ...column }], rows: [], ...more },
    });
    expect(() => writeDataSet({ name: "S", tables: tables({ namespace: "urn:x" }, {}) })).toThrow(
      "another namespace",
    );
    expect(() => writeDataSet({ name: "S", tables: tables({}, { namespace: "urn:x" }) })).toThrow(
      "another namespace",
    );
  });
});
