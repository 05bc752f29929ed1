/**
 * Writes the inline schema of a DataSet. As in .NET, the element of a table is inside the element of the DataSet, or inside
 * the element of the table that contains its rows. If several tables contain its rows, it is a global element to which
 * they refer.
 */
import { EncodeError } from "../../errors/index.js";
import type { XmlElement } from "../../xml/index.js";
import type { DataRelation, DataSet, DataTable } from "../data-set.js";
import { encodeName } from "../names.js";
import { SchemaBuilder } from "./schema-builder.js";
import { writeColumns } from "./write-columns.js";
import { endsOf, relationship, writeKeys } from "./write-keys.js";

export function writeSchema(dataSet: DataSet): XmlElement {
  const { name, namespace, relations, mainTable } = dataSet;
  const schema = new SchemaBuilder(namespace);
  const tables = new TableElements(dataSet, schema);
  const main = mainTable === undefined ? undefined : dataSet.tables[mainTable];
  const attributes = {
    name: encodeName(name),
    "msdata:IsDataSet": "true",
    "msdata:MainDataTable":
      main && encodeName(namespace === "" ? main.name : `${namespace}:${main.name}`),
    "msdata:UseCurrentLocale": "true",
  };
  const content = [
    schema.xs("complexType", {}, [schema.xs("choice", REPEATED, tables.outer())]),
    ...writeKeys(dataSet, schema),
  ];
  const inNamespace = {
    targetNamespace: namespace,
    attributeFormDefault: "qualified",
    elementFormDefault: "qualified",
  };
  return schema.xs("schema", { id: encodeName(name), ...(namespace === "" ? {} : inNamespace) }, [
    ...tables.global(),
    schema.xs("element", attributes, content),
    ...relations
      .filter((relation) => !relation.enforced && !relation.nested)
      .map((relation) => relationship(relation, dataSet, schema)),
  ]);
}

const REPEATED = { minOccurs: "0", maxOccurs: "unbounded" };

class TableElements {
  readonly #nested: readonly DataRelation[];

  constructor(
    private readonly dataSet: DataSet,
    private readonly schema: SchemaBuilder,
  ) {
    this.#nested = dataSet.relations.filter(({ nested }) => nested);
    for (const { name, namespace } of Object.values(dataSet.tables)) {
      if (namespace === dataSet.namespace) continue;
      // They would need one schema per namespace, but a message has only one.
      const message = `The table ${name} has another namespace than its DataSet, which is not supported. Use the namespace of the DataSet.`;
      throw new EncodeError(message, name);
    }
  }

  /** The elements inside the element of the DataSet. */
  outer(): XmlElement[] {
    return this.#tables.flatMap(([key, table]) => {
      if (this.#isGlobal(key)) return [this.schema.xs("element", { ref: encodeName(table.name) })];
      return this.#parents(key).length === 0 ? [this.#element(key, table, {}, [])] : [];
    });
  }

  /** The global elements. */
  global(): XmlElement[] {
    return this.#tables.flatMap(([key, table]) =>
      this.#isGlobal(key) ? [this.#element(key, table, {}, [])] : [],
    );
  }

  get #tables(): [string, DataTable][] {
    return Object.entries(this.dataSet.tables);
  }

  #element(
    key: string,
    table: DataTable,
    occurrence: Readonly<Record<string, string>>,
    note: readonly XmlElement[],
  ): XmlElement {
    const children = this.#nested
      .filter(({ parent }) => parent === key)
      .map((relation) => this.#child(relation));
    const text = table.columns.find(({ mapping }) => mapping === "simpleContent");
    const nillable = text?.nullable === true ? "true" : undefined;
    return this.schema.xs("element", { name: encodeName(table.name), nillable, ...occurrence }, [
      ...note,
      this.schema.xs("complexType", {}, writeColumns(table, children, this.schema)),
    ]);
  }

  #child(relation: DataRelation): XmlElement {
    const { child: table } = endsOf(relation, this.dataSet.tables);
    const note = relation.enforced ? [] : [relationship(relation, this.dataSet, this.schema)];
    if (!this.#isGlobal(relation.child)) {
      return this.#element(relation.child, table, REPEATED, note);
    }
    return this.schema.xs("element", { ref: encodeName(table.name), ...REPEATED }, note);
  }

  /** Whether the element of a table cannot be inside that of its parent: it has several parents, or contains itself. */
  #isGlobal(key: string): boolean {
    const [parent, ...more] = this.#parents(key);
    if (more.length > 0) return true;
    const above = new Set<string>();
    for (let each = parent; each !== undefined; [each] = this.#parents(each)) {
      if (each === key) return true;
      if (above.has(each)) return false;
      above.add(each);
    }
    return false;
  }

  #parents(key: string): string[] {
    return this.#nested.filter(({ child }) => child === key).map(({ parent }) => parent);
  }
}
