/** schema.ts: the wire schema as plain literals, which a bundler drops where they aren't used. */
import type { ComplexDefinition, ElementDeclaration, TypeDefinition } from "../wsdl/index.js";
import { arrayItem, isRepeated } from "./arrays.js";
import { constant } from "./declarations.js";
import { importOf } from "./imports.js";
import { arrayLiteral, behind, commented, type Doc, objectLiteral } from "./layout.js";
import type { MessageModel, Model, OperationModel } from "./model.js";
import { entryName, stringLiteral } from "./names.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";

/** Elements that hold a secret go by such names; an enumeration, such as a result, holds none. */
const SECRET = /passw(?:or)?d|pwd|secret|auth_?code|token/i;

export function emitSchema(model: Model, runtime: string): string {
  const kinds = model.operations.map(operationKind);
  const sequence = model.structures.length > 0 ? ["SequenceType"] : [];
  const hasOutcomes = kinds.includes("OutcomeOperation");
  const imports = [
    ...importOf("import type", [...kinds, ...sequence], runtime),
    ...(model.enumerations.length > 0 ? ['import * as enums from "./enums.js";'] : []),
    ...(hasOutcomes ? ['import type * as outcomes from "./outcomes.js";'] : []),
    'import type * as types from "./types.js";',
  ];
  const writer = new SchemaWriter(model);
  const structures = model.structures.map(({ variable, type }) =>
    constant({
      name: variable,
      type: { name: "SequenceType", parameters: [] },
      value: writer.structure(type),
    }),
  );
  const operations = model.operations.map((operation) =>
    constant({
      name: operation.variable,
      type: { name: operationKind(operation), parameters: typeParameters(operation) },
      value: writer.operation(operation),
      documentation: [operation.documentation],
    }),
  );
  // Documented once more: a type that is mapped from this object shows these comments.
  const all = model.operations.map(({ name, variable, documentation }) => {
    const entry = name === variable ? name : `${entryName(name)}: ${variable}`;
    return commented(tsdocBlock([documentation], 1), entry);
  });
  return printFile(model.source, imports, [
    constant({ name: "ns", value: stringLiteral(model.namespace), isExported: false }),
    ...structures,
    ...operations,
    constant({ name: "operations", value: objectLiteral(all, true) }),
    constant({ name: "ports", value: ports(model), asConst: true }),
  ]);
}

function operationKind({ outcome }: OperationModel): string {
  return outcome === undefined ? "Operation" : "OutcomeOperation";
}

function typeParameters({ request, response, outcome }: OperationModel): string[] {
  const messages = [`types.${request.name}`, `types.${response.name}`];
  return outcome === undefined ? messages : [...messages, `outcomes.${outcome.name}`];
}

function isSecret({ name, type }: ElementDeclaration): boolean {
  return type.kind === "builtin" && SECRET.test(name.local);
}

function ports({ ports }: Model): Doc {
  const entries = ports.map(({ name, protocol, address }) => [
    `${entryName(name)}: `,
    objectLiteral([
      `protocol: ${stringLiteral(protocol)}`,
      behind("address:", stringLiteral(address)),
    ]),
  ]);
  return objectLiteral(entries, true);
}

class SchemaWriter {
  /** The structures that have been written, so that what comes later may name them. */
  readonly #declared = new Set<TypeDefinition>();

  constructor(private readonly model: Model) {}

  operation({ name, action, request, response, outcome }: OperationModel): Doc {
    const entries: Doc[] = [
      `name: ${stringLiteral(name)}`,
      behind("soapAction:", stringLiteral(action)),
      ["input: ", this.#message(request)],
      ["output: ", this.#message(response, outcome?.result)],
    ];
    if (outcome !== undefined) {
      entries.push(behind("result:", stringLiteral(outcome.result.name.local)));
    }
    return objectLiteral(entries, true);
  }

  #message({ element, members }: MessageModel, open?: ElementDeclaration): Doc {
    return objectLiteral(
      [
        behind("element:", stringLiteral(element.name.local)),
        behind("namespace:", this.#namespace(element.name.namespace)),
        ["type: ", this.#sequence(members, element.name.namespace, open)],
      ],
      true,
    );
  }

  structure(type: ComplexDefinition): Doc {
    const sequence = this.#sequence(type.elements, type.name?.namespace ?? this.model.namespace);
    this.#declared.add(type);
    return sequence;
  }

  /** @param outer the namespace where there are no members to tell it */
  #sequence(members: readonly ElementDeclaration[], outer: string, open?: ElementDeclaration): Doc {
    const elements = members.map((member) => this.#element(member, member === open));
    return objectLiteral(
      [
        behind("namespace:", this.#namespace(members[0]?.name.namespace ?? outer)),
        ["sequence: ", arrayLiteral(elements)],
      ],
      true,
    );
  }

  #namespace(namespace: string): string {
    return namespace === this.model.namespace ? "ns" : stringLiteral(namespace);
  }

  #element(member: ElementDeclaration, open = false): Doc {
    const { local } = member.name;
    const entries: Doc[] = [behind("element:", stringLiteral(local)), this.#type(member.type)];
    if (member.minOccurs === 0) entries.push("minOccurs: 0");
    if (isRepeated(member)) entries.push('maxOccurs: "unbounded"');
    if (member.nillable) entries.push("nillable: true");
    if (open) entries.push("open: true");
    if (isSecret(member)) entries.push("secret: true");
    return objectLiteral(entries);
  }

  #type(type: TypeDefinition): Doc {
    if (type.kind === "builtin") return `type: ${stringLiteral(type.name.local)}`;
    if (type.kind === "enumeration") {
      const values = behind("enumeration:", `enums.${this.model.nameOf(type)}`);
      return ["type: ", objectLiteral([values])];
    }
    const item = arrayItem(type);
    if (item === undefined) {
      const name = this.model.variableOf(type);
      return this.#declared.has(type) ? `type: ${name}` : behind("type: () =>", name);
    }
    const namespace = behind("namespace:", this.#namespace(item.name.namespace));
    return ["type: ", objectLiteral([namespace, ["item: ", this.#element(item)]])];
  }
}
