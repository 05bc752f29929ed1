/** Writes the columns of a table in a schema. */
import { EncodeError } from "../../errors/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { DataColumn, DataTable } from "../data-set.js";
import { encodeName } from "../names.js";
import type { Attributes, SchemaBuilder } from "./schema-builder.js";

/**
 * The content of the type of a table.
 *
 * @param nested the elements of tables whose rows are inside rows of this table
 */
export function writeColumns(
  table: DataTable,
  nested: readonly XmlElement[],
  schema: SchemaBuilder,
): XmlElement[] {
  const { columns } = table;
  const isMixed = columns.some(({ mapping }) => mapping !== "element");
  const ordinal = (column: DataColumn) =>
    isMixed ? { "msdata:Ordinal": String(columns.indexOf(column)) } : {};
  const elements = columns
    .filter(({ mapping }) => mapping === "element")
    .map((column) => element(column, ordinal(column), table, schema));
  const attributes = columns
    .filter(({ mapping }) => mapping === "attribute" || mapping === "hidden")
    .map((column) => attribute(column, table, schema));
  const text = columns.find(({ mapping }) => mapping === "simpleContent");
  return text === undefined
    ? [schema.xs("sequence", {}, [...elements, ...nested]), ...attributes]
    : [simpleContent(text, ordinal(text), attributes, schema)];
}

function element(
  column: DataColumn,
  ordinal: Attributes,
  table: DataTable,
  schema: SchemaBuilder,
): XmlElement {
  const attributes = {
    ...described(column, table, schema),
    default: column.defaultValue,
    minOccurs: column.nullable ? "0" : undefined,
    ...ordinal,
  };
  return schema.xs("element", attributes, restriction(column, schema));
}

function attribute(column: DataColumn, table: DataTable, schema: SchemaBuilder): XmlElement {
  const isHidden = column.mapping === "hidden";
  const attributes = {
    ...described(column, table, schema),
    // In XML Schema a required or prohibited attribute has no default.
    [isHidden || !column.nullable ? "msdata:DefaultValue" : "default"]: column.defaultValue,
    "msdata:AllowDBNull": isHidden && !column.nullable ? "false" : undefined,
    use: isHidden ? "prohibited" : column.nullable ? undefined : "required",
  };
  return schema.xs("attribute", attributes, restriction(column, schema));
}

function simpleContent(
  column: DataColumn,
  ordinal: Attributes,
  attributes: readonly XmlElement[],
  schema: SchemaBuilder,
): XmlElement {
  const own = {
    "msdata:ColumnName": column.name,
    ...properties(column),
    "msdata:DefaultValue": column.defaultValue,
    ...ordinal,
  };
  const extension = schema.xs("extension", { base: `xs:${column.type}` }, attributes);
  return schema.xs("simpleContent", own, [extension]);
}

/** The name, form, properties and type of an element or attribute; a restricted type is written inside it. */
function described(column: DataColumn, table: DataTable, schema: SchemaBuilder): Attributes {
  return {
    name: encodeName(column.name),
    form: formOf(column, table, schema.namespace),
    ...properties(column),
    type: column.maxLength === undefined ? `xs:${column.type}` : undefined,
  };
}

/** Elements and attributes are qualified by default (part 1 §3.3.2). */
function formOf(column: DataColumn, table: DataTable, qualified: string): string | undefined {
  const { mapping } = column;
  const namespace = column.namespace ?? (mapping === "element" ? table.namespace : "");
  if (namespace === qualified || mapping === "hidden") return undefined;
  if (namespace === "") return "unqualified";
  const path = `${table.name}/${column.name}`;
  throw new EncodeError(
    `${path} has another namespace than its DataSet, which is not supported. Use the namespace of the DataSet, or none.`,
    path,
  );
}

function properties(column: DataColumn): Attributes {
  return {
    "msdata:DataType": column.clrType,
    "msdata:ReadOnly": column.readOnly ? "true" : undefined,
    "msdata:Expression": column.expression,
    "msdata:AutoIncrement": column.autoIncrement && "true",
    "msdata:AutoIncrementSeed": column.autoIncrement?.seed.toString(),
    "msdata:AutoIncrementStep": column.autoIncrement?.step.toString(),
    "msdata:Caption": column.caption === column.name ? undefined : column.caption,
    "msdata:DateTimeMode": column.dateTimeMode,
  };
}

function restriction({ maxLength, type }: DataColumn, schema: SchemaBuilder): XmlElement[] {
  if (maxLength === undefined) return [];
  const facet = schema.xs("maxLength", { value: String(maxLength) });
  return [schema.xs("simpleType", {}, [schema.xs("restriction", { base: `xs:${type}` }, [facet])])];
}
