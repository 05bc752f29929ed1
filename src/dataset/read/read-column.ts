/** A column by the element or attribute that declares it. */
import type { XmlElement } from "../../xml/index.js";
import type { ColumnMapping, DataColumn } from "../data-set.js";
import { decodeName, MSDATA } from "../names.js";
import type { Component, SchemaComponents } from "./schema-components.js";

/** A column that is an element or an attribute of a table in this namespace. */
export function readColumn(
  component: Component,
  components: SchemaComponents,
  tableNamespace: string,
): DataColumn {
  const declared = components.declared(component);
  const { namespace, local } = components.instanceName(declared);
  const mapping = mappingOf(component.node);
  const usual = mapping === "element" ? tableNamespace : "";
  return {
    ...described(decodeName(local), declared.node, declared.node, components),
    mapping,
    nullable: isNullable(component.node),
    ...(namespace === usual || mapping === "hidden" ? {} : { namespace }),
  };
}

/** The column of a table's own text: properties and type stand in two elements, one in the other. */
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
  // A string of one character is all that tells of System.Char.
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

function bigintOf(text: string | undefined, usual: bigint): bigint {
  return text !== undefined && /^-?\d+$/.test(text) ? BigInt(text) : usual;
}
