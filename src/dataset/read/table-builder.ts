/** Tables while they are read: first their schema, then their rows. */
import type {
  ColumnMapping,
  DataColumn,
  DataRelation,
  DataTable,
  DataValue,
  RowChange,
  RowError,
  UniqueKey,
} from "../data-set.js";

export type Row = Readonly<Record<string, DataValue>>;

/** A row with its place in the table. */
interface PlacedRow {
  readonly row: Row;
  /** Its msdata:rowOrder. */
  readonly order: number;
}

export class TableBuilder {
  readonly #columns = new Map<string, DataColumn>();
  #textColumn: DataColumn | undefined;
  primaryKey: readonly string[] = [];
  readonly uniqueKeys: UniqueKey[] = [];
  /** The column that numbers the rows, for the tables inside this table. */
  rowNumbers: string | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #current: PlacedRow[] = [];
  readonly #added = new Set<Row>();
  readonly #originals = new Map<Row, Row>();
  readonly #deleted: PlacedRow[] = [];
  readonly #byId = new Map<string, Row>();
  readonly #errors: RowError<Row>[] = [];

  constructor(
    readonly name: string,
    readonly namespace: string,
  ) {}

  /** The column with this name. A column that the schema does not have contains strings. */
  column(name: string, mapping: ColumnMapping): DataColumn {
    return this.#columns.get(name) ?? this.declare({ ...plainColumn(name), mapping });
  }

  declare(column: DataColumn): DataColumn {
    this.#columns.set(column.name, column);
    if (column.mapping === "simpleContent") this.#textColumn = column;
    return column;
  }

  declared(name: string): DataColumn | undefined {
    return this.#columns.get(name);
  }

  /** A name that no column has yet: this name, or else with the first free number after it, as in .NET. */
  freeName(name: string): string {
    let free = name;
    // Each number is tried once: a schema could declare many of these names, and need a free one many times.
    let number = this.#numbers.get(name) ?? 0;
    for (; this.#columns.has(free); number += 1) free = `${name}_${number}`;
    this.#numbers.set(name, number);
    return free;
  }

  /** The column with the text of the rows. */
  get textColumn(): DataColumn | undefined {
    return this.#textColumn;
  }

  /** The number of rows that were read. */
  get size(): number {
    return this.#current.length + this.#deleted.length;
  }

  add(row: Row, order: number | undefined, id: string | undefined, isAdded: boolean): void {
    this.#current.push({ row, order: order ?? this.size });
    if (isAdded) this.#added.add(row);
    if (id !== undefined) this.#byId.set(id, row);
  }

  /** Adds the original values of a current row, or else a row that was deleted. */
  addOriginal(original: Row, order: number | undefined, id: string | undefined): void {
    const row = id === undefined ? undefined : this.#byId.get(id);
    if (row !== undefined) {
      this.#originals.set(row, original);
      return;
    }
    this.#deleted.push({ row: original, order: order ?? this.size });
    if (id !== undefined) this.#byId.set(id, original);
  }

  addError(id: string | undefined, error: string | undefined, columns: [string, string][]): void {
    const row = id === undefined ? undefined : this.#byId.get(id);
    if (row === undefined) return;
    this.#errors.push({
      row,
      ...(error === undefined ? {} : { error }),
      columns: Object.fromEntries(columns),
    });
  }

  build(): DataTable<Row> {
    const placed = [...this.#current, ...this.#deleted].sort((a, b) => a.order - b.order);
    const deleted = new Set(this.#deleted);
    return {
      name: this.name,
      namespace: this.namespace,
      columns: [...this.#columns.values()],
      primaryKey: this.primaryKey,
      uniqueKeys: this.uniqueKeys,
      rows: placed.filter((each) => !deleted.has(each)).map(({ row }) => row),
      changes: placed.flatMap((each, position) =>
        this.#changeOf(each.row, position, deleted.has(each)),
      ),
      errors: this.#errors,
    };
  }

  #changeOf(row: Row, position: number, isDeleted: boolean): RowChange<Row>[] {
    if (isDeleted) return [{ state: "deleted", row, position }];
    if (this.#added.has(row)) return [{ state: "added", row }];
    const original = this.#originals.get(row);
    return original === undefined ? [] : [{ state: "modified", row, original }];
  }
}

/** A column with default properties. */
export function plainColumn(name: string): DataColumn {
  return {
    name,
    type: "string",
    mapping: "element",
    nullable: true,
    caption: name,
    readOnly: false,
  };
}

/** The tables of a DataSet while they are read. */
export class TableBuilders {
  readonly relations: DataRelation[] = [];
  readonly #byName = new Map<string, TableBuilder>();

  /** The table with this name, in this namespace if there are several. */
  find(name: string, namespace: string): TableBuilder | undefined {
    return this.#byName.get(clark(name, namespace)) ?? this.#byName.get(name);
  }

  /** The table for rows with this name. A table that the schema does not have contains strings. */
  obtain(name: string, namespace: string): TableBuilder {
    const known = this.#byName.get(name);
    if (known === undefined || known.namespace === namespace) {
      return known ?? this.#put(name, new TableBuilder(name, namespace));
    }
    const key = clark(name, namespace);
    return this.#byName.get(key) ?? this.#put(key, new TableBuilder(name, namespace));
  }

  #put(key: string, table: TableBuilder): TableBuilder {
    this.#byName.set(key, table);
    return table;
  }

  /** The name of a table in `DataSet.tables`. */
  keyOf(table: TableBuilder): string {
    return this.#byName.get(table.name) === table ? table.name : clark(table.name, table.namespace);
  }

  build(): Readonly<Record<string, DataTable<Row>>> {
    return Object.fromEntries([...this.#byName].map(([key, table]) => [key, table.build()]));
  }
}

function clark(name: string, namespace: string): string {
  return `{${namespace}}${name}`;
}
