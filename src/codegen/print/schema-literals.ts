/** The objects of a wire schema as literals; constants stand for the objects that several others share. */
import {
  type AttributeSchema,
  type ComplexType,
  type ComplexTypes,
  type DeclaredParticle,
  type ElementSchema,
  type EnumerationType,
  type FaultSchema,
  isComplex,
  type MessageSchema,
  type Operation,
  type PartsSchema,
  type SimpleType,
  type TypeReference,
} from "../../schema/index.js";
import { entryName, stringLiteral } from "../model/names.js";
import { arrayLiteral, behind, type Doc, objectLiteral } from "./layout.js";

/** The constants that a file may refer to. */
export interface SchemaConstants {
  /** The value of the constant `ns`. */
  readonly namespace: string;
  /** The names of structures by their objects. Other objects are written in place. */
  readonly structures: ReadonlyMap<ComplexType, string>;
  /** The names of enumerations in enums.ts by their objects. */
  readonly enumerations: ReadonlyMap<EnumerationType["enumeration"], string>;
}

/** Writes the constants of one file, in their order. */
export class SchemaLiterals {
  /** The names of the structures that were referred to. */
  readonly structures = new Set<string>();
  usesNamespace = false;
  usesEnumerations = false;
  /** The structures whose constants are above, so that no function has to delay the access to them. */
  readonly #above = new Set<ComplexType>();

  constructor(private readonly constants: SchemaConstants) {}

  /** The value of a structure's constant. */
  structure(type: ComplexType): Doc {
    const value = this.#complexType(type);
    this.#above.add(type);
    return value;
  }

