/**
 * .NET's DataSet as plain data: what an answer's inline schema and DiffGram say
 * (https://learn.microsoft.com/dotnet/framework/data/adonet/dataset-datatable-dataview/diffgrams).
 */
import type { BuiltinName } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";

/** A value of a cell; `XmlElement` where it is XML or an object of the service's own. */
export type DataValue = string | number | bigint | boolean | Uint8Array | XmlElement;

/** Tables of which nothing is known: rows of any values. */
export type UntypedTables = Readonly<Record<string, Readonly<Record<string, DataValue>>>>;

/** @typeParam Tables each table's row: `{ Orders: { OrderID: number; Note?: string } }` */
export interface DataSet<Tables extends object = UntypedTables> {
  readonly name: string;
  readonly namespace: string;
  /** By their names; of two tables of one name the second is `{namespace}name`. */
  readonly tables: {
    readonly [Name in keyof Tables]: DataTable<NonNullable<Tables[Name]>>;
  };
  readonly relations: readonly DataRelation[];
  /** The table that was asked for, where the service answers with a DataTable. */
  readonly mainTable?: string;
}

export interface DataTable<Row = UntypedTables[string]> {
  readonly name: string;
  readonly namespace: string;
  readonly columns: readonly DataColumn[];
  /** The columns of the primary key; empty where there is none. */
  readonly primaryKey: readonly string[];
  /** The other columns, or sets of columns, whose values no two rows share. */
  readonly uniqueKeys: readonly UniqueKey[];
  /** The rows as they are now, in their order. A member that is absent is DBNull. */
  readonly rows: readonly Row[];
  /** Which rows are new or modified, and which are no more. */
  readonly changes: readonly RowChange<Row>[];
  readonly errors: readonly RowError<Row>[];
}

/** A type of XML Schema that .NET has one for; `anyType` where each value says its own. */
export type DataType = Exclude<BuiltinName, "anySimpleType" | "token"> | "anyType";

/** How a column is written (System.Data.MappingType). */
export type ColumnMapping = "element" | "attribute" | "simpleContent" | "hidden";

export interface DataColumn {
  readonly name: string;
  /**
   * The type of XML Schema that its values are of. 64-bit integers are `bigint`; decimals, dates, times and durations are
   * strings; binary is `Uint8Array`, and base64 on the wire for `hexBinary` too, as .NET has it.
   */
  readonly type: DataType;
  /** The type of .NET where that of XML Schema doesn't tell it, `System.Guid`, as the service spells it. */
  readonly clrType?: string;
  readonly mapping: ColumnMapping;
  readonly nullable: boolean;
  /** The name for people to read. */
  readonly caption: string;
  readonly readOnly: boolean;
  readonly autoIncrement?: { readonly seed: bigint; readonly step: bigint };
  /** The most characters a string may have. */
  readonly maxLength?: number;
  /** What a new row has here, as it stands in the schema. */
  readonly defaultValue?: string;
  /** What it is computed from. */
  readonly expression?: string;
  /** What a dateTime's zone is: `Utc`, `Local`, `Unspecified`; absent for .NET's default, `UnspecifiedLocal`. */
  readonly dateTimeMode?: string;
  /** Where it is another than an element's usual one, its table's, or an attribute's, none. */
  readonly namespace?: string;
}

export interface UniqueKey {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Rows of the child table belong to the row of the parent table that has the same values in these columns. */
export interface DataRelation {
  readonly name: string;
  /** The tables by their names in `DataSet.tables`. */
  readonly parent: string;
  readonly child: string;
  readonly parentColumns: readonly string[];
  readonly childColumns: readonly string[];
  /** A row's children are written inside it. */
  readonly nested: boolean;
  /** It is a foreign key constraint, too. */
  readonly enforced: boolean;
}

/** What has happened to a row since the service last accepted the changes; `row` is the very object of `rows`. */
export type RowChange<Row> =
  | { readonly state: "added"; readonly row: Row }
  | { readonly state: "modified"; readonly row: Row; readonly original: Row }
  /** `row` is what it was; `position` where it stood among the rows, those deleted counted. */
  | { readonly state: "deleted"; readonly row: Row; readonly position: number };

/** Why a row, or a value in it, is in error; `row` is the very object of `rows`, or of a deletion. */
export interface RowError<Row> {
  readonly row: Row;
  readonly error?: string;
  /** By column. */
  readonly columns: Readonly<Record<string, string>>;
}
