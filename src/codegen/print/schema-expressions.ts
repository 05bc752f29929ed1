/** The objects of a wire schema as expressions; constants stand for the objects that several others share. */
import {
  type AttributeSchema,
  type ComplexType,
  type ComplexTypes,
  type DeclaredParticle,
  type ElementSchema,
  type EnumerationType,
  type Facets,
  type FaultSchema,
  isComplex,
  type MessageSchema,
  type Operation,
  type PartsSchema,
  type SimpleType,
  type TypeReference,
} from "../../schema/index.js";
import {
  arrayLiteral,
  arrow,
  asConst,
  type Entry,
  type Expression,
  expandedObject,
  objectLiteral,
  value,
} from "../typescript/expression-nodes.js";
import { local, type Reference } from "../typescript/type-nodes.js";

/** The constants that a file may refer to. */
export interface SchemaConstants {
  /** The value of the constant `ns`. */
  readonly namespace: string;
  /** The constants of structures by their objects. Other objects are written in place. */
  readonly structures: ReadonlyMap<ComplexType, Reference>;
  /** The constants of enumerations by their objects. */
  readonly enumerations: ReadonlyMap<EnumerationType["enumeration"], Reference>;
}

/** Makes the values of the constants of one file, in their order. */
export class SchemaExpressions {
  /** Whether the file needs the constant `ns`. */
  usesNamespace = false;
  /** The structures whose constants are above in the file, so that no function has to delay the access to them. */
  readonly #above = new Set<ComplexType>();

  constructor(private readonly constants: SchemaConstants) {}

  /** The value of a structure's constant. */
  structure(type: ComplexType): Expression {
    const expression = this.#complexType(type);
    this.#above.add(type);
    return expression;
  }

