/** Reads a column from the element or attribute that declares it. */
import type { XmlElement } from "../../xml/index.js";
import type { ColumnMapping, DataColumn } from "../data-set.js";
import { decodeName, MSDATA } from "../names.js";
import type { Component, SchemaComponents } from "./schema-components.js";

/** A column that is an element or an attribute. @param tableNamespace the namespace of the table */
export function readColumn(
  component: Component,
  components: SchemaComponents,
  tableNamespace: string,
): DataColumn {
  const declared = components.declared(component);
  const { namespace, local } = components.instanceName(declared);
  const mapping = mappingOf(component.node);
  const byDefault = mapping === "element" ? tableNamespace : "";
  return {
    ...described(decodeName(local), declared.node, declared.node, components),
    mapping,
    nullable: isNullable(component.node),
    ...(namespace === byDefault || mapping === "hidden" ? {} : { namespace }),
  };
}

/** The column with the text of the rows: one element has its properties, and another inside it has its type. */
export function readTextColumn(
  name: string,
  properties: XmlElement,
  derivation: XmlElement,
  components: SchemaComponents,
): DataColumn {
  return { ...described(name, properties, derivation, components), mapping: "simpleContent" };
}

function described(
  name: string,
  properties: XmlElement,
  typed: XmlElement,
  components: SchemaComponents,
): DataColumn {
  const property = (local: string) => properties.attribute(local, MSDATA);
  const { type, maxLength, length } = components.simpleType(typed);
  // For System.Char the schema has only a string of one character.
  const clrType = property("DataType") ?? (length === 1 ? "System.Char" : undefined);
  const defaultValue = property("DefaultValue") ?? properties.attribute("default");
  const expression = property("Expression");
  const dateTimeMode = property("DateTimeMode");
  const isCounted = property("AutoIncrement") === "true";
  return {
    name,
    type,
    mapping: "element",
    nullable: property("AllowDBNull") !== "false",
    caption: property("Caption") ?? name,
    readOnly: property("ReadOnly") === "true",
    ...(clrType === undefined ? {} : { clrType }),
    ...(isCounted
      ? {
          autoIncrement: {
            seed: bigintOf(property("AutoIncrementSeed"), 0n),
            step: bigintOf(property("AutoIncrementStep"), 1n),
          },
        }
      : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(expression === undefined ? {} : { expression }),
    ...(dateTimeMode === undefined ? {} : { dateTimeMode }),
  };
}

function mappingOf(node: XmlElement): ColumnMapping {
  if (node.name.local === "element") return "element";
  return node.attribute("use") === "prohibited" ? "hidden" : "attribute";
}

function isNullable(node: XmlElement): boolean {
  if (node.attribute("AllowDBNull", MSDATA) === "false") return false;
  if (node.name.local === "attribute") return node.attribute("use") !== "required";
  return node.attribute("minOccurs") === "0" || node.attribute("nillable") === "true";
}

function bigintOf(text: string | undefined, byDefault: bigint): bigint {
  return text !== undefined && /^-?\d+$/.test(text) ? BigInt(text) : byDefault;
}
