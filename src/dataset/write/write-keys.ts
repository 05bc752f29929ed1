/** Writes the keys and relations of a schema, which read-relations.ts reads. */
import { EncodeError } from "../../errors/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { DataRelation, DataSet, DataTable } from "../data-set.js";
import { encodeName } from "../names.js";
import type { SchemaBuilder } from "./schema-builder.js";

interface WrittenKey {
  /** Its name in the schema, which is unique. */
  readonly schemaName: string;
  readonly table: DataTable;
  readonly columns: readonly string[];
  readonly element: XmlElement;
}

/** The constraints: primary and unique keys, then foreign keys, which refer to them. */
export function writeKeys({ tables, relations }: DataSet, schema: SchemaBuilder): XmlElement[] {
  const names = new Set<string>();
  const keys: WrittenKey[] = [];
  const add = (table: DataTable, name: string, columns: readonly string[], isPrimary: boolean) => {
    const schemaName = freeName(name, names);
    const attributes = {
      name: encodeName(schemaName),
      "msdata:ConstraintName": schemaName === name ? undefined : name,
      "msdata:PrimaryKey": isPrimary ? "true" : undefined,
    };
    const element = schema.xs("unique", attributes, paths(table, columns, schema));
    const key = { schemaName, table, columns, element };
    keys.push(key);
    return key;
  };
  for (const table of Object.values(tables)) {
    for (const { name, columns } of table.uniqueKeys) add(table, name, columns, false);
    if (table.primaryKey.length > 0) add(table, `${table.name}_Key`, table.primaryKey, true);
  }
  const references = relations.flatMap((relation) => {
    if (!relation.enforced) return [];
    const { parent, child } = endsOf(relation, tables);
    const columns = relation.parentColumns;
    const key =
      keys.find((each) => each.table === parent && areSame(each.columns, columns)) ??
      add(parent, `${relation.name}_Key`, columns, false);
    const attributes = {
      name: encodeName(freeName(relation.name, names)),
      refer: encodeName(key.schemaName),
      "msdata:RelationName": encodeName(relation.name),
      "msdata:IsNested": relation.nested ? "true" : undefined,
    };
    return [schema.xs("keyref", attributes, paths(child, relation.childColumns, schema))];
  });
  return [...keys.map(({ element }) => element), ...references];
}

/** A relation that is not a constraint. */
export function relationship(
  relation: DataRelation,
  { tables }: DataSet,
  schema: SchemaBuilder,
): XmlElement {
  const { parent, child } = endsOf(relation, tables);
  return schema.relationship({
    name: encodeName(relation.name),
    "msdata:parent": encodeName(parent.name),
    "msdata:child": encodeName(child.name),
    "msdata:parentkey": relation.parentColumns.map(encodeName).join(" "),
    "msdata:childkey": relation.childColumns.map(encodeName).join(" "),
  });
}

/** The tables of a relation. */
export function endsOf(relation: DataRelation, tables: DataSet["tables"]) {
  const parent = tables[relation.parent];
  const child = tables[relation.child];
  if (parent !== undefined && child !== undefined) return { parent, child };
  const { name } = relation;
  throw new EncodeError(`The relation ${name} names a table that the DataSet does not have.`, name);
}

/** The selector and the fields of a constraint. */
function paths(table: DataTable, columns: readonly string[], schema: SchemaBuilder): XmlElement[] {
  const field = (name: string) => {
    const mapping = table.columns.find((column) => column.name === name)?.mapping;
    const isAttribute = mapping === "attribute" || mapping === "hidden";
    return schema.xs("field", { xpath: `${isAttribute ? "@" : ""}${schema.path(name)}` });
  };
  const selector = schema.xs("selector", { xpath: `.//${schema.path(table.name)}` });
  return [selector, ...columns.map(field)];
}

function freeName(name: string, names: Set<string>): string {
  let free = name;
  for (let number = 1; names.has(free); number++) free = `${name}_${number}`;
  names.add(free);
  return free;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
