/** Reads the rows of a DiffGram: the current rows, the original rows (diffgr:before), and the errors (diffgr:errors). */
import { DecodeError } from "../../errors/index.js";
import { childElements, XML_NAMESPACE, type XmlElement } from "../../xml/index.js";
import { dataTypeNamed, expectedOf, INVALID, parseCell } from "../cell-text.js";
import type { DataColumn, DataValue } from "../data-set.js";
import { DIFFGRAM, decodeName, MSDATA, XSI } from "../names.js";
import type { Row, TableBuilder, TableBuilders } from "./table-builder.js";

/** The deepest nesting of rows. */
const MAX_DEPTH = 100;
const HIDDEN = "hidden";
const SHOWN = 60;

/** Reads the current rows, which are in an element with the name of the DataSet. */
export function readCurrentRows(instance: XmlElement, tables: TableBuilders): void {
  for (const element of childElements(instance)) readCurrentRow(element, tables, 0);
}

function readCurrentRow(element: XmlElement, tables: TableBuilders, depth: number): void {
  if (depth > MAX_DEPTH) {
    throw new DecodeError(
      "LIMIT",
      `The DataSet nests rows deeper than ${MAX_DEPTH} levels, which is the limit.`,
      "",
    );
  }
  const table = tableOf(element, tables);
  const isAdded = element.attribute("hasChanges", DIFFGRAM) === "inserted";
  table.add(readRow(element, table), orderOf(element), idOf(element), isAdded);
  for (const child of childElements(element)) {
    if (idOf(child) !== undefined) readCurrentRow(child, tables, depth + 1);
  }
}

/** Reads the original values of the rows that were modified or deleted. */
export function readOriginalRows(before: XmlElement, tables: TableBuilders): void {
  for (const element of childElements(before)) {
    const table = tableOf(element, tables);
    table.addOriginal(readRow(element, table), orderOf(element), idOf(element));
  }
}

export function readErrors(errors: XmlElement, tables: TableBuilders): void {
  for (const element of childElements(errors)) {
    const columns = childElements(element).map((column): [string, string] => [
      decodeName(column.name.local),
      column.attribute("Error", DIFFGRAM) ?? "",
    ]);
    const error = element.attribute("Error", DIFFGRAM);
    tableOf(element, tables).addError(idOf(element), error, columns);
  }
}

function tableOf({ name }: XmlElement, tables: TableBuilders): TableBuilder {
  return tables.obtain(decodeName(name.local), name.namespace);
}

function idOf(element: XmlElement): string | undefined {
  return element.attribute("id", DIFFGRAM);
}

function orderOf(element: XmlElement): number | undefined {
  const order = element.attribute("rowOrder", MSDATA);
  return order !== undefined && /^\d+$/.test(order) ? Number(order) : undefined;
}

/** The values of a row, without those of rows inside it. */
function readRow(element: XmlElement, table: TableBuilder): Row {
  const cells: [string, DataValue][] = [];
  const put = (column: DataColumn, cell: XmlElement, text: string) => {
    const value = readCell(column, cell, text, table);
    if (value !== undefined) cells.push([column.name, value]);
  };
  for (const { name, value } of element.attributes) {
    const { namespace, local } = name;
    if (namespace === MSDATA && local.startsWith(HIDDEN)) {
      put(table.column(decodeName(local.slice(HIDDEN.length)), "hidden"), element, value);
    } else if (![MSDATA, DIFFGRAM, XSI, XML_NAMESPACE].includes(namespace)) {
      put(table.column(decodeName(local), "attribute"), element, value);
    }
  }
  const text = textColumnOf(element, table);
  if (text !== undefined) {
    if (!isNil(element)) put(text, element, element.text);
    return Object.fromEntries(cells);
  }
  for (const child of childElements(element)) {
    if (idOf(child) !== undefined || isNil(child)) continue;
    put(table.column(decodeName(child.name.local), "element"), child, child.text);
  }
  return Object.fromEntries(cells);
}

/** The column with the text of a row; without a schema, a row that has only text implies the column. */
function textColumnOf(element: XmlElement, table: TableBuilder): DataColumn | undefined {
  if (table.textColumn !== undefined) return table.textColumn;
  const isText = childElements(element).length === 0 && element.text.trim() !== "";
  return isText ? table.column(`${table.name}_Text`, "simpleContent") : undefined;
}

function isNil(element: XmlElement): boolean {
  return ["true", "1"].includes(element.attribute("nil", XSI) ?? "");
}

function readCell(
  column: DataColumn,
  cell: XmlElement,
  text: string,
  table: TableBuilder,
): DataValue | undefined {
  let type = column.type;
  if (column.mapping === "element") {
    if (cell.children.some((child) => typeof child !== "string")) return cell;
    const own = type === "anyType" ? cell.attribute("type", XSI) : undefined;
    if (own !== undefined) type = dataTypeNamed(cell.resolve(own).local) ?? type;
  }
  const value = parseCell(type, text);
  if (value !== INVALID) return value;
  const path = `${table.name}[${table.size}]/${column.name}`;
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  const message = `${path} is ${JSON.stringify(shown)}, not ${expectedOf(type)}.`;
  throw new DecodeError("INVALID_VALUE", message, path);
}
