/**
 * Keys and relations of an inline schema: xs:unique, xs:key and xs:keyref (part 1 §3.11) of the DataSet's element,
 * msdata:Relationship, and tables inside others.
 */
import { childElements, isNamed, type XmlElement } from "../../xml/index.js";
import type { DataRelation } from "../data-set.js";
import { decodeName, MSDATA, XSD } from "../names.js";
import { plainColumn, type TableBuilder, type TableBuilders } from "./table-builder.js";

/** A table whose element is inside that of another table. */
export interface Nesting {
  readonly parent: TableBuilder;
  readonly child: TableBuilder;
  readonly element: XmlElement;
}

interface Key {
  readonly table: TableBuilder;
  readonly columns: readonly string[];
}

export function readRelations(
  schemas: readonly XmlElement[],
  dataSet: XmlElement | undefined,
  tables: TableBuilders,
  nestings: readonly Nesting[],
): void {
  if (dataSet !== undefined) readConstraints(dataSet, tables);
  for (const schema of schemas) readRelationships(schema, false, tables);
  for (const { element } of nestings) readRelationships(element, true, tables);
  const related = new Set(tables.relations.filter(({ nested }) => nested).map(endsOf));
  for (const { parent, child } of nestings) {
    const ends = { parent: tables.keyOf(parent), child: tables.keyOf(child) };
    if (related.has(endsOf(ends))) continue;
    related.add(endsOf(ends));
    tables.relations.push({ ...ends, ...numberedRelation(parent, child) });
  }
}

function readConstraints(dataSet: XmlElement, tables: TableBuilders): void {
  const keys = new Map<string, Key>();
  for (const node of childElements(dataSet)) {
    if (!isNamed(node, XSD, "unique") && !isNamed(node, XSD, "key")) continue;
    const key = keyOf(node, tables);
    if (key !== undefined) keys.set(textOf(node, "name"), key);
  }
  for (const node of childElements(dataSet)) {
    if (isNamed(node, XSD, "keyref")) readForeignKey(node, keys, tables);
  }
}

function keyOf(node: XmlElement, tables: TableBuilders): Key | undefined {
  const table = selected(node, tables);
  if (table === undefined) return undefined;
  const columns = fields(node);
  if (node.attribute("PrimaryKey", MSDATA) === "true") table.primaryKey = columns;
  else table.uniqueKeys.push({ name: constraintName(node), columns });
  return { table, columns };
}

function readForeignKey(
  node: XmlElement,
  keys: ReadonlyMap<string, Key>,
  tables: TableBuilders,
): void {
  const refer = textOf(node, "refer");
  const key = keys.get(refer.slice(refer.indexOf(":") + 1));
  const child = selected(node, tables);
  if (key === undefined || child === undefined) return;
  const name = node.attribute("RelationName", MSDATA);
  tables.relations.push({
    name: name === undefined ? constraintName(node) : decodeName(name),
    parent: tables.keyOf(key.table),
    child: tables.keyOf(child),
    parentColumns: key.columns,
    childColumns: fields(node),
    nested: node.attribute("IsNested", MSDATA) === "true",
    enforced: true,
  });
}

function constraintName(node: XmlElement): string {
  return node.attribute("ConstraintName", MSDATA) ?? decodeName(textOf(node, "name"));
}

/** The table of a selector: `.//mstns:Orders`. */
function selected(node: XmlElement, tables: TableBuilders): TableBuilder | undefined {
  const selector = node.elements("selector")[0];
  if (selector === undefined) return undefined;
  const path = textOf(selector, "xpath");
  const { namespace } = node.resolve(path.slice(path.lastIndexOf("/") + 1));
  return tables.find(lastName(path), node.attribute("TableNamespace", MSDATA) ?? namespace);
}

function fields(node: XmlElement): string[] {
  return node.elements("field").map((field) => lastName(textOf(field, "xpath")));
}

/** The value of an attribute; a missing attribute is empty, and names nothing. */
function textOf(node: XmlElement, attribute: string, namespace?: string): string {
  return node.attribute(attribute, namespace) ?? "";
}

/** The last name of a path such as `.//p:name` or `@p:name`. */
function lastName(path: string): string {
  return decodeName(path.replace(/^.*[/:@]/, ""));
}

/** Relations that are not constraints: xs:annotation/xs:appinfo/msdata:Relationship. */
function readRelationships(around: XmlElement, nested: boolean, tables: TableBuilders): void {
  const notes = around.elements("annotation").flatMap((note) => note.elements("appinfo"));
  for (const node of notes.flatMap((note) => note.elements("Relationship"))) {
    const table = (end: "parent" | "child") =>
      tables.find(
        decodeName(textOf(node, end, MSDATA)),
        textOf(node, `${end === "parent" ? "Parent" : "Child"}TableNamespace`, MSDATA),
      );
    const columns = (end: "parentkey" | "childkey") =>
      textOf(node, end, MSDATA).split(/[ +]/).map(decodeName);
    const parent = table("parent");
    const child = table("child");
    if (parent === undefined || child === undefined) continue;
    tables.relations.push({
      name: decodeName(textOf(node, "name")),
      parent: tables.keyOf(parent),
      child: tables.keyOf(child),
      parentColumns: columns("parentkey"),
      childColumns: columns("childkey"),
      nested,
      enforced: false,
    });
  }
}

/**
 * The relation of a nested table for which the schema has none: .NET numbers the rows, in the key of the parent if that is
 * one column, or else in a hidden column, which the schema does not declare.
 */
function numberedRelation(
  parent: TableBuilder,
  child: TableBuilder,
): Omit<DataRelation, "parent" | "child"> {
  const [only, ...more] = parent.primaryKey;
  const key = only !== undefined && more.length === 0 ? only : numberRows(parent);
  const reference = child.freeName(key);
  const type = parent.declared(key)?.type ?? "int";
  child.declare({ ...plainColumn(reference), type, mapping: "hidden" });
  return {
    name: `${parent.name}_${child.name}`,
    parentColumns: [key],
    childColumns: [reference],
    nested: true,
    enforced: true,
  };
}

function numberRows(table: TableBuilder): string {
  const own = `${table.name}_Id`;
  if (table.declared(own)?.mapping === "hidden") return own;
  if (table.rowNumbers !== undefined) return table.rowNumbers;
  const name = table.freeName(own);
  table.rowNumbers = name;
  const counted = { nullable: false, autoIncrement: { seed: 0n, step: 1n } };
  table.declare({ ...plainColumn(name), type: "int", mapping: "hidden", ...counted });
  if (table.primaryKey.length === 0) table.primaryKey = [name];
  else table.uniqueKeys.push({ name, columns: [name] });
  return name;
}

function endsOf({ parent, child }: Pick<DataRelation, "parent" | "child">): string {
  return JSON.stringify([parent, child]);
}
