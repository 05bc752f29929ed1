/** Writes the DiffGram of a DataSet. */
import { EncodeError } from "../../errors/index.js";
import {
  type ExpandedName,
  NamespaceScope,
  XML_NAMESPACE,
  type XmlAttribute,
  XmlElement,
} from "../../xml/index.js";
import { expectedOf, formatCell, typeOfValue } from "../cell-text.js";
import type { DataColumn, DataSet, DataTable, DataValue, RowChange } from "../data-set.js";
import { attribute, DIFFGRAM, encodeName, MSDATA, XSD, XSI } from "../names.js";
import type { Row } from "../read/table-builder.js";

/** The prefixes of a DiffGram, and of the types of its values. */
const scope = NamespaceScope.outermost().extend(
  new Map([
    ["diffgr", DIFFGRAM],
    ["msdata", MSDATA],
    ["xs", XSD],
    ["xsi", XSI],
  ]),
);

export function writeDiffGram({ name, namespace, tables }: DataSet): XmlElement {
  const writers = Object.values(tables).map((table) => new TableWriter(table));
  const current = writers.flatMap((writer) => writer.currentRows());
  const before = writers.flatMap((writer) => writer.originalRows());
  const errors = writers.flatMap((writer) => writer.errors());
  const parts: XmlElement[] = [];
  if (current.length + before.length > 0) {
    parts.push(new XmlElement({ namespace, local: encodeName(name) }, [], current));
  }
  if (before.length > 0) parts.push(diffgrElement("before", before));
  if (errors.length > 0) parts.push(diffgrElement("errors", errors));
  return diffgrElement("diffgram", parts, scope);
}

function diffgrElement(local: string, children: XmlElement[], within?: NamespaceScope): XmlElement {
  return new XmlElement({ namespace: DIFFGRAM, local }, [], children, within);
}

/** Writes the rows of a table for the parts of a DiffGram. */
class TableWriter {
  readonly #table: DataTable;
  readonly #columns: ReadonlyMap<string, DataColumn>;
  readonly #changes: ReadonlyMap<Row, RowChange<Row>>;
  /** Encoded names, by name. */
  readonly #names = new Map<string, string>();
  /** The current and deleted rows in their order. */
  readonly #rows: readonly Row[];

  constructor(table: DataTable) {
    this.#table = table;
    this.#columns = new Map(table.columns.map((column) => [column.name, column]));
    this.#changes = new Map(table.changes.map((change) => [change.row, change]));
    const placed = [...table.rows];
    const deleted = table.changes.filter((change) => change.state === "deleted");
    for (const { row, position } of deleted.sort((a, b) => a.position - b.position)) {
      placed.splice(position, 0, row);
    }
    this.#rows = placed;
    const known = new Set(table.rows);
    for (const { state, row } of table.changes) {
      if (known.has(row) === (state === "deleted")) this.#rejectRow(`A row that was ${state}`);
    }
  }

  currentRows(): XmlElement[] {
    const inError = new Set(this.#table.errors.map(({ row }) => row));
    return this.#rows.flatMap((row, index) => {
      const state = this.#changes.get(row)?.state;
      if (state === "deleted") return [];
      const flags = state === undefined ? [] : [hasChanges(state)];
      if (inError.has(row)) flags.push(diffgr("hasErrors", "true"));
      return [this.#row(row, index, flags)];
    });
  }

