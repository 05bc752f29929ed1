/** Reads a DataSet or DataTable: an inline schema and a DiffGram, which are `s:schema` and `s:any` in the WSDL. */
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

/** The content of a DataSet: its member in a response, the element around it, or its elements, schemas and a DiffGram. */
export type DataSetContent =
  | XmlElement
  | readonly XmlElement[]
  | DataSetMembers
  | {
      /** Schema and DiffGram, if both repeat together in the WSDL. */
      readonly $sequence: readonly DataSetMembers[];
    };

/**
 * Reads a DataSet from a response.
 *
 * @typeParam Tables the row of each table: `{ Orders: { OrderID: number; Note?: string } }`. It is not checked that the
 * service has these tables and columns; `columns` of a table lists those that it sent.
 * @throws DecodeError `MISSING_ELEMENT` if there is neither a schema nor a DiffGram, `INVALID_VALUE` for a value outside
 * the type of its column, `LIMIT` if tables or rows nest too deep
 */
export function readDataSet<Tables extends object = UntypedTables>(
  content: DataSetContent,
): DataSet<Tables> {
  const elements = elementsOf(content);
  const schemas = elements.filter((element) => isNamed(element, XSD, "schema"));
  const diffgram = elements.find((element) => isNamed(element, DIFFGRAM, "diffgram"));
  if (schemas.length === 0 && diffgram === undefined) {
    throw new DecodeError(
      "MISSING_ELEMENT",
      "The DataSet has neither a schema nor a diffgram.",
      "",
    );
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
  // The type parameter is a statement of the caller.
  return dataSet as DataSet<Tables>;
}

/**
 * Reads a DataTable from a response: the main table of a DataSet, or else its first table.
 *
 * @typeParam Row the row of the table; it is not checked
 * @throws DecodeError as `readDataSet`, and `MISSING_ELEMENT` if there is no table
 */
export function readDataTable<Row extends object = UntypedTables[string]>(
  content: DataSetContent,
): DataTable<Row> {
  const { tables, mainTable } = readDataSet<Record<string, Row>>(content);
  const name = mainTable ?? Object.keys(tables)[0];
  const table = name === undefined ? undefined : tables[name];
  if (table !== undefined) return table;
  throw new DecodeError(
    "MISSING_ELEMENT",
    "The DataTable has no table in its schema or diffgram.",
    "",
  );
}

function elementsOf(content: DataSetContent): XmlElement[] {
  if (content instanceof XmlElement) return childElements(content);
  if ("length" in content) return [...content];
  const members = "$sequence" in content ? content.$sequence : [content];
  return members
    .flatMap((each) => Object.values<Elements>(each).flat())
    .filter((element) => element instanceof XmlElement);
}

/** Returns the element with the current rows; `undefined` for a DiffGram without current rows. */
function readDiffGram(diffgram: XmlElement, tables: TableBuilders): XmlElement | undefined {
  const parts = childElements(diffgram);
  const instance = parts.find(({ name }) => name.namespace !== DIFFGRAM);
  if (instance !== undefined) readCurrentRows(instance, tables);
  for (const part of parts) if (isNamed(part, DIFFGRAM, "before")) readOriginalRows(part, tables);
  for (const part of parts) if (isNamed(part, DIFFGRAM, "errors")) readErrors(part, tables);
  return instance;
}
