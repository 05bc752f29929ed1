/** The types of a contract as wire schema: one object for each that has a name in the generated code. */
import type { ComplexDefinition, EnumerationDefinition } from "../../contract/index.js";
import type { ComplexType, EnumerationType } from "../../schema/index.js";
import type { Model } from "../model/model.js";

export class WireTypes {
  readonly #structures = new Map<ComplexDefinition, ComplexType>();
  readonly #enumerations: ReadonlyMap<EnumerationDefinition, EnumerationType["enumeration"]>;

  constructor(readonly model: Model) {
    this.#enumerations = new Map(
      model.enumerations.map(({ type }) => [
        type,
        Object.fromEntries(type.values.map(({ value }) => [value, value])),
      ]),
    );
  }

  add(type: ComplexDefinition, wire: ComplexType): void {
    this.#structures.set(type, wire);
  }

  /** Whether the object of a type exists already; until then others refer to it by a function. */
  isBuilt(type: ComplexDefinition): boolean {
    return this.#structures.has(type);
  }

  /** @throws TypeError if the type is not built, or has no declaration in the generated code */
  structure(type: ComplexDefinition): ComplexType {
    return this.#structures.get(type) ?? missing(type);
  }

  /** The object of a type, or a function that returns it if it is not built yet. */
  reference(type: ComplexDefinition): ComplexType | (() => ComplexType) {
    return this.#structures.get(type) ?? (() => this.structure(type));
  }

  /** The values of an enumeration by themselves. */
  enumeration(type: EnumerationDefinition): EnumerationType["enumeration"] {
    return this.#enumerations.get(type) ?? missing(type);
  }

  /** The name of a type, if messages state it. */
  wireName(type: ComplexDefinition): { readonly name?: string } {
    return type.name !== undefined && this.model.isNamedOnWire(type)
      ? { name: String(type.name) }
      : {};
  }
}

function missing({ name }: ComplexDefinition | EnumerationDefinition): never {
  throw new TypeError(`${name?.key ?? "An anonymous type"} is not declared.`);
}
