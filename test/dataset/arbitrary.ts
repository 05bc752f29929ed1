/** DataSets of any tables, rows and changes that .NET could have, as they are read. */
import fc from "fast-check";
import type {
  DataColumn,
  DataRelation,
  DataSet,
  DataTable,
  DataType,
  DataValue,
  RowChange,
  RowError,
} from "../../src/dataset/data-set.js";

type Row = Readonly<Record<string, DataValue>>;

const name = fc.constantFrom("A", "Zip", "a_x0020_b", "größe", "a:b", "__proto__", "_x", "€");
// A table that contains rows of another table has no column of that name.
const tableName = fc.constantFrom(
  "Order Details",
  "1st",
  "constructor",
  "schema",
  "é.-",
  "日本",
  "😀",
);

const text = fc.string({ unit: fc.constantFrom("a", "é", " ", "\n", "\t", "\r", "<", "&", "😀") });
const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const bytes = fc.uint8Array({ minLength: 1, maxLength: 9 });
const number = fc.double({ noNaN: false });
const time = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

/** Values that are written by .NET as they were read. */
const VALUES: Partial<Record<DataType, fc.Arbitrary<DataValue>>> = {
  string: text,
  boolean: fc.boolean(),
  int: fc.integer(),
  unsignedByte: fc.integer({ min: 0, max: 255 }),
  long,
  unsignedLong: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  decimal: fc.tuple(fc.integer(), fc.integer({ min: 10, max: 99 })).map(([a, b]) => `${a}.${b}`),
  double: number,
  dateTime: time,
  duration: fc.constantFrom("PT1M30S", "P1DT2H3M4S", "-P3D"),
  base64Binary: bytes,
  hexBinary: bytes,
  anyURI: fc.constant("http://example.com/a"),
  anyType: fc.oneof(fc.boolean(), fc.integer(), long, number, bytes, fc.constant("text")),
};

const type = fc.constantFrom<DataType>(
  "string",
  "boolean",
  "int",
  "unsignedByte",
  "long",
  "unsignedLong",
  "decimal",
  "double",
  "dateTime",
  "duration",
  "base64Binary",
  "hexBinary",
  "anyURI",
  "anyType",
);

/** A column for a table with text content or with element content. */
function column(columnName: string, hasText: boolean): fc.Arbitrary<DataColumn> {
  const mapping = hasText
    ? fc.constantFrom("attribute" as const, "hidden" as const)
    : fc.constantFrom(
        "element" as const,
        "element" as const,
        "attribute" as const,
        "hidden" as const,
      );
  return fc
    .record({ type, mapping, nullable: fc.boolean(), caption: name, readOnly: fc.boolean() })
    .chain((base) => {
      const of =
        base.mapping === "element" ? base.type : base.type === "anyType" ? "int" : base.type;
      const plain: DataColumn = { name: columnName, ...base, type: of };
      if (of === "dateTime") return fc.constant({ ...plain, dateTimeMode: "Utc" });
      if (of !== "string") return fc.constant(plain);
      return fc.constantFrom<DataColumn>(
        plain,
        { ...plain, defaultValue: "a & b" },
        { ...plain, maxLength: 1000 },
      );
    });
}

/** A table with a number for a key, one for a row of another table, and columns of any kind. */
function table(ownName: string, namespace: string): fc.Arbitrary<DataTable> {
  const own = fc.record({
    hasText: fc.boolean(),
    names: fc.uniqueArray(name, { maxLength: 4 }),
    textType: fc.constantFrom<DataType>("string", "int", "decimal"),
    isPrimary: fc.boolean(),
  });
  return own.chain(({ hasText, names, textType, isPrimary }) => {
    const numbered = { type: "int", caption: "", readOnly: false } as const;
    const mapping = hasText ? "attribute" : "element";
    const key: DataColumn = { ...numbered, name: "Key", mapping, nullable: false, caption: "Key" };
    const ref: DataColumn = { ...numbered, name: "Ref", mapping, nullable: true, caption: "Ref" };
    const counted = { ...key, autoIncrement: { seed: 5n, step: -1n } };
    const others = fc.tuple(...names.map((each) => column(each, hasText)));
    return others.chain((columns) => {
      const own: DataColumn = {
        ...ref,
        name: "Own",
        caption: "Own",
        type: textType,
        mapping: "simpleContent",
      };
      const all = [isPrimary ? counted : key, ref, ...columns, ...(hasText ? [own] : [])];
      const keyed = isPrimary
        ? { primaryKey: ["Key"], uniqueKeys: [] }
        : { primaryKey: [], uniqueKeys: [{ name: "by key", columns: ["Key"] }] };
      return rows(all).map((content) => ({
        name: ownName,
        namespace,
        columns: all,
        ...keyed,
        ...content,
      }));
    });
  });
}

