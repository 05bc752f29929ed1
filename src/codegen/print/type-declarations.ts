/** The declarations of a contract's types. */
import type { ComplexDefinition } from "../../contract/index.js";
import type { AliasModel, Model, StructureModel } from "../model/model.js";
import { shapeOf } from "../shape/shape.js";
import { complexParts, EMPTY_OBJECT, isInterface, OPEN_OBJECT } from "../types/complex-type.js";
import { aliasDocumentation, complexDocumentation } from "../types/documentation.js";
import type { References } from "../types/references.js";
import { simpleContent } from "../types/simple-type.js";
import type { InterfaceDeclaration, TypeAlias } from "../typescript/declaration-nodes.js";
import type { Documentation } from "../typescript/doc-comment.js";
import {
  intersection,
  keyword,
  literalType,
  objectType,
  type Property,
  type Reference,
  type TypeNode,
  union,
} from "../typescript/type-nodes.js";

export type TypeDeclaration = InterfaceDeclaration | TypeAlias;

export function aliasDeclaration(
  { name, namespace, type }: AliasModel,
  references: References,
): TypeAlias {
  return {
    kind: "type-alias",
    name,
    type: simpleContent(type, references),
    documentation: aliasDocumentation(type, namespace),
  };
}

/** A structure, and the union of the types that replace it. */
export function structureDeclarations(
  { name, namespace, type }: StructureModel,
  model: Model,
  references: References,
): readonly TypeDeclaration[] {
  const structure = { name, type, documentation: complexDocumentation(type, namespace) };
  return [
    structureDeclaration(structure, model, references),
    ...unionDeclaration(type, model, references),
  ];
}

export interface Structure {
  readonly name: string;
  readonly type: ComplexDefinition;
  readonly documentation: Documentation;
  /** The member whose enumeration may have values that are not listed. */
  readonly open?: string | undefined;
  /** Properties that are not part of the type. */
  readonly added?: readonly Property[];
}

export function structureDeclaration(
  { name, type, documentation, open, added = [] }: Structure,
  model: Model,
  references: References,
): TypeDeclaration {
  const { properties, intersected } = complexParts(type, references);
  const { base } = shapeOf(type);
  const baseType = base === undefined || isEmpty(base) ? undefined : references.declared(base);
  const own = properties.map((each) =>
    each.name === open
      ? { ...each, type: union([each.type, references.runtime("Unlisted")]) }
      : each,
  );
  const members = [...own, ...added];
  if (isInterface(type)) {
    // A type that derives from this one adds members to it.
    const nothing = model.isPolymorphic(type) ? OPEN_OBJECT : EMPTY_OBJECT;
    return interfaceOrAlias({ name, members, documentation, base: baseType, nothing });
  }
  const parts: readonly TypeNode[] = [
    ...(baseType === undefined ? [] : [baseType]),
    ...(members.length === 0 ? [] : [objectType(members)]),
    ...intersected,
  ];
  return { kind: "type-alias", name, type: intersection(parts), documentation };
}

/** Whether a type has no member that an interface could inherit. */
export function isEmpty(type: ComplexDefinition): boolean {
  const { base, form, nodes, attributes, value, anyAttribute } = shapeOf(type);
  const isBare = nodes.length + attributes.length === 0 && value === undefined && !anyAttribute;
  return isBare && form !== "content" && (base === undefined || isEmpty(base));
}

export interface Members {
  readonly name: string;
  readonly members: readonly Property[];
  readonly documentation: Documentation;
  readonly base?: Reference | undefined;
  /** The type of an object without members; default: nothing may be added to it. */
  readonly nothing?: TypeNode;
}

/** An interface, or an alias if there are no members. */
export function interfaceOrAlias({
  name,
  members,
  documentation,
  base,
  nothing = EMPTY_OBJECT,
}: Members): TypeDeclaration {
  if (members.length > 0) {
    return { kind: "interface", name, base, properties: members, documentation };
  }
  return { kind: "type-alias", name, type: base ?? nothing, documentation };
}

/** A type and those derived from it, discriminated by `$type`. */
function unionDeclaration(
  type: ComplexDefinition,
  model: Model,
  references: References,
): readonly TypeDeclaration[] {
  const name = model.unionOf(type);
  if (name === undefined) return [];
  const documentation = [
    `\`${model.nameOf(type)}\` or a type derived from it, discriminated by \`$type\`.`,
  ];
  const arms = model.alternatives(type).map((each): TypeNode => {
    const own = references.declared(each) ?? keyword("never");
    const tag = literalType(model.nameOf(each) ?? "never");
    return intersection([
      own,
      objectType([{ name: "$type", type: tag, isOptional: each === type }]),
    ]);
  });
  return [{ kind: "type-alias", name, type: union(arms), documentation }];
}
