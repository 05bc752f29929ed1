/** Elements and attributes as texts, where a text can say all of them, with the types that these name. */

import {
  BUILTINS,
  type ComplexDefinition,
  type SimpleDefinition,
  type TypeDefinition,
} from "../../contract/index.js";
import { ANY_TYPE, isDeclarable } from "../../schema/index.js";
import { arrayItem } from "../model/arrays.js";
import { entryName, stringLiteral } from "../model/names.js";
import { behind, type Doc, objectLiteral } from "../print/layout.js";
import type { AttributeNode } from "../shape/node.js";
import { plainType, simpleWire } from "./simple-type.js";
import {
  arrayElement,
  isDerivedSimple,
  isSecret,
  type WireElement,
  type WireWriter,
} from "./wire-writer.js";

/** Those of one type. */
export class Declarations {
  readonly #types = new Map<string, ComplexDefinition>();
  readonly #enumerations = new Set<string>();

  /** @param namespace that of the type's elements */
  constructor(
    readonly writer: WireWriter,
    private readonly namespace: string,
  ) {}

  element(element: WireElement): Doc {
    const text = this.#elementText(element);
    return text === undefined ? this.writer.element(element, this.namespace) : stringLiteral(text);
  }

  attribute({ member, attribute }: AttributeNode): Doc {
    const { name, type, required } = attribute;
    const { local, namespace } = name;
    const isPlain = isDeclarable(local) && member === local && namespace === "";
    const typeText = isPlain ? this.#simple(type) : undefined;
    const secret = isSecret(local, type);
    if (typeText !== undefined) {
      const words = secret ? " secret" : "";
      return stringLiteral(`${local}${required ? "" : "?"}: ${typeText}${words}`);
    }
    const entries: Doc[] = [behind("attribute:", stringLiteral(local))];
    if (namespace !== "") entries.push(behind("namespace:", stringLiteral(namespace)));
    if (member !== local) entries.push(behind("member:", stringLiteral(member)));
    entries.push(["type: ", simpleWire(type, this.writer.model)]);
    if (required) entries.push("required: true");
    if (secret) entries.push("secret: true");
    return objectLiteral(entries);
  }

  /** What the texts name: `refs`, by a function where a constant may not be there yet, and `enums`. */
  references(): Doc[] {
    const { model } = this.writer;
    const entries: Doc[] = [];
    if (this.#types.size > 0) {
      const types = objectLiteral(
        [...this.#types].map(([name, type]) =>
          behind(`${entryName(name)}:`, model.variableOf(type)),
        ),
      );
      const areAbove = [...this.#types.values()].every((type) => this.writer.isAbove(type));
      entries.push(areAbove ? ["refs: ", types] : ["refs: () => (", types, ")"]);
    }
    if (this.#enumerations.size > 0) {
      const enumerations = [...this.#enumerations].map((name) =>
        behind(`${entryName(name)}:`, `enums.${name}`),
      );
      entries.push(["enums: ", objectLiteral(enumerations)]);
    }
    return entries;
  }

  /** `undefined` where it has to be an object. */
  #elementText(element: WireElement): string | undefined {
    const { local, namespace, member, type, optional, repeated } = element;
    if (!isDeclarable(local) || member !== local || namespace !== this.namespace) return undefined;
    if (this.writer.model.isEncoded && isDerivedSimple(type)) return undefined;
    if (element.empty !== undefined) return undefined;
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
    const isNamed = this.writer.wireName(type).length > 0;
    const text = isNamed ? undefined : this.#elementText(arrayElement(item));
    return text === undefined ? undefined : `(${text})`;
  }

  #simple(type: SimpleDefinition): string | undefined {
    const { model } = this.writer;
    const plain = plainType(type, model);
    if (plain === undefined || typeof plain === "string") return plain;
    const name = model.nameOf(plain);
    if (name === undefined || !isReferable(name)) return undefined;
    this.#enumerations.add(name);
    return name;
  }

  #reference(type: ComplexDefinition): string | undefined {
    const name = this.writer.model.nameOf(type);
    if (name === undefined || !isReferable(name)) return undefined;
    this.#types.set(name, type);
    return name;
  }
}

/** Whether a text can call a type of `refs` or `enums` so. */
export function isReferable(name: string): boolean {
  return isDeclarable(name) && name !== ANY_TYPE && !BUILTINS.has(name);
}
