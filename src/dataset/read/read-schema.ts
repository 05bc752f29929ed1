/**
 * Reads the tables of an inline schema: the element with msdata:IsDataSet is the DataSet, the elements with complex types
 * in it are tables, and the elements and attributes with simple types in these are columns
 * (https://learn.microsoft.com/dotnet/framework/data/adonet/dataset-datatable-dataview/generating-dataset-relational-structure-from-xsd).
 */
import { DecodeError } from "../../errors/index.js";
import { childElements, type XmlElement } from "../../xml/index.js";
import type { DataColumn } from "../data-set.js";
import { decodeName, MSDATA, XSD } from "../names.js";
import { readColumn, readTextColumn } from "./read-column.js";
import { type Nesting, readRelations } from "./read-relations.js";
import { type Component, SchemaComponents } from "./schema-components.js";
import type { TableBuilder, TableBuilders } from "./table-builder.js";

/** The deepest nesting of tables, types and groups of elements. */
const MAX_DEPTH = 100;
/** The largest number of elements and attributes in all tables: many tables may have the same type. */
const MAX_PARTICLES = 50_000;

export interface SchemaHead {
  readonly name: string;
  readonly namespace: string;
  /** The name in msdata:MainDataTable, after its namespace and a colon if it has a namespace. */
  readonly mainTable: string | undefined;
}

/** Reads the schemas of a DataSet; the first schema has the element of the DataSet. */
export function readSchemas(
  schemas: readonly XmlElement[],
  tables: TableBuilders,
): SchemaHead | undefined {
  const root = schemas[0];
  if (root === undefined) return undefined;
  const components = new SchemaComponents(schemas);
  const dataSet = components.dataSet;
  const reader = new TableReader(components, tables);
  const type = dataSet && components.complexType(dataSet);
  if (type !== undefined) reader.content(type, undefined, 0);
  readRelations(schemas, dataSet?.node, tables, reader.nestings);
  const mainTable = dataSet?.node.attribute("MainDataTable", MSDATA);
  return {
    name: decodeName(dataSet?.node.attribute("name") ?? root.attribute("id") ?? "NewDataSet"),
    namespace: root.attribute("targetNamespace") ?? "",
    mainTable: mainTable === undefined ? undefined : decodeName(mainTable),
  };
}

/** A table whose content is being read. */
interface OpenTable {
  readonly table: TableBuilder;
  readonly columns: PlacedColumn[];
  readonly nillable: boolean;
}

interface PlacedColumn {
  readonly column: DataColumn;
  /** Its msdata:Ordinal, which it has if the table has elements and attributes. */
  readonly ordinal: number | undefined;
}

class TableReader {
  readonly nestings: Nesting[] = [];
  readonly #read = new Map<XmlElement, TableBuilder>();
  #particles = 0;

  constructor(
    private readonly components: SchemaComponents,
    private readonly tables: TableBuilders,
  ) {}

  /** Reads the content of a type or of a group of elements. `parent` is the table that contains it. */
  content({ node, schema }: Component, parent: OpenTable | undefined, depth: number): void {
    if (depth > MAX_DEPTH) {
      throw new DecodeError(
        "LIMIT",
        `The schema of the DataSet nests deeper than ${MAX_DEPTH} levels, which is the limit.`,
        "",
      );
    }
    for (const child of childElements(node)) {
      if (child.name.namespace === XSD) this.#particle({ node: child, schema }, parent, depth + 1);
    }
  }

  #particle(component: Component, parent: OpenTable | undefined, depth: number): void {
    const { node } = component;
    this.#particles += 1;
    if (this.#particles > MAX_PARTICLES) {
      throw new DecodeError(
        "LIMIT",
        `The schema of the DataSet has more than ${MAX_PARTICLES} elements and attributes, which is the limit.`,
        "",
      );
    }
    switch (node.name.local) {
      case "sequence":
      case "choice":
      case "all":
        this.content(component, parent, depth);
        return;
      case "element":
        this.#element(component, parent, depth);
        return;
      case "attribute":
        if (parent !== undefined) this.#column(component, parent);
        return;
      case "simpleContent":
        if (parent !== undefined) this.#simpleContent(component, parent, depth);
    }
  }

  #element(component: Component, parent: OpenTable | undefined, depth: number): void {
    const declared = this.components.declared(component);
    const type = this.components.complexType(declared);
    const repeats = !["0", "1"].includes(component.node.attribute("maxOccurs") ?? "1");
    if (parent !== undefined && type === undefined && !repeats) {
      this.#column(component, parent);
      return;
    }
    const child = this.#read.get(declared.node) ?? this.#table(declared, type, depth);
    if (parent === undefined) return;
    this.nestings.push({ parent: parent.table, child, element: component.node });
  }

  #table(declared: Component, type: Component | undefined, depth: number): TableBuilder {
    const { node } = declared;
    const { local, namespace } = this.components.instanceName(declared);
    const table = this.tables.obtain(decodeName(local), namespace);
    this.#read.set(node, table);
    const open = { table, columns: [], nillable: node.attribute("nillable") === "true" };
    if (type !== undefined) this.content(type, open, depth);
    else this.#repeated(node, open);
    for (const column of inOrder(open.columns)) table.declare(column);
    return table;
  }

  /** A repeated element with a simple type is a table with one column. */
  #repeated(node: XmlElement, { table, columns }: OpenTable): void {
    const column = readTextColumn(`${table.name}_Column`, node, node, this.components);
    columns.push({ column, ordinal: undefined });
  }

  #column(component: Component, { table, columns }: OpenTable): void {
    const column = readColumn(component, this.components, table.namespace);
    columns.push({ column, ordinal: ordinalOf(component.node) });
  }

  #simpleContent({ node, schema }: Component, parent: OpenTable, depth: number): void {
    const derivation = childElements(node).find((child) => child.attribute("base") !== undefined);
    if (derivation === undefined) return;
    const name = node.attribute("ColumnName", MSDATA) ?? `${parent.table.name}_Text`;
    const column = readTextColumn(name, node, derivation, this.components);
    parent.columns.push({
      column: { ...column, nullable: parent.nillable },
      ordinal: ordinalOf(node),
    });
    this.content({ node: derivation, schema }, parent, depth);
  }
}

function ordinalOf(node: XmlElement): number | undefined {
  const ordinal = Number(node.attribute("Ordinal", MSDATA) ?? Number.NaN);
  return Number.isSafeInteger(ordinal) ? ordinal : undefined;
}

/** Columns with an ordinal are at that index; the others fill the rest. */
function inOrder(columns: readonly PlacedColumn[]): DataColumn[] {
  const others = columns.flatMap(({ column, ordinal }) => (ordinal === undefined ? [column] : []));
  const placed = columns
    .flatMap(({ column, ordinal }) => (ordinal === undefined ? [] : [{ column, ordinal }]))
    .sort((a, b) => a.ordinal - b.ordinal);
  const ordered: DataColumn[] = [];
  let used = 0;
  for (const { column, ordinal } of placed) {
    const start = used;
    used += Math.max(0, Math.min(ordinal - ordered.length, others.length - used));
    ordered.push(...others.slice(start, used), column);
  }
  return [...ordered, ...others.slice(used)];
}
