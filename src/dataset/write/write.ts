/** Writes a DataSet or DataTable for a request. */
import type { XmlElement } from "../../xml/index.js";
import type { DataColumn, DataSet, DataTable, UntypedTables } from "../data-set.js";
import { plainColumn } from "../read/table-builder.js";
import { writeDiffGram } from "./write-rows.js";
import { writeSchema } from "./write-schema.js";

/** A column to write. Only the name is required; by default the column contains strings, is an element, and is nullable. */
export type DataColumnSource = Pick<DataColumn, "name"> & Partial<DataColumn>;

/** A table to write. Only columns and rows are required. */
export type DataTableSource<Row = UntypedTables[string]> = Partial<
  Omit<DataTable<Row>, "columns" | "rows">
> & {
  /** The columns in the order of the schema. */
  readonly columns: readonly DataColumnSource[];
  /** The rows: values by the names of the columns. A missing or null value is DBNull. */
  readonly rows: readonly Row[];
};

/** A DataSet to write. Only its name and tables are required; a DataSet that was read can be written too. */
export type DataSetSource<Tables extends object = UntypedTables> = Pick<DataSet, "name"> &
  Partial<Omit<DataSet, "tables">> & {
    /** The tables by their names. */
    readonly tables: {
      readonly [Name in keyof Tables]: DataTableSource<NonNullable<Tables[Name]>>;
    };
  };

/** The members of a parameter with a DataSet. If both are `s:any` in the WSDL, the members are `$any` and `$any2`. */
export interface WrittenDataSet {
  /** The schema of the DataSet. */
  readonly schema: XmlElement;
  /** The DiffGram with the rows. */
  readonly $any: XmlElement;
}

/**
 * Writes a DataSet for a request, with its schema and changes, in the form that .NET reads. A row without an entry in
 * `changes` is unchanged. To modify a row, replace its object in `rows` and add the change
 * `{ state: "modified", row: after, original: before }`.
 *
 * @throws EncodeError if a value is outside the type of its column, a row has a member that is not a column, or a table or
 * column has another namespace than the DataSet
 */
export function writeDataSet<Tables extends object = UntypedTables>(
  source: DataSetSource<Tables>,
): WrittenDataSet {
  // Values are checked by their columns when they are written; the type of the row does not matter.
  const dataSet = complete(source as DataSetSource);
  return { schema: writeSchema(dataSet), $any: writeDiffGram(dataSet) };
}

/**
 * Writes a DataTable for a request, as a DataSet with this main table.
 *
 * @throws EncodeError as `writeDataSet`
 */
export function writeDataTable<Row extends object = UntypedTables[string]>(
  table: DataTableSource<Row> & {
    /** The name of the table. */
    readonly name: string;
  },
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