type Content = Pick<DataTable, "rows" | "changes" | "errors">;

function rows(columns: readonly DataColumn[]): fc.Arbitrary<Content> {
  const values = fc.tuple(...columns.map(cell)).map((cells) => cells.flat());
  const state = fc.constantFrom(
    "unchanged" as const,
    "added" as const,
    "modified" as const,
    "deleted" as const,
  );
  const drawn = fc.array(fc.tuple(state, values, values, fc.boolean(), fc.boolean()), {
    maxLength: 4,
  });
  return drawn.map((each) => {
    const current: Row[] = [];
    const changes: RowChange<Row>[] = [];
    const errors: RowError<Row>[] = [];
    for (const [position, [rowState, now, before, isWrong, hasWrongCell]] of each.entries()) {
      const numbered = (cells: [string, DataValue][]): Row =>
        Object.fromEntries([["Key", position], ...cells]);
      const row = numbered(now);
      if (rowState === "deleted") changes.push({ state: rowState, row, position });
      else current.push(row);
      if (rowState === "added") changes.push({ state: rowState, row });
      if (rowState === "modified")
        changes.push({ state: rowState, row, original: numbered(before) });
      if (isWrong || hasWrongCell) {
        const cells = hasWrongCell ? { Key: "key & error" } : {};
        errors.push({ row, ...(isWrong ? { error: "row < error" } : {}), columns: cells });
      }
    }
    return { rows: current, changes, errors };
  });
}

function cell({
  name: columnName,
  type: of,
  nullable,
}: DataColumn): fc.Arbitrary<[string, DataValue][]> {
  if (columnName === "Key") return fc.constant([]);
  const value = columnName === "Ref" ? fc.nat(3) : (VALUES[of] ?? text);
  const put = value.map((each): [string, DataValue][] => [[columnName, each]]);
  return nullable ? fc.oneof(fc.constant<[string, DataValue][]>([]), put) : put;
}

export const dataSet: fc.Arbitrary<DataSet> = fc
  .record({
    namespace: fc.constantFrom("", "urn:example:set"),
    setName: fc.oneof(name, tableName),
    tableNames: fc.uniqueArray(tableName, { minLength: 1, maxLength: 3 }),
    related: fc.array(fc.tuple(fc.nat(2), fc.boolean(), fc.boolean()), { maxLength: 3 }),
    isTable: fc.boolean(),
  })
  .chain(({ namespace, setName, tableNames, related, isTable }) =>
    fc.tuple(...tableNames.map((each) => table(each, namespace))).map((tables): DataSet => {
      let notes = 0;
      const relations = related.flatMap(([parent, nested, enforced], child) => {
        // Of several notes in the elements of tables, those tables would determine the order.
        const isNote = nested && !enforced && notes++ === 0;
        return relation(tables[parent], tables[child], nested, enforced || (nested && !isNote));
      });
      const isNested = relations.some(({ nested }) => nested);
      return {
        // A table of the schema's own can't have the DataSet's name.
        name: isNested ? "Set" : setName,
        namespace,
        tables: Object.fromEntries(tables.map((each) => [each.name, each])),
        relations: relations.sort((a, b) => orderOf(a) - orderOf(b)),
        ...(isTable ? { mainTable: tables[0]?.name ?? "" } : {}),
      };
    }),
  );

/** Foreign keys come first in a schema, declarations inside table elements come last. */
function orderOf({ enforced, nested }: DataRelation): number {
  return enforced ? 0 : nested ? 2 : 1;
}

function relation(
  parent: DataTable | undefined,
  child: DataTable | undefined,
  nested: boolean,
  enforced: boolean,
): DataRelation[] {
  if (parent === undefined || child === undefined) return [];
  const hasText = parent.columns.some(({ mapping }) => mapping === "simpleContent");
  return [
    {
      name: `to ${child.name}`,
      parent: parent.name,
      child: child.name,
      parentColumns: ["Key"],
      childColumns: ["Ref"],
      nested: nested && !hasText,
      enforced,
    },
  ];
}
