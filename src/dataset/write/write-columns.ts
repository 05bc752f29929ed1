/** The columns of a table in a schema that is sent. */
import { EncodeError } from "../../errors/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { DataColumn, DataTable } from "../data-set.js";
import { encodeName } from "../names.js";
import type { Attributes, SchemaBuilder } from "./schema-builder.js";

/**
 * The content of a table's type.
 *
 * @param nested the elements of tables whose rows may stand in those of this one
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
    // An attribute that is required, or not there at all, has no default in XML Schema.
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

/** Name, form, properties and type of an element or attribute; a type that is restricted stands inside. */
function described(column: DataColumn, table: DataTable, schema: SchemaBuilder): Attributes {
  return {
    name: encodeName(column.name),
    form: formOf(column, table, schema.namespace),
    ...properties(column),
    type: column.maxLength === undefined ? `xs:${column.type}` : undefined,
  };
}

/** All is qualified but what says otherwise (part 1 §3.3.2). */
function formOf(column: DataColumn, table: DataTable, qualified: string): string | undefined {
  const { mapping } = column;
  const namespace = column.namespace ?? (mapping === "element" ? table.namespace : "");
  if (namespace === qualified || mapping === "hidden") return undefined;
  if (namespace === "") return "unqualified";
  const path = `${table.name}/${column.name}`;
  throw new EncodeError(`${path} is in another namespace than its DataSet.`, path);
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
