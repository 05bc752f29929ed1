/** schema.ts: the wire schema as plain literals, which a bundler drops where they aren't used. */
import { publicUrl } from "../../contract/index.js";
import { VERSION } from "../../schema/index.js";
import type { ClientModel, Model } from "../model/model.js";
import { entryName, stringLiteral } from "../model/names.js";
import type { OperationModel } from "../model/operation-model.js";
import type { WireSchema } from "../wire/wire-schema.js";
import { constant } from "./declarations.js";
import { importOf } from "./imports.js";
import { behind, commented, type Doc, objectLiteral } from "./layout.js";
import { type Modules, moduleImports, pathTo, runtimePath } from "./modules.js";
import { type SchemaConstants, SchemaLiterals } from "./schema-literals.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";

/** @returns the texts by the names of their files */
export function emitSchema(
  model: Model,
  wire: WireSchema,
  modules: Modules,
  runtime: string,
): Map<string, string> {
  const emitter = new SchemaEmitter(model, wire, modules, runtime);
  if (!modules.isSplit) return new Map([["schema.ts", emitter.file("schema", true)]]);
  const names = emitter.modules();
  const files = new Map(names.map((module) => [`${module}.ts`, emitter.file(module, false)]));
  files.set("schema.ts", emitter.index(names));
  return files;
}

class SchemaEmitter {
  readonly #moduleOf = new Map<string, string>();
  readonly #constants: SchemaConstants;

  constructor(
    private readonly model: Model,
    private readonly wire: WireSchema,
    modules: Modules,
    private readonly runtime: string,
  ) {
    for (const { variable } of model.structures) {
      this.#moduleOf.set(variable, modules.of("schema", variable));
    }
    for (const { variable } of model.operations) {
      // Apart from the types: those refer to each other in circles, an operation to types only.
      const module = modules.of("schema", variable);
      this.#moduleOf.set(variable, modules.isSplit ? `${module}-operations` : module);
    }
    this.#constants = {
      namespace: model.namespace,
      structures: new Map(
        model.structures.map(({ type, variable }) => [wire.types.structure(type), variable]),
      ),
      enumerations: new Map(
        model.enumerations.map(({ type, name }) => [wire.types.enumeration(type), name]),
      ),
    };
  }

  modules(): readonly string[] {
    return [...new Set(this.#moduleOf.values())].sort();
  }

  /** A file of structures and operations, with those of the whole contract where it is the only one. */
  file(module: string, isOnly: boolean): string {
    const literals = new SchemaLiterals(this.#constants);
    const isHere = ({ variable }: { readonly variable: string }) =>
      this.#moduleOf.get(variable) === module;
    const structures = this.model.structures.filter(isHere).map(({ variable, type }) => {
      const value = literals.structure(this.wire.types.structure(type));
      return constant({ name: variable, type: { name: "ComplexType", parameters: [] }, value });
    });
    const operations = [...this.wire.operations].filter(([operation]) => isHere(operation));
    const statements: string[] = [
      ...structures,
      ...operations.map(([operation, value]) =>
        operationConstant(operation, literals.operation(value)),
      ),
      ...(isOnly ? this.model.clients.flatMap(clientConstants) : []),
    ];
    const kinds = operations.map(([operation]) => operationKind(operation));
    const types = structures.length > 0 ? ["ComplexType"] : [];
    const local = (path: string) => pathTo(path, module);
    const imports = [
      ...importOf("import type", [...kinds, ...types], runtimePath(this.runtime, module)),
      ...(literals.usesEnumerations ? [`import * as enums from "${local("enums")}";`] : []),
      ...(kinds.includes("OutcomeOperation")
        ? [`import type * as outcomes from "${local("outcomes")}";`]
        : []),
      ...(operations.length > 0 ? [`import type * as types from "${local("types")}";`] : []),
      ...moduleImports("import", literals.structures, this.#moduleOf, module),
    ];
    const hidden = (name: string, value: string) =>
      constant({ name, value: stringLiteral(value), isExported: false });
    return printFile(this.model.source, imports, [
      ...(operations.length > 0 ? [hidden("generator", VERSION)] : []),
      ...(literals.usesNamespace ? [hidden("ns", this.model.namespace)] : []),
      ...statements,
    ]);
  }

  /** schema.ts of a contract that is spread over several files. */
  index(modules: readonly string[]): string {
    const exports = modules.map((module) => `export * from "./${module}.js";`);
    const operations = this.model.operations.map(({ variable }) => variable);
    const imports = moduleImports("import", operations, this.#moduleOf, "schema");
    return printFile(this.model.source, imports, [
      exports.join("\n"),
      ...this.model.clients.flatMap(clientConstants),
    ]);
  }
}

function operationConstant(operation: OperationModel, value: Doc): string {
  return constant({
    name: operation.variable,
    type: { name: operationKind(operation), parameters: typeParameters(operation) },
    value,
    documentation: [operation.operation.documentation],
  });
}

function operationKind({ outcome }: OperationModel): string {
  return outcome === undefined ? "Operation" : "OutcomeOperation";
}

function typeParameters({
  request,
  response,
  outcome,
  requestHeader,
  responseHeader,
  faults,
}: OperationModel): string[] {
  const named = (model: { readonly name: string } | undefined) =>
    model === undefined ? "undefined" : `types.${model.name}`;
  const messages = [named(request), named(response)];
  if (outcome !== undefined) messages.push(`outcomes.${outcome.name}`);
  const hasHeader = requestHeader !== undefined || responseHeader !== undefined;
  if (!hasHeader && faults === undefined) return messages;
  const headers = [...messages, named(requestHeader), named(responseHeader)];
  return faults === undefined ? headers : [...headers, named(faults)];
}

/** The operations and ports of a client. */
function clientConstants(client: ClientModel): string[] {
  // Documented once more: a type that is mapped from this object shows these comments.
  const entries = client.operations.map(({ name, variable, operation }) => {
    const entry = name === variable ? name : `${entryName(name)}: ${variable}`;
    return commented(tsdocBlock([operation.documentation], 1), entry);
  });
  const ports = client.ports.map(({ name, protocol, address }) => [
    `${entryName(name)}: `,
    objectLiteral([
      `protocol: ${stringLiteral(protocol)}`,
      behind("address:", stringLiteral(publicUrl(address))),
    ]),
  ]);
  return [
    constant({ name: client.operationsVariable, value: objectLiteral(entries, true) }),
    constant({ name: client.portsVariable, value: objectLiteral(ports, true), asConst: true }),
  ];
}