  originalRows(): XmlElement[] {
    const inError = new Set(this.#table.errors.map(({ row }) => row));
    return this.#rows.flatMap((row, index) => {
      const change = this.#changes.get(row);
      if (change === undefined || change.state === "added") return [];
      if (change.state === "modified") return [this.#row(change.original, index, [])];
      return [this.#row(row, index, inError.has(row) ? [diffgr("hasErrors", "true")] : [])];
    });
  }

  errors(): XmlElement[] {
    const places = new Map(this.#rows.map((row, index) => [row, index]));
    return this.#table.errors.map(({ row, error, columns }) => {
      const index = places.get(row) ?? this.#rejectRow("An error");
      const attributes = [diffgr("id", this.#id(index))];
      if (error !== undefined) attributes.push(diffgr("Error", error));
      const cells = Object.entries(columns).map(([name, text]) => {
        const column = this.#columns.get(name) ?? this.#rejectColumn(name, index);
        return new XmlElement(this.#elementName(column), [diffgr("Error", text)]);
      });
      return new XmlElement(this.#rowName, attributes, cells);
    });
  }

  #row(row: Row, index: number, flags: readonly XmlAttribute[]): XmlElement {
    const attributes = [diffgr("id", this.#id(index)), attribute(MSDATA, "rowOrder", `${index}`)];
    attributes.push(...flags);
    const children: (XmlElement | string)[] = [];
    for (const name of Object.keys(row)) {
      if (!this.#columns.has(name)) this.#rejectColumn(name, index);
    }
    for (const column of this.#columns.values()) {
      const { name, mapping } = column;
      const value = Object.hasOwn(row, name) ? row[name] : undefined;
      if (value === undefined || value === null) {
        if (mapping === "simpleContent") attributes.push(attribute(XSI, "nil", "true"));
      } else if (mapping === "element") children.push(this.#cell(value, column, index));
      else if (mapping === "simpleContent") children.push(this.#text(value, column, index));
      else attributes.push(this.#attribute(column, this.#text(value, column, index)));
    }
    return new XmlElement(this.#rowName, attributes, children);
  }

  #cell(value: DataValue, column: DataColumn, index: number): XmlElement {
    const name = this.#elementName(column);
    if (value instanceof XmlElement) {
      return new XmlElement(name, value.attributes, value.children, value.scope);
    }
    const text = this.#text(value, column, index);
    const attributes = isObject(column) ? [attribute(XSI, "type", `xs:${typeOfValue(value)}`)] : [];
    if (/^\s+$/.test(text)) attributes.push(attribute(XML_NAMESPACE, "space", "preserve"));
    return new XmlElement(name, attributes, text === "" ? [] : [text], scope);
  }

  #attribute({ mapping, name, namespace = "" }: DataColumn, text: string): XmlAttribute {
    const encoded = this.#encoded(name);
    return mapping === "hidden"
      ? attribute(MSDATA, `hidden${encoded}`, text)
      : attribute(namespace, encoded, text);
  }

  #text(value: DataValue, column: DataColumn, index: number): string {
    const type = isObject(column) ? typeOfValue(value) : column.type;
    const text = formatCell(type, value);
    if (text !== undefined) return text;
    const path = `${this.#table.name}[${index}]/${column.name}`;
    throw new EncodeError(`${path} must be ${expectedOf(type)}.`, path);
  }

  #elementName({ name, namespace, mapping }: DataColumn): ExpandedName {
    const byDefault = mapping === "attribute" ? "" : this.#table.namespace;
    return { namespace: namespace ?? byDefault, local: this.#encoded(name) };
  }

  #encoded(name: string): string {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    const encoded = encodeName(name);
    this.#names.set(name, encoded);
    return encoded;
  }

  get #rowName(): ExpandedName {
    return { namespace: this.#table.namespace, local: this.#encoded(this.#table.name) };
  }

  #id(index: number): string {
    return `${this.#table.name}${index + 1}`;
  }

  #rejectColumn(name: string, index: number): never {
    const { name: table } = this.#table;
    throw new EncodeError(
      `The table ${table} has no column ${name}.`,
      `${table}[${index}]/${name}`,
    );
  }

  #rejectRow(subject: string): never {
    const { name } = this.#table;
    throw new EncodeError(`${subject} of the table ${name} is not among its rows.`, name);
  }
}

function hasChanges(state: "added" | "modified"): XmlAttribute {
  return diffgr("hasChanges", state === "added" ? "inserted" : state);
}

/** Whether each value of the column has its own type: System.Object, but not System.DateTimeOffset. */
function isObject({ type, clrType }: DataColumn): boolean {
  return type === "anyType" && clrType?.startsWith("System.Object") !== false;
}

function diffgr(local: string, value: string): XmlAttribute {
  return attribute(DIFFGRAM, local, value);
}
