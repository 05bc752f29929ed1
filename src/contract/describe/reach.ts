/** The types and global elements that a contract's operations have to do with. */
import type { Contract } from "../contract.js";
import { directlyDerived } from "../derived.js";
import type {
  ComplexDefinition,
  ElementDeclaration,
  Particle,
  TypeDefinition,
} from "../schema-components.js";
import type { Message, Operation, Part } from "../services.js";
import { wrapperOf } from "./wrapper.js";

/** A type that a schema of the WSDL declares. */
export type DeclaredType = Exclude<TypeDefinition, { kind: "builtin" | "any" }>;

export interface Reached {
  /** Anonymous ones among them. */
  readonly types: ReadonlySet<DeclaredType>;
  /** Global ones that are more than the wrapper of a message. */
  readonly elements: ReadonlySet<ElementDeclaration>;
}

/** All that the operations of these services reach. */
export function reachedBy(contract: Contract): Reached {
  const reach = new Reach(contract);
  for (const operation of operationsOf(contract)) reach.operation(operation);
  return reach.done();
}

/** All that a contract declares, but for what only wraps a message. */
export function declaredIn(contract: Contract): Reached {
  const reach = new Reach(contract);
  const wrappers = new Set<TypeDefinition | ElementDeclaration>();
  for (const operation of operationsOf(contract)) {
    reach.operation(operation);
    for (const message of [operation.input, operation.output]) {
      const wrapper = message && wrapperOf(message, operation);
      if (wrapper !== undefined) wrappers.add(wrapper.element).add(wrapper.type);
    }
  }
  for (const element of contract.elements) if (!wrappers.has(element)) reach.element(element);
  for (const type of contract.types) if (!wrappers.has(type)) reach.type(type);
  return reach.done();
}

export function operationsOf({ services }: Contract): readonly Operation[] {
  return services.flatMap(({ ports }) => ports.flatMap(({ operations }) => operations));
}

class Reach implements Reached {
  readonly types = new Set<DeclaredType>();
  readonly elements = new Set<ElementDeclaration>();
  readonly #derivedFrom: ReturnType<typeof directlyDerived>;

  constructor({ types }: Contract) {
    this.#derivedFrom = directlyDerived(types);
  }

  operation(operation: Operation): void {
    const { input, output, faults } = operation;
    for (const message of [input, output]) {
      if (message !== undefined) this.#message(message, operation);
    }
    for (const fault of faults) this.#parts(fault.parts);
  }

  #message(message: Message, operation: Operation): void {
    const wrapper = wrapperOf(message, operation);
    if (wrapper === undefined) this.#parts(message.parts);
    else this.#complex(wrapper.type);
    for (const { part, faults } of message.headers) this.#parts([part, ...faults]);
    this.#parts(message.attachments.map(({ part }) => part));
  }

  #parts(parts: readonly Part[]): void {
    for (const part of parts) {
      if ("element" in part) this.element(part.element);
      else this.type(part.type);
    }
  }

  element(element: ElementDeclaration): void {
    if (element.isGlobal) this.elements.add(element);
    else this.type(element.type);
  }

  type(type: TypeDefinition): void {
    if (type.kind !== "builtin" && type.kind !== "any") this.types.add(type);
  }

  /** Sets give what is added to them while they are walked: no recursion, however long a chain of types is. */
  done(): Reached {
    let before = -1;
    const walked = new Set<DeclaredType | ElementDeclaration>();
    while (before !== this.types.size + this.elements.size) {
      before = this.types.size + this.elements.size;
      for (const element of this.elements) {
        if (walked.has(element)) continue;
        walked.add(element);
        this.type(element.type);
        for (const substitute of element.substitutes) this.element(substitute);
      }
      for (const type of this.types) {
        if (walked.has(type)) continue;
        walked.add(type);
        this.#content(type);
      }
    }
    return this;
  }

  #content(type: DeclaredType): void {
    switch (type.kind) {
      case "complex":
        this.#complex(type);
        return;
      case "list":
        this.type(type.item);
        return;
      case "union":
        for (const member of type.members) this.type(member);
        return;
      default:
        this.type(type.base);
    }
  }

  #complex(type: ComplexDefinition): void {
    if (type.derivation !== undefined) this.type(type.derivation.base);
    if (type.content !== undefined) this.#particle(type.content);
    if (type.text !== undefined) this.type(type.text);
    if (type.soapArray !== undefined) this.type(type.soapArray.item);
    for (const attribute of type.attributes) this.type(attribute.type);
    for (const derived of this.#derivedFrom(type)) this.type(derived);
  }

  #particle(particle: Particle): void {
    if (particle.kind === "element") this.element(particle.element);
    else if (particle.kind !== "any") for (const each of particle.particles) this.#particle(each);
  }
}