  /** The value of an operation's constant. It refers to the constant `generator`. */
  operation(operation: Operation & { readonly result?: string }): Doc {
    const { name, soapAction, action, input, output, headers, faults, result } = operation;
    const { input: requestHeader, output: responseHeader } = headers ?? {};
    const inHeaders = [
      ...(requestHeader === undefined ? [] : [entry("input", this.#parts(requestHeader))]),
      ...(responseHeader === undefined ? [] : [entry("output", this.#parts(responseHeader))]),
    ];
    return objectLiteral(
      [
        "generator",
        text("name", name),
        text("soapAction", soapAction),
        ...(action === undefined ? [] : [text("action", action)]),
        entry("input", this.#message(input)),
        ...(output === undefined ? [] : [entry("output", this.#message(output))]),
        ...(headers === undefined ? [] : [entry("headers", objectLiteral(inHeaders))]),
        ...(faults === undefined ? [] : [entry("faults", this.#faults(faults))]),
        ...(result === undefined ? [] : [text("result", result)]),
      ],
      true,
    );
  }

  #faults(faults: Readonly<Record<string, FaultSchema>>): Doc {
    return objectLiteral(
      Object.entries(faults).map(([name, fault]) => entry(entryName(name), this.#parts(fault))),
    );
  }

  #message(message: MessageSchema | PartsSchema): Doc {
    if ("parts" in message) return this.#parts(message);
    const { element, namespace, type } = message;
    const content =
      type === undefined
        ? this.#complexEntries(message)
        : [this.#namespace(namespace), this.#messageType(type)];
    return objectLiteral([text("element", element), ...content, ...packaging(message)], true);
  }

  /** Operations are evaluated after all structures, so that a message needs no function. */
  #messageType(type: ComplexType): Doc {
    const constant = this.#constant(type);
    return constant === undefined
      ? entry("type", this.#complexType(type))
      : behind("type:", constant);
  }

  #parts(message: FaultSchema): Doc {
    const parts = message.parts.map((part) => this.#particle(part));
    return objectLiteral([
      entry("parts", arrayLiteral(parts)),
      ...packaging(message),
      ...flag("inHeader", message.inHeader),
    ]);
  }

  #complexType(type: ComplexType): Doc {
    return objectLiteral(this.#complexEntries(type), true);
  }

  #complexEntries(complex: ComplexType): readonly Doc[] {
    const { name, namespace, sequence, all, content, value, mixed } = complex;
    const { attributes, anyAttribute, types, refs, enums } = complex;
    const particles = (key: string, list: readonly DeclaredParticle[] | undefined) =>
      list === undefined
        ? []
        : [entry(key, arrayLiteral(list.map((each) => this.#particle(each))))];
    return [
      ...(name === undefined ? [] : [text("name", name)]),
      ...(complex.extends === undefined ? [] : [this.#reference("extends", complex.extends)]),
      this.#namespace(namespace),
      ...(value === undefined ? [] : [entry("value", this.#simpleType(value))]),
      ...flag("mixed", mixed),
      ...particles("sequence", sequence),
      ...particles("all", all),
      ...particles("content", content),
      ...(attributes === undefined
        ? []
        : [entry("attributes", arrayLiteral(attributes.map((each) => this.#attribute(each))))]),
      ...flag("anyAttribute", anyAttribute),
      ...(types === undefined ? [] : [["types: () => (", this.#record(types()), ")"]]),
      ...(refs === undefined ? [] : [this.#references(refs)]),
      ...(enums === undefined ? [] : [entry("enums", this.#enumerations(enums))]),
    ];
  }

  #particle(particle: DeclaredParticle): Doc {
    if (typeof particle === "string") return stringLiteral(particle);
    if ("element" in particle) return this.#element(particle);
    const { member, minOccurs, maxOccurs } = particle;
    const inner = (list: readonly DeclaredParticle[]) =>
      arrayLiteral(list.map((each) => this.#particle(each)));
    const content =
      "any" in particle
        ? text("any", particle.any)
        : "choice" in particle
          ? entry("choice", inner(particle.choice))
          : entry("sequence", inner(particle.sequence));
    return objectLiteral([
      content,
      ...(member === undefined ? [] : [text("member", member)]),
      ...occurrence({ minOccurs, maxOccurs }),
    ]);
  }

  #element(element: ElementSchema): Doc {
    const { namespace, member, type, typeName, nillable, open, secret } = element;
    return objectLiteral([
      text("element", element.element),
      ...(namespace === undefined ? [] : [this.#namespace(namespace)]),
      ...(member === undefined ? [] : [text("member", member)]),
      this.#type(type),
      ...(typeName === undefined ? [] : [text("typeName", typeName)]),
      ...occurrence(element),
      ...flag("nillable", nillable),
      ...flag("open", open),
      ...(element.default === undefined ? [] : [text("default", element.default)]),
      ...flag("secret", secret),
    ]);
  }

  #attribute(attribute: string | AttributeSchema): Doc {
    if (typeof attribute === "string") return stringLiteral(attribute);
    const { namespace, member, type, required, secret } = attribute;
    return objectLiteral([
      text("attribute", attribute.attribute),
      ...(namespace === undefined ? [] : [this.#namespace(namespace)]),
      ...(member === undefined ? [] : [text("member", member)]),
      entry("type", this.#simpleType(type)),
      ...flag("required", required),
      ...flag("secret", secret),
    ]);
  }

  #type(reference: TypeReference): Doc {
    const type = typeof reference === "function" ? reference() : reference;
    if (typeof type === "string") return entry("type", stringLiteral(type));
    if ("any" in type) return 'type: { any: "content" }';
    if (isComplex(type)) return this.#reference("type", type);
    if (!("item" in type)) return entry("type", this.#simpleType(type));
    const { namespace, item, soapArray, name } = type;
    const entries = [
      this.#namespace(namespace),
      entry("item", this.#element(item)),
      ...(soapArray === undefined ? [] : [text("soapArray", soapArray)]),
      ...(name === undefined ? [] : [text("name", name)]),
    ];
    return entry("type", objectLiteral(entries));
  }

  /** An entry that refers to a structure, by a function if its constant may not exist yet. */
  #reference(key: string, reference: ComplexType | (() => ComplexType)): Doc {
    const type = typeof reference === "function" ? reference() : reference;
    const constant = this.#constant(type);
    if (constant === undefined) return entry(key, this.#complexType(type));
    return this.#above.has(type) ? `${key}: ${constant}` : behind(`${key}: () =>`, constant);
  }

  #references(refs: ComplexTypes | (() => ComplexTypes)): Doc {
    const types = typeof refs === "function" ? refs() : refs;
    const areAbove = Object.values(types).every((type) => this.#above.has(type));
    const record = this.#record(types);
    return areAbove ? entry("refs", record) : ["refs: () => (", record, ")"];
  }

  #record(types: ComplexTypes): Doc {
    return objectLiteral(
      Object.entries(types).map(([name, type]) =>
        behind(`${entryName(name)}:`, this.#constant(type) ?? this.#complexType(type)),
      ),
    );
  }

  #simpleType(type: SimpleType): Doc {
    if (typeof type === "string") return stringLiteral(type);
    if ("enumeration" in type) {
      return objectLiteral([behind("enumeration:", this.#enumeration(type.enumeration))]);
    }
    if ("list" in type) return objectLiteral([entry("list", this.#simpleType(type.list))]);
    if ("union" in type) {
      const members = type.union.map((member) => this.#simpleType(member));
      return objectLiteral([entry("union", arrayLiteral(members, false))]);
    }
    return objectLiteral([text("builtin", type.builtin), text("as", type.as)]);
  }

  #enumerations(enums: NonNullable<ComplexType["enums"]>): Doc {
    return objectLiteral(
      Object.entries(enums).map(([name, values]) =>
        behind(`${entryName(name)}:`, this.#enumeration(values)),
      ),
    );
  }

  #enumeration(values: EnumerationType["enumeration"]): string {
    this.usesEnumerations = true;
    return `enums.${this.constants.enumerations.get(values)}`;
  }

  #constant(type: ComplexType): string | undefined {
    const constant = this.constants.structures.get(type);
    if (constant !== undefined) this.structures.add(constant);
    return constant;
  }

  #namespace(namespace: string): Doc {
    if (namespace !== this.constants.namespace) return text("namespace", namespace);
    this.usesNamespace = true;
    return "namespace: ns";
  }
}

function entry(key: string, value: Doc): Doc {
  return [`${key}: `, value];
}

/** Formatters don't break a line behind a short key. */
function text(key: string, value: string): Doc {
  const literal = stringLiteral(value);
  return key.length <= SHORT_KEY ? `${key}: ${literal}` : behind(`${key}:`, literal);
}

const SHORT_KEY = 4;

function flag(key: string, value: true | undefined): readonly Doc[] {
  return value === undefined ? [] : [`${key}: ${value}`];
}

function occurrence({
  minOccurs,
  maxOccurs,
}: {
  readonly minOccurs?: 0 | undefined;
  readonly maxOccurs?: "unbounded" | undefined;
}): readonly Doc[] {
  return [
    ...(minOccurs === undefined ? [] : [`minOccurs: ${minOccurs}`]),
    ...(maxOccurs === undefined ? [] : [text("maxOccurs", maxOccurs)]),
  ];
}

function packaging({ encoded, attachments }: MessageSchema | PartsSchema): readonly Doc[] {
  return [
    ...flag("encoded", encoded),
    ...(attachments === undefined
      ? []
      : [entry("attachments", arrayLiteral(attachments.map(stringLiteral), false))]),
  ];
}
