/** What the wire schemas of one file need to know: names, and which constants stand above. */
import type { ComplexDefinition, QName, TypeDefinition } from "../../contract/index.js";
import { type ArrayItem, arrayItem } from "../model/arrays.js";
import type { PartMember } from "../model/messages.js";
import type { Model } from "../model/model.js";
import { stringLiteral } from "../model/names.js";
import { behind, type Doc, objectLiteral } from "../print/layout.js";
import { isRepeated } from "../shape/node.js";
import { simpleWire } from "./simple-type.js";

/** Elements that hold a secret go by such names; an enumeration, such as a result, holds none. */
const SECRET = /passw(?:or)?d|pwd|secret|auth_?code|token/i;

/** An element as the wire schema has it. */
export interface WireElement {
  readonly local: string;
  readonly namespace: string;
  readonly member: string;
  readonly type: TypeDefinition;
  readonly nillable: boolean;
  readonly optional: boolean;
  readonly repeated: boolean;
  readonly open: boolean;
  /** What it holds where it is empty, in words of the wire. */
  readonly empty?: string | undefined;
}

export class WireWriter {
  /** The structures that have been written, so that what comes later may name them. */
  readonly #declared = new Set<TypeDefinition>();
  /** Whether the constant `ns` stands in what was written. */
  usesNamespace = false;

  constructor(
    readonly model: Model,
    /** Whether a structure's constant stands in the same file. */
    private readonly isLocal: (type: ComplexDefinition) => boolean = () => true,
  ) {}

  declare(type: ComplexDefinition): void {
    this.#declared.add(type);
  }

  namespace(namespace: string): string {
    if (namespace !== this.model.namespace) return stringLiteral(namespace);
    this.usesNamespace = true;
    return "ns";
  }

  /** @param outer the namespace that its type has for elements */
  element(element: WireElement, outer: string): Doc {
    const { local, namespace, member, type } = element;
    const entries: Doc[] = [behind("element:", stringLiteral(local))];
    if (namespace !== outer) entries.push(behind("namespace:", this.namespace(namespace)));
    if (member !== local) entries.push(behind("member:", stringLiteral(member)));
    entries.push(this.type(type));
    if (this.model.isEncoded && isDerivedSimple(type)) {
      entries.push(behind("typeName:", stringLiteral(type.name?.key ?? "")));
    }
    if (element.optional) entries.push("minOccurs: 0");
    if (element.repeated) entries.push('maxOccurs: "unbounded"');
    if (element.nillable) entries.push("nillable: true");
    if (element.open) entries.push("open: true");
    if (element.empty !== undefined) entries.push(behind("default:", stringLiteral(element.empty)));
    if (isSecret(local, type)) entries.push("secret: true");
    return objectLiteral(entries);
  }

  /** `type: …`, by a function where the constant may not be there yet. */
  type(type: TypeDefinition): Doc {
    if (type.kind === "any") return 'type: { any: "content" }';
    if (type.kind !== "complex") return ["type: ", simpleWire(type, this.model)];
    if (type.soapArray !== undefined) return ["type: ", this.#soapArray(type)];
    const item = arrayItem(type);
    if (item === undefined) {
      const name = this.model.variableOf(type);
      return this.isAbove(type) ? `type: ${name}` : behind("type: () =>", name);
    }
    const { namespace } = item.element.name;
    const entries: Doc[] = [
      behind("namespace:", this.namespace(namespace)),
      ["item: ", this.element(arrayElement(item), namespace)],
    ];
    return ["type: ", objectLiteral([...entries, ...this.wireName(type)])];
  }

  isAbove(type: ComplexDefinition): boolean {
    return this.isLocal(type) && this.#declared.has(type);
  }

  /** `name: …`, where the wire tells it. */
  wireName(type: ComplexDefinition): Doc[] {
    return type.name !== undefined && this.model.isNamedOnWire(type)
      ? [behind("name:", stringLiteral(type.name.key))]
      : [];
  }

  /** Of several brackets the last are the outermost array's (SOAP 1.1 §5.4.2). */
  #soapArray(type: ComplexDefinition): Doc {
    const { soapArray } = type;
    if (soapArray === undefined) return "{}";
    const { item } = soapArray;
    const brackets = soapArray.ranks.map((rank) => `[${",".repeat(rank - 1)}]`);
    let typed = this.type(item);
    let array: Doc = "{}";
    let name = typeKey(item.name);
    for (const [index, bracket] of brackets.entries()) {
      name += bracket;
      const isOutermost = index === brackets.length - 1;
      array = objectLiteral([
        'namespace: ""',
        ["item: ", objectLiteral(['element: "item"', typed, "nillable: true"])],
        behind("soapArray:", stringLiteral(name)),
        ...(isOutermost ? this.wireName(type) : []),
      ]);
      typed = ["type: ", array];
    }
    return array;
  }
}

/** The item of a type that is an array. */
export function arrayElement(item: ArrayItem): WireElement {
  const { name, type, nillable } = item.element;
  const { local, namespace } = name;
  const optional = item.minOccurs === 0;
  const repeated = isRepeated(item);
  return { local, namespace, member: local, type, nillable, optional, repeated, open: false };
}

/** A part of a message. */
export function partElement({
  local,
  namespace,
  type,
  nillable,
  optional,
}: PartMember): WireElement {
  const once = { repeated: false, open: false };
  return { local, namespace, member: local, type, nillable, optional, ...once };
}

export function isDerivedSimple(type: TypeDefinition): boolean {
  return type.kind !== "complex" && type.kind !== "any" && type.kind !== "builtin";
}

function typeKey(name: QName | undefined): string {
  return name?.key ?? "{http://www.w3.org/2001/XMLSchema}anyType";
}

export function isSecret(local: string, type: TypeDefinition): boolean {
  const isText = type.kind === "builtin" || type.kind === "restriction";
  return isText && SECRET.test(local);
}
