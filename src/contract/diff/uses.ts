/** Which types and elements go into requests and which into responses. */
import type {
  ContractSummary,
  MessageSummary,
  ParticleSummary,
  PartSummary,
  TypeReferenceSummary,
} from "../summary/model.js";
import { operationsOf } from "../summary/summarize.js";
import type { Use } from "./compatibility.js";

/** By the keys of types and elements: `{namespace}local`, elements with `element ` before it. */
export class Uses {
  readonly #sets: readonly { readonly request: Set<string>; readonly response: Set<string> }[];

  constructor(summaries: readonly ContractSummary[]) {
    this.#sets = summaries.map((summary) => {
      const request = new Set<string>();
      const response = new Set<string>();
      const walker = new Walker(summary);
      const ports = Object.values(summary.services).flatMap((service) =>
        Object.values(service.ports).map((port) => operationsOf(service, port)),
      );
      for (const { input, output, faults } of ports.flatMap((each) => Object.values(each))) {
        for (const part of partsIn(input)) walker.part(part, request);
        const details = Object.values(faults ?? {}).flat();
        for (const part of [...partsIn(output), ...details]) walker.part(part, response);
      }
      return { request, response };
    });
  }

  of(key: string): Use {
    return {
      request: this.#sets.some(({ request }) => request.has(key)),
      response: this.#sets.some(({ response }) => response.has(key)),
    };
  }
}

/** The parts of a message, in its Body and its Header. */
function partsIn(message: MessageSummary | undefined): readonly PartSummary[] {
  if (message === undefined) return [];
  return "parts" in message ? [...message.parts, ...(message.headers ?? [])] : message;
}

class Walker {
  /** A type may be stood for by those derived from it. */
  readonly #derived = new Map<string, string[]>();

  constructor(private readonly summary: ContractSummary) {
    for (const [key, type] of Object.entries(summary.types)) {
      const base =
        "extends" in type ? type.extends : "restricts" in type ? type.restricts : undefined;
      if (base !== undefined) this.#derived.set(base, [...(this.#derived.get(base) ?? []), key]);
    }
  }

  part(part: PartSummary, into: Set<string>): void {
    const open: (() => void)[] = [];
    if ("element" in part) this.#element(part.element, into, open);
    else this.#type(part.type, into, open);
    // One after the other, since a chain of types may be long.
    for (const work of open) work();
  }

  #element(key: string, into: Set<string>, open: (() => void)[]): void {
    if (into.has(`element ${key}`)) return;
    into.add(`element ${key}`);
    const element = this.summary.elements[key];
    if (element === undefined) return;
    open.push(() => this.#type(element.type, into, open));
    for (const substitute of element.substitutes ?? []) this.#element(substitute, into, open);
  }

  #type(reference: TypeReferenceSummary, into: Set<string>, open: (() => void)[]): void {
    if (typeof reference === "string") {
      if (into.has(reference)) return;
      into.add(reference);
      for (const derived of this.#derived.get(reference) ?? []) this.#type(derived, into, open);
    }
    const type = typeof reference === "string" ? this.summary.types[reference] : reference;
    if (type === undefined) return;
    open.push(() => {
      if ("list" in type) this.#type(type.list, into, open);
      else if ("union" in type) for (const member of type.union) this.#type(member, into, open);
      else if ("restriction" in type) this.#type(type.restriction, into, open);
      else if ("enumeration" in type) {
        if (type.base !== undefined) this.#type(type.base, into, open);
      } else {
        for (const base of [type.extends, type.restricts, type.text, type.arrayOf]) {
          if (base !== undefined) this.#type(base, into, open);
        }
        for (const attribute of type.attributes ?? []) this.#type(attribute.type, into, open);
        const particles = type.sequence ?? type.choice ?? type.all ?? [];
        for (const particle of particles) this.#particle(particle, into, open);
      }
    });
  }

  #particle(particle: ParticleSummary, into: Set<string>, open: (() => void)[]): void {
    if ("any" in particle) return;
    if ("element" in particle) {
      if (particle.type === undefined) this.#element(particle.element, into, open);
      else this.#type(particle.type, into, open);
      return;
    }
    for (const inner of groupOf(particle)) this.#particle(inner, into, open);
  }
}

/** The particles of a group of whichever kind. */
export function groupOf(
  group: Exclude<ParticleSummary, { readonly element: string } | { readonly any: string }>,
): readonly ParticleSummary[] {
  if ("sequence" in group) return group.sequence;
  return "choice" in group ? group.choice : group.all;
}
