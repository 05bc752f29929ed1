import { describe, expect, expectTypeOf, it } from "vitest";
import { readDataSet, readDataTable } from "../../src/dataset/read/read.js";
import { XmlElement } from "../../src/xml/element.js";
import { readElement } from "../../src/xml/read-element.js";

const PREFIXES = `xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:msdata="urn:schemas-microsoft-com:xml-msdata"
  xmlns:diffgr="urn:schemas-microsoft-com:xml-diffgram-v1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

/** A schema of a DataSet called Shop, `tables` in its element, `keys` after them. */
function shop(tables: string, keys = ""): string {
  return `<xs:schema id="Shop" xmlns="" ${PREFIXES}>
    <xs:element name="Shop" msdata:IsDataSet="true" msdata:UseCurrentLocale="true">
      <xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">${tables}</xs:choice></xs:complexType>
      ${keys}
    </xs:element>
  </xs:schema>`;
}

function table(name: string, content: string): string {
  return `<xs:element name="${name}"><xs:complexType>${content}</xs:complexType></xs:element>`;
}

function diffgram(rows: string, rest = ""): string {
  return `<diffgr:diffgram ${PREFIXES}><Shop xmlns="">${rows}</Shop>${rest}</diffgr:diffgram>`;
}

function read(...parts: readonly string[]) {
  return readDataSet(
    readElement(`<GetShopResult xmlns="http://example.com/">${parts.join("")}</GetShopResult>`),
  );
}

/** A table of one column, and the value of it in one row. */
function cell(declaration: string, row: string): unknown {
  const { T } = read(shop(table("T", declaration)), diffgram(row)).tables;
  return T?.rows[0]?.[T.columns[0]?.name ?? ""];
}

const sequence = (columns: string) => `<xs:sequence>${columns}</xs:sequence>`;

const ORDERS = table(
  "Order_x0020_Details",
  sequence(`
    <xs:element name="Order_x0020_ID" msdata:AutoIncrement="true" msdata:AutoIncrementSeed="10"
      msdata:AutoIncrementStep="5" type="xs:int" msdata:Ordinal="1"/>
    <xs:element name="Code" msdata:Caption="The code" msdata:ReadOnly="true" minOccurs="0" msdata:Ordinal="2">
      <xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
    </xs:element>`) +
    `<xs:attribute name="Shelf" type="xs:long"/>
     <xs:attribute name="Row_x0020_Guid" use="prohibited" type="xs:string" msdata:DataType="System.Guid, mscorlib"/>`,
);

describe("a DataSet as .NET writes it", () => {
  const { name, namespace, tables, relations } = read(
    shop(
      ORDERS,
      `<xs:unique name="Constraint1" msdata:PrimaryKey="true">
        <xs:selector xpath=".//Order_x0020_Details"/><xs:field xpath="Order_x0020_ID"/>
      </xs:unique>
      <xs:unique name="Other" msdata:ConstraintName="Constraint1">
        <xs:selector xpath=".//Order_x0020_Details"/><xs:field xpath="Code"/><xs:field xpath="@Shelf"/>
      </xs:unique>`,
    ),
    diffgram(
      `<Order_x0020_Details diffgr:id="Order Details1" msdata:rowOrder="0" Shelf="7" msdata:hiddenRow_x0020_Guid="g">
        <Order_x0020_ID>10</Order_x0020_ID><Code>a&lt;b</Code>
      </Order_x0020_Details>
      <Order_x0020_Details diffgr:id="Order Details5" msdata:rowOrder="4" diffgr:hasChanges="descent">
        <Order_x0020_ID>30</Order_x0020_ID>
      </Order_x0020_Details>
      <Order_x0020_Details diffgr:id="Order Details2" msdata:rowOrder="1" diffgr:hasChanges="modified"
          diffgr:hasErrors="true">
        <Order_x0020_ID>15</Order_x0020_ID><Code xml:space="preserve">  </Code>
      </Order_x0020_Details>
      <Order_x0020_Details diffgr:id="Order Details4" msdata:rowOrder="3" diffgr:hasChanges="inserted">
        <Order_x0020_ID>25</Order_x0020_ID><Code/>
      </Order_x0020_Details>`,
      `<diffgr:before>
        <Order_x0020_Details diffgr:id="Order Details2" msdata:rowOrder="1" Shelf="2" xmlns="">
          <Order_x0020_ID>15</Order_x0020_ID>
        </Order_x0020_Details>
        <Order_x0020_Details diffgr:id="Order Details3" diffgr:parentId="Shelf1" msdata:rowOrder="2" xmlns="">
          <Order_x0020_ID>20</Order_x0020_ID>
        </Order_x0020_Details>
      </diffgr:before>
      <diffgr:errors>
        <Order_x0020_Details diffgr:id="Order Details2" diffgr:Error="No stock" xmlns="">
          <Code diffgr:Error="Too blank"/>
        </Order_x0020_Details>
        <Order_x0020_Details diffgr:id="Order Details3" xmlns=""><Code diffgr:Error="Gone"/></Order_x0020_Details>
      </diffgr:errors>`,
    ),
  );
  const orders = tables["Order Details"];
  const modified = { "Order ID": 15, Code: "  " };
  const deleted = { "Order ID": 20 };

  it("has a name and tables by their names", () => {
    expect({ name, namespace, relations }).toEqual({ name: "Shop", namespace: "", relations: [] });
    expect(Object.keys(tables)).toEqual(["Order Details"]);
  });

  it("describes columns in their order", () => {
    const usual = { nullable: true, readOnly: false };
    expect(orders?.columns).toEqual([
      { ...usual, name: "Shelf", caption: "Shelf", type: "long", mapping: "attribute" },
      {
        ...usual,
        name: "Order ID",
        caption: "Order ID",
        type: "int",
        mapping: "element",
        nullable: false,
        autoIncrement: { seed: 10n, step: 5n },
      },
      {
        ...usual,
        name: "Code",
        caption: "The code",
        type: "string",
        mapping: "element",
        readOnly: true,
        maxLength: 9,
      },
      {
        ...usual,
        name: "Row Guid",
        caption: "Row Guid",
        type: "string",
        mapping: "hidden",
        clrType: "System.Guid, mscorlib",
      },
    ]);
  });

  it("has keys", () => {
    expect(orders?.primaryKey).toEqual(["Order ID"]);
    expect(orders?.uniqueKeys).toEqual([{ name: "Constraint1", columns: ["Code", "Shelf"] }]);
  });

  it("has the rows as they are now, in the table's order", () => {
    expect(orders?.rows).toEqual([
      { "Order ID": 10, Code: "a<b", Shelf: 7n, "Row Guid": "g" },
      modified,
      { "Order ID": 25, Code: "" },
      { "Order ID": 30 },
    ]);
  });

  it("returns what has changed", () => {
    expect(orders?.changes).toEqual([
      { state: "modified", row: modified, original: { "Order ID": 15, Shelf: 2n } },
      { state: "deleted", row: deleted, position: 2 },
      { state: "added", row: { "Order ID": 25, Code: "" } },
    ]);
    expect(orders?.changes[0]?.row).toBe(orders?.rows[1]);
  });

  it("returns what is in error", () => {
    expect(orders?.errors).toEqual([
      { row: modified, error: "No stock", columns: { Code: "Too blank" } },
      { row: deleted, columns: { Code: "Gone" } },
    ]);
    expect(orders?.errors[1]?.row).toBe(orders?.changes[1]?.row);
  });
});

const int = (name: string) => `<xs:element name="${name}" type="xs:int" minOccurs="0"/>`;

describe("values", () => {
  it.each<[type: string, wire: string, value: unknown]>([
    ['type="xs:int"', "-7", -7],
    ['type="xs:unsignedByte"', "255", 255],
    ['type="xs:long"', "9223372036854775807", 9223372036854775807n],
    ['type="xs:integer"', "12345678901234567890", 12345678901234567890n],
    ['type="xs:decimal"', "1.50", "1.50"],
    ['type="xs:double"', "1E+21", 1e21],
    ['type="xs:float"', "INF", Number.POSITIVE_INFINITY],
    ['type="xs:boolean"', "true", true],
    ['type="xs:dateTime"', "2024-05-06T07:08:09.1+02:00", "2024-05-06T07:08:09.1+02:00"],
    ['type="xs:date"', "2024-05-06T00:00:00+02:00", "2024-05-06T00:00:00+02:00"],
    ['type="xs:duration"', "PT1M30S", "PT1M30S"],
    ['type="xs:base64Binary"', "AQID", Uint8Array.of(1, 2, 3)],
    ['type="xs:base64Binary"', "", new Uint8Array()],
    ['type="xs:hexBinary"', "Af8=", Uint8Array.of(1, 255)],
    ['type="xs:string" msdata:DataType="System.Guid"', "0f-0", "0f-0"],
    ['type="xs:anyType" msdata:DataType="System.DateTimeOffset"', "x", "x"],
    ['type="xs:token"', " a ", " a "],
    ['type="unknown"', "1", "1"],
    ['type="xs:int"', "", undefined],
    ["", "1", "1"],
  ])("of <xs:element %s> from '%s'", (type, wire, value) => {
    const declaration = sequence(`<xs:element name="A" minOccurs="0" ${type}/>`);
    expect(cell(declaration, `<T diffgr:id="T1"><A>${wire}</A></T>`)).toEqual(value);
  });

  it("of any type have an xsi:type", () => {
    const declaration = sequence('<xs:element name="A" type="xs:anyType" minOccurs="0"/>');
    const value = (own: string) => cell(declaration, `<T diffgr:id="T1"><A ${own}>5</A></T>`);
    expect(value('xsi:type="xs:int"')).toBe(5);
    expect(value('msdata:InstanceType="System.Guid"')).toBe("5");
    expect(value('xsi:type="xs:unknown"')).toBe("5");
    expect(() => value('xsi:type="xs:boolean"')).toThrow('T[0]/A is "5", not true or false.');
  });

  it("are DBNull if they are absent or nil", () => {
    const { rows } = read(
      shop(table("T", sequence(int("A") + int("B")))),
      diffgram('<T diffgr:id="T1"><A xsi:nil="true"/></T>'),
    ).tables.T ?? { rows: undefined };
    expect(rows).toEqual([{}]);
  });

  it("are elements if they are XML", () => {
    const declaration = sequence('<xs:element name="A" type="xs:anyType" minOccurs="0"/>');
    const value = cell(declaration, '<T diffgr:id="T1"><A><x>1</x></A></T>');
    expect(value).toBeInstanceOf(XmlElement);
    expect(value).toMatchObject({ text: "1" });
  });

  it("returns a System.Char as a string of one character", () => {
    const char = `<xs:element name="A" minOccurs="0"><xs:simpleType><xs:restriction base="xs:string">
      <xs:length value="1"/></xs:restriction></xs:simpleType></xs:element>`;
    const { T } = read(shop(table("T", sequence(char)))).tables;
    expect(T?.columns[0]).toMatchObject({ type: "string", clrType: "System.Char" });
  });

  it("rejects a value that is not of the column's type, with its place", () => {
    const row = '<T diffgr:id="T1"><A>1</A></T><T diffgr:id="T2"><A>many</A></T>';
    expect(() => read(shop(table("T", sequence(int("A")))), diffgram(row))).toThrow(
      expect.objectContaining({
        code: "INVALID_VALUE",
        path: "T[1]/A",
        message: 'T[1]/A is "many", not an integer from -2147483648 to 2147483647.',
      }),
    );
  });

  it("shows the start of a long value that it rejects", () => {
    const row = `<T diffgr:id="T1"><A>${"9".repeat(100)}</A></T>`;
    expect(() => cell(sequence(int("A")), row)).toThrow(`T[0]/A is "${"9".repeat(60)}…", not an`);
  });

  it("keeps columns with the names of inherited members of objects", () => {
    const { T } = read(
      shop(table("T", sequence('<xs:element name="__proto__" type="xs:string"/>'))),
      diffgram('<T diffgr:id="T1"><__proto__>a</__proto__></T>'),
    ).tables;
    expect(Object.entries(T?.rows[0] ?? {})).toEqual([["__proto__", "a"]]);
  });
});

describe("relations", () => {
  const customer = table("Customer", sequence(int("Id")));
  const order = (content: string) =>
    `<xs:element name="Order" minOccurs="0" maxOccurs="unbounded">${content}</xs:element>`;
  const orderType = `<xs:complexType>${sequence(int("No") + int("Cust"))}</xs:complexType>`;
  const key = `<xs:unique name="Customer_Key"><xs:selector xpath=".//Customer"/><xs:field xpath="Id"/></xs:unique>`;
  const orders = {
    parent: "Customer",
    child: "Order",
    parentColumns: ["Id"],
    childColumns: ["Cust"],
  };

  it("are foreign keys", () => {
    const { relations } = read(
      shop(
        customer + order(orderType),
        `${key}<xs:keyref name="cust_x0020_orders" refer="Customer_Key">
          <xs:selector xpath=".//Order"/><xs:field xpath="Cust"/></xs:keyref>`,
      ),
    );
    expect(relations).toEqual([{ ...orders, name: "cust orders", nested: false, enforced: true }]);
  });

  it("may be no constraints", () => {
    const note = `<xs:annotation><xs:appinfo><msdata:Relationship name="orders" msdata:parent="Customer"
      msdata:child="Order" msdata:parentkey="Id" msdata:childkey="Cust"/></xs:appinfo></xs:annotation>`;
    const schema = shop(customer + order(orderType)).replace("</xs:schema>", `${note}</xs:schema>`);
    expect(read(schema).relations).toEqual([
      { ...orders, name: "orders", nested: false, enforced: false },
    ]);
    const nested = shop(table("Customer", sequence(int("Id") + order(note + orderType))));
    expect(read(nested).relations).toEqual([
      { ...orders, name: "orders", nested: true, enforced: false },
    ]);
  });

  it("are found for rows in rows, which .NET numbers in hidden columns", () => {
    const text = `<xs:element name="Note" nillable="true" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
      <xs:simpleContent msdata:ColumnName="Text" msdata:Ordinal="0"><xs:extension base="xs:int"/></xs:simpleContent>
      </xs:complexType></xs:element>`;
    const { tables, relations } = read(
      shop(table("Customer", sequence(int("Id") + text))),
      diffgram(`<Customer diffgr:id="Customer1" msdata:rowOrder="0" msdata:hiddenCustomer_Id="0"><Id>7</Id>
        <Note diffgr:id="Note1" msdata:rowOrder="0" msdata:hiddenCustomer_Id="0">12</Note>
        <Note diffgr:id="Note2" msdata:rowOrder="1" msdata:hiddenCustomer_Id="0" xsi:nil="true"/></Customer>`),
    );
    expect(tables.Customer?.rows).toEqual([{ Id: 7, Customer_Id: 0 }]);
    expect(tables.Note?.rows).toEqual([{ Customer_Id: 0, Text: 12 }, { Customer_Id: 0 }]);
    expect(relations).toEqual([
      {
        name: "Customer_Note",
        parent: "Customer",
        child: "Note",
        parentColumns: ["Customer_Id"],
        childColumns: ["Customer_Id"],
        nested: true,
        enforced: true,
      },
    ]);
  });

  const unique = (name: string, field: string, more = "") =>
    `<xs:unique name="${name}" ${more}><xs:selector xpath=".//Customer"/><xs:field xpath="${field}"/></xs:unique>`;

  it.each<[title: string, child: string, keys: string, names: object]>([
    [
      "the key of the parent",
      int("No"),
      unique("K", "Id", 'msdata:PrimaryKey="true"'),
      { parentColumns: ["Id"], childColumns: ["Id"] },
    ],
    [
      "a column whose name the child does not have",
      int("Id") + int("Id_0"),
      unique("K", "Id", 'msdata:PrimaryKey="true"'),
      { parentColumns: ["Id"], childColumns: ["Id_1"] },
    ],
    [
      "a column beside a key of several columns",
      int("No"),
      unique("K", "Id", 'msdata:PrimaryKey="true"').replace(
        "</xs:unique>",
        '<xs:field xpath="Customer_Id"/></xs:unique>',
      ),
      { parentColumns: ["Customer_Id_0"], childColumns: ["Customer_Id_0"] },
    ],
  ])("number rows in rows by %s", (_, child, keys, names) => {
    const inner = ["Order", "Return"].map(
      (name) =>
        `<xs:element name="${name}" maxOccurs="unbounded"><xs:complexType>${sequence(child)}</xs:complexType></xs:element>`,
    );
    const { relations, tables } = read(
      shop(table("Customer", sequence(int("Id") + int("Customer_Id") + inner.join(""))), keys),
    );
    expect(relations).toMatchObject(
      ["Order", "Return"].map((name) => ({ name: `Customer_${name}`, child: name, ...names })),
    );
    const own = tables.Customer?.columns.map(({ name }) => name);
    expect(new Set(own).size).toBe(own?.length);
    expect(tables.Customer?.uniqueKeys.length).toBeLessThanOrEqual(1);
  });

  it.each<[string, string]>([
    ["a key without a selector", '<xs:unique name="K"><xs:field xpath="Id"/></xs:unique>'],
    ["a selector without a path", '<xs:unique name="K"><xs:selector/></xs:unique>'],
    ["a key of no table", key.replace(".//Customer", ".//Nobody")],
    [
      "a reference to no key",
      '<xs:keyref name="R"><xs:selector xpath=".//Order"/><xs:field xpath="Cust"/></xs:keyref>',
    ],
    [
      "a reference from no table",
      `<xs:keyref name="R" refer="Nothing"><xs:selector xpath=".//Nobody"/></xs:keyref>`,
    ],
  ])("leaves out %s", (_, keys) => {
    const { relations, tables } = read(shop(customer + order(orderType), keys));
    expect([relations, tables.Customer?.uniqueKeys]).toEqual([[], []]);
  });

  it("leaves out a Relationship of no table", () => {
    const note = `<xs:annotation><xs:appinfo><msdata:Relationship name="R" msdata:parent="Customer"/>
      </xs:appinfo></xs:annotation>`;
    const schema = shop(customer).replace("</xs:schema>", `${note}</xs:schema>`);
    expect(read(schema).relations).toEqual([]);
  });

  it("are found in a table with nested rows of itself, and in named types", () => {
    const schema = shop('<xs:element ref="Part"/>').replace(
      "</xs:schema>",
      `<xs:element name="Part" type="PartType"/><xs:complexType name="PartType">
        <xs:sequence><xs:element name="No" type="Number"/><xs:element ref="Part" minOccurs="0" maxOccurs="9"/>
        <xs:element name="Tag" type="xs:string" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
        <xs:simpleType name="Number"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`,
    );
    const { tables, relations } = read(
      schema,
      diffgram(`<Part diffgr:id="Part1"><No>1</No><Part diffgr:id="Part2"><No>2</No>
        <Tag diffgr:id="Tag1">red</Tag></Part></Part>`),
    );
    expect(tables.Part?.rows).toEqual([{ No: 1 }, { No: 2 }]);
    expect(tables.Tag?.rows).toEqual([{ Tag_Column: "red" }]);
    expect(relations.map(({ parent, child }) => [parent, child])).toEqual([
      ["Part", "Part"],
      ["Part", "Tag"],
    ]);
  });
});

describe("columns", () => {
  const columnsOf = (content: string, more = "") =>
    read(shop(table("T", content)).replace("</xs:schema>", `${more}</xs:schema>`)).tables.T
      ?.columns ?? [];

  it.each<[title: string, declaration: string, column: object]>([
    [
      "an expression",
      '<xs:element name="A" msdata:Expression="B * 2" type="xs:int"/>',
      { name: "A", expression: "B * 2" },
    ],
    [
      "a default",
      '<xs:element name="A" default="7" type="xs:int"/>',
      { name: "A", defaultValue: "7" },
    ],
    [
      "a counter that starts at 0 if its start is no number",
      '<xs:element name="A" msdata:AutoIncrement="true" msdata:AutoIncrementSeed="many" type="xs:int"/>',
      { autoIncrement: { seed: 0n, step: 1n } },
    ],
    [
      "strings if the type is a list",
      '<xs:element name="A"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>',
      { name: "A", type: "string" },
    ],
    [
      "its own name if it refers to no element",
      '<xs:element ref="nobody:A"/>',
      { name: "A", type: "string" },
    ],
    ["no name if the schema has none", "<xs:element/>", { name: "" }],
  ])("have %s", (_, declaration, column) => {
    expect(columnsOf(sequence(declaration))).toEqual([expect.objectContaining(column)]);
  });

  it("are at their ordinals, and the others in the rest", () => {
    const declared = (name: string, ordinal: string) =>
      `<xs:element name="${name}" ${ordinal === "" ? "" : `msdata:Ordinal="${ordinal}"`}/>`;
    const names = (...columns: readonly [string, string][]) =>
      columnsOf(sequence(columns.map((each) => declared(...each)).join("")))
        .map(({ name }) => name)
        .join("");
    expect(names(["a", "3"], ["b", ""], ["c", "0"], ["d", ""], ["e", ""])).toBe("cbdae");
    expect(names(["a", "9"], ["b", "x"], ["c", "8"], ["d", ""])).toBe("bdca");
  });

  it("are not in the element of the DataSet, nor in text without a base", () => {
    const around = shop("").replace(
      "</xs:complexType>",
      '<xs:attribute name="Version"/><xs:simpleContent/></xs:complexType>',
    );
    expect(read(around).tables).toEqual({});
    expect(columnsOf("<xs:simpleContent/>")).toEqual([]);
  });

  it("have names in which only characters of Unicode are escaped", () => {
    const names = columnsOf(
      sequence('<xs:element name="A_x00110000_"/><xs:element name="B_x0001F600_"/>'),
    ).map(({ name }) => name);
    expect(names).toEqual(["A_x00110000_", "B😀"]);
  });
});

describe("rows", () => {
  it("may have no id and no order", () => {
    const { T } = read(
      shop(table("T", sequence(int("A")))),
      diffgram(
        "<T><A>1</A></T><T><A>2</A></T>",
        `<diffgr:before><T xmlns=""><A>3</A></T></diffgr:before>
         <diffgr:errors><T diffgr:Error="lost" xmlns=""/></diffgr:errors>`,
      ),
    ).tables;
    expect(T).toMatchObject({
      rows: [{ A: 1 }, { A: 2 }],
      changes: [{ state: "deleted", row: { A: 3 }, position: 2 }],
      errors: [],
    });
  });

  it("may have errors without a text", () => {
    const { T } = read(
      diffgram(
        '<T diffgr:id="T1"><A>1</A></T>',
        `<diffgr:errors><T diffgr:id="T1" xmlns=""><A/></T><T diffgr:id="T9" diffgr:Error="lost" xmlns=""/></diffgr:errors>`,
      ),
    ).tables;
    expect(T?.errors).toEqual([{ row: { A: "1" }, columns: { A: "" } }]);
  });
});

it("has the name NewDataSet if neither its schema nor its rows have one", () => {
  const schema = `<xs:schema ${PREFIXES}><msdata:note/></xs:schema>`;
  expect(read(schema)).toMatchObject({ name: "NewDataSet", tables: {} });
});

it("reads tables and columns of several namespaces, each in its own schema", () => {
  const schemas = readElement(`<r ${PREFIXES}>
    <xs:schema id="Multi" targetNamespace="urn:m" xmlns:mstns="urn:m" xmlns:app1="urn:o" elementFormDefault="qualified">
      <xs:element name="Multi" msdata:IsDataSet="true"><xs:complexType><xs:choice><xs:element ref="app1:X"/>
        <xs:element name="X"><xs:complexType>${sequence('<xs:element name="A" type="xs:string"/>')}</xs:complexType>
        </xs:element></xs:choice></xs:complexType>
        <xs:unique name="K" msdata:TableNamespace="urn:m"><xs:selector xpath=".//mstns:X"/><xs:field xpath="mstns:A"/>
        </xs:unique></xs:element>
    </xs:schema>
    <xs:schema targetNamespace="urn:o" xmlns:app2="urn:c" elementFormDefault="qualified">
      <xs:element name="X"><xs:complexType><xs:sequence><xs:element name="A" type="xs:int"/>
        <xs:element ref="app2:C"/></xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    <xs:schema targetNamespace="urn:c"><xs:element name="C" type="xs:int"/></xs:schema>
    <diffgr:diffgram><Multi xmlns="urn:m"><X diffgr:id="X1" xmlns="urn:o"><A>1</A><C xmlns="urn:c">2</C></X>
      <X diffgr:id="X1"><A>z</A></X></Multi></diffgr:diffgram></r>`).children.filter(
    (child) => child instanceof XmlElement,
  );
  const [$any2] = schemas.splice(3);
  const { tables, namespace } = readDataSet({ $any: schemas, $any2 });
  expect(namespace).toBe("urn:m");
  expect(tables.X).toMatchObject({ namespace: "urn:o", uniqueKeys: [], rows: [{ A: 1, C: 2 }] });
  expect(tables.X?.columns[1]).toMatchObject({ name: "C", namespace: "urn:c" });
  expect(tables["{urn:m}X"]).toMatchObject({ uniqueKeys: [{ name: "K" }], rows: [{ A: "z" }] });
});

describe("a DataSet without a schema", () => {
  it.each([
    ["none", ""],
    ["no tables", `<xs:schema id="Shop" ${PREFIXES}/>`],
    ["an element alone", shop("")],
  ])("is of strings: %s", (_, schema) => {
    const { name, tables } = read(
      schema,
      diffgram(`<T diffgr:id="T1" msdata:rowOrder="0" At="1" msdata:hiddenH="2"><A>3</A>
        <Text diffgr:id="Text1">in</Text></T><T diffgr:id="T2" msdata:rowOrder="1"><B/></T>`),
    );
    expect(name).toBe("Shop");
    expect(tables.T?.rows).toEqual([{ At: "1", H: "2", A: "3" }, { B: "" }]);
    expect(tables.Text?.rows).toEqual([{ Text_Text: "in" }]);
    expect(tables.T?.columns.map((column) => [column.name, column.mapping])).toEqual([
      ["At", "attribute"],
      ["H", "hidden"],
      ["A", "element"],
      ["B", "element"],
    ]);
  });
});

it("reads a DataSet that is empty", () => {
  const empty = `<diffgr:diffgram ${PREFIXES}/>`;
  expect(read(shop(""), empty)).toEqual({ name: "Shop", namespace: "", tables: {}, relations: [] });
  expect(read(shop(table("T", sequence(int("A")))), empty).tables.T?.rows).toEqual([]);
  expect(read(empty)).toMatchObject({ name: "NewDataSet", tables: {} });
});

it.each([
  ["", "Lone", ""],
  ["urn:t", "urn_x003A_t_x003A_Lone", 'targetNamespace="urn:t" elementFormDefault="qualified"'],
])("reads a DataTable in the namespace '%s'", (namespace, main, attributes) => {
  const schema = `<xs:schema id="NewDataSet" ${PREFIXES} ${attributes}>
    <xs:element name="NewDataSet" msdata:IsDataSet="true" msdata:MainDataTable="${main}"><xs:complexType><xs:choice>
    ${table("Other", sequence(int("A")))}${table("Lone", sequence(int("A")))}</xs:choice></xs:complexType></xs:element>
    </xs:schema>`;
  const rows = `<diffgr:diffgram ${PREFIXES}><DocumentElement xmlns="${namespace}"><Lone diffgr:id="Lone1"><A>1</A></Lone>
    </DocumentElement></diffgr:diffgram>`;
  const content = { schema: readElement(schema), $any: readElement(rows) };
  expect(readDataSet(content).mainTable).toBe("Lone");
  const lone = readDataTable<{ A: number }>(content);
  expect(lone).toMatchObject({ name: "Lone", namespace, rows: [{ A: 1 }] });
  expectTypeOf(lone.rows).toEqualTypeOf<readonly { A: number }[]>();
});

describe("rejects", () => {
  it("an element that is not a DataSet", () => {
    for (const attempt of [() => readDataSet({}), () => readDataSet([readElement("<a/>")])]) {
      expect(attempt).toThrow(expect.objectContaining({ code: "MISSING_ELEMENT" }));
    }
    expect(() => readDataTable([readElement(shop(""))])).toThrow(
      expect.objectContaining({ code: "MISSING_ELEMENT" }),
    );
  });

  it("rows and schemas that nest too deep", () => {
    const around = (inner: XmlElement, times: number): XmlElement =>
      times === 0
        ? inner
        : around(new XmlElement(inner.name, inner.attributes, [inner]), times - 1);
    const row = readElement(`<T diffgr:id="T1" ${PREFIXES}/>`);
    const name = { namespace: "urn:schemas-microsoft-com:xml-diffgram-v1", local: "diffgram" };
    const rows = new XmlElement(name, [], [around(row, 5000)]);
    expect(() => readDataSet([rows])).toThrow(expect.objectContaining({ code: "LIMIT" }));
    const sequences = around(readElement(`<xs:sequence ${PREFIXES}/>`), 5000);
    const schema = readElement(shop(table("T", "")));
    schema.elements("element")[0]?.elements("complexType")[0]?.children.push(sequences);
    expect(() => readDataSet([schema])).toThrow(expect.objectContaining({ code: "LIMIT" }));
  });

  it("schemas that make many columns of few", () => {
    const wide = Array.from({ length: 400 }, (_, each) => int(`A${each}`)).join("");
    const many = Array.from(
      { length: 400 },
      (_, each) => `<xs:element name="T${each}" type="Wide"/>`,
    );
    const type = `<xs:complexType name="Wide">${sequence(wide)}</xs:complexType></xs:schema>`;
    expect(() => read(shop(many.join("")).replace("</xs:schema>", type))).toThrow(
      expect.objectContaining({ code: "LIMIT" }),
    );
  });

  it("no types that are derived from themselves", () => {
    const loop = `<xs:simpleType name="Loop"><xs:restriction base="Loop"/></xs:simpleType></xs:schema>`;
    const schema = shop(table("T", sequence('<xs:element name="A" type="Loop"/>')));
    const { T } = read(schema.replace("</xs:schema>", loop)).tables;
    expect(T?.columns[0]?.type).toBe("string");
  });
});

it("returns rows of the type that the caller names", () => {
  interface Tables {
    Orders: { OrderID: number; Note?: string };
    Archive?: { OrderID: number };
  }
  const { tables } = readDataSet<Tables>([
    readElement(shop(table("Orders", sequence(int("OrderID"))))),
    readElement(diffgram('<Orders diffgr:id="Orders1"><OrderID>1</OrderID></Orders>')),
  ]);
  expectTypeOf(tables.Orders.rows[0]).toEqualTypeOf<Tables["Orders"] | undefined>();
  expect(tables.Orders.rows[0]?.OrderID).toBe(1);
  expect(tables.Archive?.rows).toBeUndefined();
});
