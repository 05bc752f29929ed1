/** References to the declarations of generated code and to the types of the runtime. */
import type { ComplexDefinition } from "../../contract/index.js";
import type { Mappings } from "../model/mappings.js";
import type { Model } from "../model/model.js";
import type { DeclaredType } from "../model/reached-types.js";
import { attributesOf, hasAnyAttribute } from "../shape/shape.js";
import {
  type ExternalModule,
  externalModule,
  type GeneratedModule,
  generatedModule,
} from "../typescript/module.js";
import { imported, importedFrom, type Reference, type TypeNode } from "../typescript/type-nodes.js";

/** The exports of the runtime that generated types and clients refer to. */
export type RuntimeName =
  | "AtMostOneOf"
  | "Attachment"
  | "CallOptions"
  | "ComplexType"
  | "HeaderOptions"
  | "HttpBindingClient"
  | "HttpBindingClientOptions"
  | "Nil"
  | "OneOf"
  | "Operation"
  | "OutcomeOperation"
  | "SoapClient"
  | "SoapClientOptions"
  | "Unlisted"
  | "XmlElement"
  | "faultGuard"
  | "portOptions";

const ENUMERATIONS = generatedModule("enums");
const TYPES = generatedModule("types");

/** The files that declare the types of generated code. */
export interface TypeModules {
  /** The path of the file that declares a structure, an alias or a message, without an extension. */
  typePath(name: string): string;
}

export class References {
  readonly mappings: Mappings;
  readonly #model: Model;
  readonly #modules: TypeModules;
  readonly #runtime: ExternalModule;
  readonly #enumerations: ReadonlySet<string>;
  readonly #named = new Map<string, Reference>();

  constructor(model: Model, modules: TypeModules, runtime: string) {
    this.mappings = model.mappings;
    this.#model = model;
    this.#modules = modules;
    this.#runtime = externalModule(runtime);
    this.#enumerations = new Set(model.enumerations.map(({ name }) => name));
  }

  /** The file that declares a structure, an alias or a message. */
  typeModule(name: string): GeneratedModule {
    return generatedModule(this.#modules.typePath(name));
  }

  /** A contract's type; `undefined` if it is not declared. */
  declared(type: DeclaredType): Reference | undefined {
    const name = this.#model.nameOf(type);
    return name === undefined ? undefined : this.named(name);
  }

  /** The union of a type and those derived from it; `undefined` if no other type replaces it. */
  union(type: ComplexDefinition): Reference | undefined {
    const name = this.#model.unionOf(type);
    return name === undefined ? undefined : this.named(name);
  }

  /** Whether the elements of a type may be null, since encoded messages use it. */
  isNullable(type: ComplexDefinition): boolean {
    return this.#model.isInEncoded(type);
  }

  /** The members for the attributes that an element of a type may have, also by a derived type; `undefined`: none. */
  attributesOf(type: ComplexDefinition): readonly string[] | undefined {
    const types = this.#model.isPolymorphic(type) ? this.#model.alternatives(type) : [type];
    const names = types.flatMap((each) => attributesOf(each).map(({ member }) => member));
    return names.length > 0 || types.some(hasAnyAttribute) ? [...new Set(names)] : undefined;
  }

  /** A type by its name in generated code. */
  named(name: string): Reference {
    let reference = this.#named.get(name);
    if (reference === undefined) {
      const isEnumeration = this.#enumerations.has(name);
      reference = imported(name, isEnumeration ? ENUMERATIONS : this.typeModule(name));
      this.#named.set(name, reference);
    }
    return reference;
  }

  /** A message by its name in generated code, imported with all types: `types.GetOrderRequest`. */
  message(name: string): Reference {
    return importedFrom("types", TYPES, name);
  }

  runtime(name: RuntimeName, typeArguments: readonly TypeNode[] = []): Reference {
    return imported(name, this.#runtime, typeArguments);
  }
}
