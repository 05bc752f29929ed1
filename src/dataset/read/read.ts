/** A DataSet or DataTable of an answer: an inline schema and a DiffGram, which the WSDL calls `s:schema` and `s:any`. */
import { DecodeError } from "../../errors/index.js";
import { childElements, isNamed, XmlElement } from "../../xml/index.js";
import type { DataSet, DataTable, UntypedTables } from "../data-set.js";
import { DIFFGRAM, decodeName, XSD } from "../names.js";
import { readCurrentRows, readErrors, readOriginalRows } from "./read-rows.js";
import { readSchemas } from "./read-schema.js";
import { TableBuilders } from "./table-builder.js";

type Elements = XmlElement | readonly XmlElement[] | undefined;

type DataSetMembers = {
  readonly schema?: Elements;
  readonly $any?: Elements;
  readonly $any2?: Elements;
};

/** The member that a DataSet decodes to, the element around it, or its elements: schemas and the DiffGram. */
export type DataSetContent =
  | XmlElement
  | readonly XmlElement[]
  | DataSetMembers
  /** Where the WSDL lets both repeat together. */
  | { readonly $sequence: readonly DataSetMembers[] };

/**
 * Reads a DataSet.
 *
 * @typeParam Tables each table's row, `{ Orders: { OrderID: number; Note?: string } }`. Nothing checks that the service
 * has these tables and columns: what it sends says itself what it is, and `columns` tells.
 * @throws DecodeError `MISSING_ELEMENT` where there is neither a schema nor a DiffGram, `INVALID_VALUE` for a value that
 * is not of its column's type, `LIMIT` where tables or rows nest too deep
 */
export function readDataSet<Tables extends object = UntypedTables>(
  content: DataSetContent,
): DataSet<Tables> {
  const elements = elementsOf(content);
  const schemas = elements.filter((element) => isNamed(element, XSD, "schema"));
  const diffgram = elements.find((element) => isNamed(element, DIFFGRAM, "diffgram"));
  if (schemas.length === 0 && diffgram === undefined) {
    throw new DecodeError("MISSING_ELEMENT", "A DataSet has neither a schema nor a diffgram.", "");
  }
  const tables = new TableBuilders();
  const head = readSchemas(schemas, tables);
  const instance = diffgram === undefined ? undefined : readDiffGram(diffgram, tables);
  const built = tables.build();
  const main = Object.entries(built).find(
    ([, { name, namespace }]) =>
      head?.mainTable === (namespace === "" ? name : `${namespace}:${name}`),
  );
  const dataSet: DataSet = {
    name: head?.name ?? decodeName(instance?.name.local ?? "NewDataSet"),
    namespace: head?.namespace ?? instance?.name.namespace ?? "",
    tables: built,
    relations: tables.relations,
    ...(main === undefined ? {} : { mainTable: main[0] }),
  };
  // What the tables are is the caller's word.
  return dataSet as DataSet<Tables>;
}

/**
 * Reads a DataTable: of a DataSet its main table, or else its first.
 *
 * @throws DecodeError as `readDataSet` does, and `MISSING_ELEMENT` where there is no table
 */
export function readDataTable<Row extends object = UntypedTables[string]>(
  content: DataSetContent,
): DataTable<Row> {
  const { tables, mainTable } = readDataSet<Record<string, Row>>(content);
  const name = mainTable ?? Object.keys(tables)[0];
  const table = name === undefined ? undefined : tables[name];
  if (table !== undefined) return table;
  throw new DecodeError("MISSING_ELEMENT", "A DataTable's schema and diffgram have no table.", "");
}

function elementsOf(content: DataSetContent): XmlElement[] {
  if (content instanceof XmlElement) return childElements(content);
  if ("length" in content) return [...content];
  const members = "$sequence" in content ? content.$sequence : [content];
  return members
    .flatMap((each) => Object.values<Elements>(each).flat())
    .filter((element) => element instanceof XmlElement);
}

/** Gives the element of the rows as they are now, which is not there where there are none. */
function readDiffGram(diffgram: XmlElement, tables: TableBuilders): XmlElement | undefined {
  const parts = childElements(diffgram);
  const instance = parts.find(({ name }) => name.namespace !== DIFFGRAM);
  if (instance !== undefined) readCurrentRows(instance, tables);
  for (const part of parts) if (isNamed(part, DIFFGRAM, "before")) readOriginalRows(part, tables);
  for (const part of parts) if (isNamed(part, DIFFGRAM, "errors")) readErrors(part, tables);
  return instance;
}