  /** The value of an operation's constant. It refers to the constant `generator`. */
  operation(operation: Operation & { readonly result?: string }): Expression {
    const { name, soapAction, action, input, output, headers, faults, result } = operation;
    return expandedObject([
      { name: "generator", value: local("generator") },
      ...entry("name", name),
      ...entry("soapAction", soapAction),
      ...entry("action", action),
      ...entry("facets", operation.facets),
      ...entry("input", this.#message(input)),
      ...entry("output", output && this.#message(output)),
      ...entry("headers", headers && this.#headers(headers)),
      ...entry("faults", faults && record(faults, (fault) => this.#parts(fault))),
      ...entry("result", result),
    ]);
  }

  #headers({ input, output }: NonNullable<Operation["headers"]>): Expression {
    return objectLiteral([
      ...entry("input", input && this.#parts(input)),
      ...entry("output", output && this.#parts(output)),
    ]);
  }

  #message(message: MessageSchema | PartsSchema): Expression {
    if ("parts" in message) return this.#parts(message);
    const { element, namespace, type } = message;
    const content =
      type === undefined
        ? this.#complexEntries(message)
        : [
            ...this.#namespace(namespace),
            // Operations are evaluated after all structures, so that a message needs no function.
            ...entry("type", this.#constant(type) ?? this.#complexType(type)),
          ];
    return expandedObject([...entry("element", element), ...content, ...packaging(message)]);
  }

  #parts(message: FaultSchema): Expression {
    return objectLiteral([
      ...entry("parts", this.#particles(message.parts)),
      ...packaging(message),
      ...entry("inHeader", message.inHeader),
    ]);
  }

  #complexType(type: ComplexType): Expression {
    return expandedObject(this.#complexEntries(type));
  }

  #complexEntries(complex: ComplexType): readonly Entry[] {
    const { name, extends: base, namespace, sequence, all, content, value, mixed } = complex;
    const { attributes, anyAttribute, types, refs, enums } = complex;
    const attributeList = attributes?.map((each) => this.#attribute(each));
    return [
      ...entry("name", name),
      ...entry("extends", base && this.#reference(base)),
      ...this.#namespace(namespace),
      ...entry("value", value && this.#simpleType(value)),
      ...entry("mixed", mixed),
      ...entry("sequence", sequence && this.#particles(sequence)),
      ...entry("all", all && this.#particles(all)),
      ...entry("content", content && this.#particles(content)),
      ...entry("attributes", attributeList && arrayLiteral(attributeList)),
      ...entry("anyAttribute", anyAttribute),
      ...entry("types", types && arrow(this.#types(types()))),
      ...entry("refs", refs && this.#references(refs)),
      ...entry("enums", enums && record(enums, (values) => this.#enumeration(values))),
    ];
  }

  #particles(particles: readonly DeclaredParticle[]): Expression {
    return arrayLiteral(particles.map((each) => this.#particle(each)));
  }

  #particle(particle: DeclaredParticle): Expression {
    if (typeof particle === "string") return value(particle);
    if ("element" in particle) return this.#element(particle);
    const { member, minOccurs, maxOccurs, occurs } = particle;
    const content =
      "any" in particle
        ? entry("any", particle.any)
        : "choice" in particle
          ? entry("choice", this.#particles(particle.choice))
          : entry("sequence", this.#particles(particle.sequence));
    return objectLiteral([
      ...content,
      ...entry("member", member),
      ...entry("minOccurs", minOccurs),
      ...entry("maxOccurs", maxOccurs),
      ...entry("occurs", occurs && record({ ...occurs }, value)),
    ]);
  }

  #element(schema: ElementSchema): Expression {
    const { element, namespace, member, type, typeName, minOccurs, maxOccurs, occurs } = schema;
    return objectLiteral([
      ...entry("element", element),
      ...this.#namespace(namespace),
      ...entry("member", member),
      ...entry("type", this.#type(type)),
      ...entry("typeName", typeName),
      ...entry("minOccurs", minOccurs),
      ...entry("maxOccurs", maxOccurs),
      ...entry("occurs", occurs && record({ ...occurs }, value)),
      ...entry("nillable", schema.nillable),
      ...entry("open", schema.open),
      ...entry("default", schema.default),
      ...entry("fixed", schema.fixed),
      ...entry("secret", schema.secret),
    ]);
  }

  #attribute(schema: string | AttributeSchema): Expression {
    if (typeof schema === "string") return value(schema);
    const { attribute, namespace, member, type, required, fixed, secret } = schema;
    return objectLiteral([
      ...entry("attribute", attribute),
      ...this.#namespace(namespace),
      ...entry("member", member),
      ...entry("type", this.#simpleType(type)),
      ...entry("required", required),
      ...entry("fixed", fixed),
      ...entry("secret", secret),
    ]);
  }

  #type(reference: TypeReference): Expression {
    const type = typeof reference === "function" ? reference() : reference;
    if (typeof type === "string") return value(type);
    if ("any" in type) return objectLiteral(entry("any", type.any));
    if (isComplex(type)) return this.#reference(type);
    if (!("item" in type)) return this.#simpleType(type);
    const { namespace, item, soapArray, name } = type;
    return objectLiteral([
      ...this.#namespace(namespace),
      ...entry("item", this.#element(item)),
      ...entry("soapArray", soapArray),
      ...entry("name", name),
    ]);
  }

  /** A structure's constant, by a function if it may not exist yet. */
  #reference(reference: ComplexType | (() => ComplexType)): Expression {
    const type = typeof reference === "function" ? reference() : reference;
    const constant = this.#constant(type);
    if (constant === undefined) return this.#complexType(type);
    return this.#above.has(type) ? constant : arrow(constant);
  }

  #references(refs: ComplexTypes | (() => ComplexTypes)): Expression {
    const types = typeof refs === "function" ? refs() : refs;
    const areAbove = Object.values(types).every((type) => this.#above.has(type));
    return areAbove ? this.#types(types) : arrow(this.#types(types));
  }

  #types(types: ComplexTypes): Expression {
    return record(types, (type) => this.#constant(type) ?? this.#complexType(type));
  }

  #simpleType(type: SimpleType): Expression {
    if (typeof type === "string") return value(type);
    if ("enumeration" in type) {
      return objectLiteral(entry("enumeration", this.#enumeration(type.enumeration)));
    }
    if ("list" in type) return objectLiteral(entry("list", this.#simpleType(type.list)));
    if ("union" in type) {
      const members = type.union.map((member) => this.#simpleType(member));
      return objectLiteral(entry("union", arrayLiteral(members)));
    }
    if ("restricts" in type) {
      return objectLiteral([
        ...entry("restricts", this.#simpleType(type.restricts)),
        ...entry("facets", this.#facets(type.facets)),
      ]);
    }
    return objectLiteral([...entry("builtin", type.builtin), ...entry("as", type.as)]);
  }

  #facets({ values, patterns, ...bounds }: Facets): Expression {
    return objectLiteral([
      ...Object.entries(bounds).flatMap(([name, bound]) => entry(name, bound)),
      ...entry("patterns", patterns && arrayLiteral(patterns.map(valuesLiteral))),
      ...entry("values", values && valuesLiteral(values)),
    ]);
  }

  #enumeration(values: EnumerationType["enumeration"]): Expression {
    return this.constants.enumerations.get(values) ?? record(values, (each: string) => value(each));
  }

  #constant(type: ComplexType): Reference | undefined {
    return this.constants.structures.get(type);
  }

  #namespace(namespace: string | undefined): readonly Entry[] {
    if (namespace !== this.constants.namespace) return entry("namespace", namespace);
    this.usesNamespace = true;
    return entry("namespace", local("ns"));
  }
}

/** An entry; none for a property that the object does not have. */
function entry(
  name: string,
  of: Expression | string | number | boolean | undefined,
): readonly Entry[] {
  if (of === undefined) return [];
  return [{ name, value: typeof of === "object" ? of : value(of) }];
}

function record<Value>(
  values: Readonly<Record<string, Value>>,
  expressionOf: (each: Value) => Expression,
): Expression {
  return objectLiteral(
    Object.entries(values).map(([name, each]) => ({
      name,
      value: entryValue(name, expressionOf(each)),
    })),
  );
}

/** TypeScript types an entry with the name of a member of `Object` by that member, unless it is constant. */
function entryValue(name: string, of: Expression): Expression {
  const isLiteral = of.kind === "object-literal" || of.kind === "array-literal";
  return isLiteral && name in Object.prototype ? asConst(of) : of;
}

function valuesLiteral(values: readonly string[]): Expression {
  return arrayLiteral(values.map(value));
}

function packaging(message: MessageSchema | PartsSchema): readonly Entry[] {
  const { encoded, attachments } = message;
  return [
    ...entry("encoded", encoded),
    ...entry("rpc", "rpc" in message ? message.rpc : undefined),
    ...entry("attachments", attachments && arrayLiteral(attachments.map(value))),
  ];
}
