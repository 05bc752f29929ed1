/** A DataSet or DataTable for a request. */
import type { XmlElement } from "../../xml/index.js";
import type { DataColumn, DataSet, DataTable, UntypedTables } from "../data-set.js";
import { plainColumn } from "../read/table-builder.js";
import { writeDiffGram } from "./write-rows.js";
import { writeSchema } from "./write-schema.js";

/** A column of which a name will do: then it is an element of a string. */
export type DataColumnSource = Pick<DataColumn, "name"> & Partial<DataColumn>;

/** A table of which columns and rows will do. */
export type DataTableSource<Row = UntypedTables[string]> = Partial<
  Omit<DataTable<Row>, "columns" | "rows">
> & { readonly columns: readonly DataColumnSource[]; readonly rows: readonly Row[] };

/** A DataSet of which a name and tables will do; one that was read is one, too. */
export type DataSetSource<Tables extends object = UntypedTables> = Pick<DataSet, "name"> &
  Partial<Omit<DataSet, "tables">> & {
    readonly tables: {
      readonly [Name in keyof Tables]: DataTableSource<NonNullable<Tables[Name]>>;
    };
  };

/** The members of a parameter that is a DataSet; where both are `s:any` they are `$any` and `$any2`. */
export interface WrittenDataSet {
  readonly schema: XmlElement;
  readonly $any: XmlElement;
}

/**
 * Writes a DataSet with its schema and what has changed in it, as .NET reads it. A row that stands in no `changes` is
 * unchanged; to change one, put another object in its place and say so:
 * `{ state: "modified", row: after, original: before }`.
 *
 * @throws EncodeError where a value is not of its column's type, or a row has a member that is no column
 */
export function writeDataSet<Tables extends object = UntypedTables>(
  source: DataSetSource<Tables>,
): WrittenDataSet {
  // Values are held to their columns as they are written, whatever the row's type calls them.
  const dataSet = complete(source as DataSetSource);
  return { schema: writeSchema(dataSet), $any: writeDiffGram(dataSet) };
}

/** Writes a DataTable, as a DataSet whose main table it is. */
export function writeDataTable<Row extends object = UntypedTables[string]>(
  table: DataTableSource<Row> & { readonly name: string },
): WrittenDataSet {
  const { name, namespace = "" } = table;
  const tables: DataSetSource<Record<string, Row>>["tables"] = { [name]: table };
  return writeDataSet({ name: "NewDataSet", namespace, tables, mainTable: name });
}

function complete(source: DataSetSource): DataSet {
  const namespace = source.namespace ?? "";
  const tables = Object.entries(source.tables).map(([name, table]): [string, DataTable] => [
    name,
    {
      name,
      namespace,
      primaryKey: [],
      uniqueKeys: [],
      changes: [],
      errors: [],
      ...table,
      columns: table.columns.map((column) => ({ ...plainColumn(column.name), ...column })),
    },
  ]);
  return { relations: [], ...source, namespace, tables: Object.fromEntries(tables) };
}
