/** Elements and attributes in the text form of a wire schema, if it can express them, with the types that they name. */

import type {
  ComplexDefinition,
  EnumerationDefinition,
  SimpleDefinition,
  TypeDefinition,
} from "../../contract/index.js";
import {
  ANY_TYPE,
  type AttributeSchema,
  type ComplexType,
  type ElementSchema,
  isBuiltin,
  isDeclarable,
} from "../../schema/index.js";
import { arrayItem } from "../model/arrays.js";
import type { Model } from "../model/model.js";
import type { AttributeNode } from "../shape/node.js";
import {
  arrayElement,
  elementWire,
  isDerivedSimple,
  isSecret,
  type WireElement,
} from "./element.js";
import { fixedOf } from "./facets.js";
import { plainType, simpleWire } from "./simple-type.js";
import type { WireTypes } from "./wire-types.js";

/** Those of one type. */
export class Declarations {
  readonly #structures = new Map<string, ComplexDefinition>();
  readonly #enumerations = new Map<string, EnumerationDefinition>();

  /** @param namespace that of the type's elements */
  constructor(
    private readonly types: WireTypes,
    private readonly namespace: string,
  ) {}

  get model(): Model {
    return this.types.model;
  }

  element(element: WireElement): string | ElementSchema {
    return this.#elementText(element) ?? elementWire(element, this.namespace, this.types);
  }

  attribute({ member, attribute }: AttributeNode): string | AttributeSchema {
    const { name, type, required } = attribute;
    const { local, namespace } = name;
    const fixed = fixedOf(attribute, this.types.model);
    const isPlain =
      isDeclarable(local) && member === local && namespace === "" && fixed === undefined;
    const typeText = isPlain ? this.#simple(type) : undefined;
    const secret = isSecret(local, type);
    if (typeText !== undefined) {
      return `${local}${required ? "" : "?"}: ${typeText}${secret ? " secret" : ""}`;
    }
    return {
      attribute: local,
      ...(namespace !== "" && { namespace }),
      ...(member !== local && { member }),
      type: simpleWire(type, this.types),
      ...(required && { required }),
      ...(fixed !== undefined && { fixed }),
      ...(secret && { secret }),
    };
  }

  /** The types that the texts name: `refs`, by a function if one of them is not built yet, and `enums`. */
  references(): Pick<ComplexType, "refs" | "enums"> {
    const structures = [...this.#structures];
    const refs = () =>
      Object.fromEntries(structures.map(([name, type]) => [name, this.types.structure(type)]));
    const areBuilt = structures.every(([, type]) => this.types.isBuilt(type));
    const enums = [...this.#enumerations].map(
      ([name, type]) => [name, this.types.enumeration(type)] as const,
    );
    return {
      ...(structures.length > 0 && { refs: areBuilt ? refs() : refs }),
      ...(enums.length > 0 && { enums: Object.fromEntries(enums) }),
    };
  }

  /** `undefined` if it has to be an object. */
  #elementText(element: WireElement): string | undefined {
    const { local, namespace, member, type, optional, repeated } = element;
    if (!isDeclarable(local) || member !== local || namespace !== this.namespace) return undefined;
    if (this.types.model.isEncoded && isDerivedSimple(type)) return undefined;
    if (element.empty !== undefined || element.fixed !== undefined) return undefined;
    if (element.occurs !== undefined) return undefined;
    const typeText = this.#type(type);
    if (typeText === undefined) return undefined;
    const occurs = repeated ? (optional ? "*" : "+") : optional ? "?" : "";
    const words = [
      typeText,
      ...(element.nillable ? ["nillable"] : []),
      ...(element.open ? ["open"] : []),
      ...(isSecret(local, type) ? ["secret"] : []),
    ];
    return `${local}${occurs}: ${words.join(" ")}`;
  }

  #type(type: TypeDefinition): string | undefined {
    if (type.kind === "any") return ANY_TYPE;
    if (type.kind !== "complex") return this.#simple(type);
    if (type.soapArray !== undefined) return undefined;
    const item = arrayItem(type);
    if (item === undefined) return this.#reference(type);
    const isNamed = this.types.wireName(type).name !== undefined;
    const text = isNamed ? undefined : this.#elementText(arrayElement(item, this.types.model));
    return text === undefined ? undefined : `(${text})`;
  }

  #simple(type: SimpleDefinition): string | undefined {
    const plain = plainType(type, this.types.model);
    if (plain === undefined || typeof plain === "string") return plain;
    const name = this.types.model.nameOf(plain);
    if (name === undefined || !isReferable(name)) return undefined;
    this.#enumerations.set(name, plain);
    return name;
  }

  #reference(type: ComplexDefinition): string | undefined {
    const name = this.types.model.nameOf(type);
    if (name === undefined || !isReferable(name)) return undefined;
    this.#structures.set(name, type);
    return name;
  }
}

/** Whether a text can use the name for a type of `refs` or `enums`. */
export function isReferable(name: string): boolean {
  return isDeclarable(name) && name !== ANY_TYPE && !isBuiltin(name);
}
