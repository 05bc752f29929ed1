/**
 * .NET's DataSet as plain data: the content of an inline schema and a DiffGram
 * (https://learn.microsoft.com/dotnet/framework/data/adonet/dataset-datatable-dataview/diffgrams).
 */
import type { BuiltinName } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";

/** The value of a cell; `XmlElement` if it is XML or an object of a type of the service. */
export type DataValue = string | number | bigint | boolean | Uint8Array | XmlElement;

/** Tables whose columns are not known in TypeScript: rows with any values. */
export type UntypedTables = Readonly<Record<string, Readonly<Record<string, DataValue>>>>;

/**
 * A DataSet of .NET: tables, and the relations between them.
 *
 * @typeParam Tables the row of each table: `{ Orders: { OrderID: number; Note?: string } }`
 */
export interface DataSet<Tables extends object = UntypedTables> {
  /** The name of the DataSet. */
  readonly name: string;
  /** The namespace of the DataSet; `""` for none. */
  readonly namespace: string;
  /** The tables by name. If two tables have the same name, the second is `{namespace}name`. */
  readonly tables: {
    readonly [Name in keyof Tables]: DataTable<NonNullable<Tables[Name]>>;
  };
  /** The relations between the tables. */
  readonly relations: readonly DataRelation[];
  /** The name of the table that was requested, if the response is a DataTable. */
  readonly mainTable?: string;
}

/** A table with its columns, keys, rows and changes. */
export interface DataTable<Row = UntypedTables[string]> {
  /** The name of the table. */
  readonly name: string;
  /** The namespace of the table; `""` for none. */
  readonly namespace: string;
  /** The columns in their order. */
  readonly columns: readonly DataColumn[];
  /** The names of the columns of the primary key; empty for a table without a primary key. */
  readonly primaryKey: readonly string[];
  /** The other unique keys. */
  readonly uniqueKeys: readonly UniqueKey[];
  /** The current rows in their order. A missing member is DBNull. */
  readonly rows: readonly Row[];
  /** The rows that were added, modified or deleted. */
  readonly changes: readonly RowChange<Row>[];
  /** The errors of rows and cells. */
  readonly errors: readonly RowError<Row>[];
}

/** A type of XML Schema that corresponds to a type of .NET; `anyType` if each value has its own type. */
export type DataType = Exclude<BuiltinName, "anySimpleType" | "token"> | "anyType";

/** The form of a column on the wire (System.Data.MappingType). */
export type ColumnMapping = "element" | "attribute" | "simpleContent" | "hidden";

/** A column of a table. */
export interface DataColumn {
  /** The name of the column. */
  readonly name: string;
  /**
   * The XML Schema type of its values. In TypeScript, 64-bit integers are `bigint`; decimals, dates, times and durations
   * are strings; binary content is `Uint8Array`. As in .NET, `hexBinary` is base64 on the wire.
   */
  readonly type: DataType;
  /** The type of .NET, as the service names it, if the XML Schema type does not imply it: `System.Guid`. */
  readonly clrType?: string;
  /** The form of the column on the wire. */
  readonly mapping: ColumnMapping;
  /** Its values may be DBNull. */
  readonly nullable: boolean;
  /** The title of the column for people; default: its name. */
  readonly caption: string;
  /** Its values cannot be changed. */
  readonly readOnly: boolean;
  /** New rows get the numbers `seed`, `seed + step`, and so on. */
  readonly autoIncrement?: {
    /** The number of the first new row. */
    readonly seed: bigint;
    /** The distance to the next number; it may be negative. */
    readonly step: bigint;
  };
  /** The largest length of a string, in characters. */
  readonly maxLength?: number;
  /** The value in new rows, as in the schema. */
  readonly defaultValue?: string;
  /** The expression that computes its values. */
  readonly expression?: string;
  /** The time zone of a dateTime: `Utc`, `Local`, `Unspecified`; missing for the default of .NET, `UnspecifiedLocal`. */
  readonly dateTimeMode?: string;
  /** Its namespace, if it differs from the default: that of the table for an element, none for an attribute. */
  readonly namespace?: string;
}

/** Columns whose values are unique together. */
export interface UniqueKey {
  /** The name of the constraint. */
  readonly name: string;
  /** The names of the columns. */
  readonly columns: readonly string[];
}

/** A relation: a row of the child table belongs to the row of the parent table with the same values in these columns. */
export interface DataRelation {
  /** The name of the relation. */
  readonly name: string;
  /** The parent table, by its name in `DataSet.tables`. */
  readonly parent: string;
  /** The child table, by its name in `DataSet.tables`. */
  readonly child: string;
  /** The columns of the parent table. */
  readonly parentColumns: readonly string[];
  /** The columns of the child table, in the order of `parentColumns`. */
  readonly childColumns: readonly string[];
  /** On the wire, the elements of child rows are inside the element of their parent row. */
  readonly nested: boolean;
  /** It is also a foreign key constraint. */
  readonly enforced: boolean;
}

/** A change of a row since the service last accepted the changes. `row` is the same object as in `rows`. */
export type RowChange<Row> =
  | {
      readonly state: "added";
      /** The same object as in `rows`. */
      readonly row: Row;
    }
  | {
      readonly state: "modified";
      /** The same object as in `rows`. */
      readonly row: Row;
      /** The values before the change. */
      readonly original: Row;
    }
  | {
      readonly state: "deleted";
      /** The original values. */
      readonly row: Row;
      /** The index among all rows, including deleted rows. */
      readonly position: number;
    };

/** The errors of a row and of its cells. `row` is the same object as in `rows`, or in a deletion. */
export interface RowError<Row> {
  /** The row. */
  readonly row: Row;
  /** The error of the row. */
  readonly error?: string;
  /** The errors of cells, by the name of the column. */
  readonly columns: Readonly<Record<string, string>>;
}
