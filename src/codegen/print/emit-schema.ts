/** schema.ts: the wire schema as plain literals, which a bundler drops where they aren't used. */

import type { ClientModel, Model } from "../model/model.js";
import { entryName, stringLiteral } from "../model/names.js";
import type { OperationModel } from "../model/operation-model.js";
import { complexWire } from "../wire/complex-type.js";
import { operationWire } from "../wire/message.js";
import { WireWriter } from "../wire/wire-writer.js";
import { constant } from "./declarations.js";
import { importOf } from "./imports.js";
import { behind, commented, type Doc, objectLiteral } from "./layout.js";
import { type Modules, moduleImports, pathTo, runtimePath } from "./modules.js";
import { printFile } from "./source-file.js";
import { tsdocBlock } from "./tsdoc.js";
import { usedNames } from "./used-names.js";

/** @returns the texts by the names of their files */
export function emitSchema(model: Model, modules: Modules, runtime: string): Map<string, string> {
  const emitter = new SchemaEmitter(model, modules, runtime);
  if (!modules.isSplit) return new Map([["schema.ts", emitter.file("schema", true)]]);
  const names = emitter.modules();
  const files = new Map(names.map((module) => [`${module}.ts`, emitter.file(module, false)]));
  files.set("schema.ts", emitter.index(names));
  return files;
}

class SchemaEmitter {
  readonly #moduleOf = new Map<string, string>();

  constructor(
    private readonly model: Model,
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
  }

  modules(): readonly string[] {
    return [...new Set(this.#moduleOf.values())].sort();
  }

  /** A file of structures and operations, with those of the whole contract where it is the only one. */
  file(module: string, isOnly: boolean): string {
    const used = usedNames(this.model);
    const writer = new WireWriter(
      used.model,
      (type) => this.#moduleOf.get(this.model.variableOf(type)) === module,
    );
    const isHere = ({ variable }: { readonly variable: string }) =>
      this.#moduleOf.get(variable) === module;
    const structures = this.model.structures.filter(isHere).map(({ variable, type }) => {
      const value = complexWire(type, writer, {
        outer: type.name?.namespace ?? this.model.namespace,
      });
      writer.declare(type);
      return { variable, value };
    });
    const operations = this.model.operations.filter(isHere);
    const written = operations.map((operation) => ({
      operation,
      value: operationWire(operation, writer),
    }));
    const statements: string[] = [
      ...structures.map(({ variable, value }) =>
        constant({ name: variable, type: { name: "ComplexType", parameters: [] }, value }),
      ),
      ...written.map(({ operation, value }) => operationConstant(operation, value)),
      ...(isOnly ? this.model.clients.flatMap(clientConstants) : []),
    ];
    const kinds = operations.map(operationKind);
    const types = structures.length > 0 ? ["ComplexType"] : [];
    const local = (path: string) => pathTo(path, module);
    const imports = [
      ...importOf("import type", [...kinds, ...types], runtimePath(this.runtime, module)),
      ...(this.#hasEnumeration(used.types) ? [`import * as enums from "${local("enums")}";`] : []),
      ...(kinds.includes("OutcomeOperation")
        ? [`import type * as outcomes from "${local("outcomes")}";`]
        : []),
      ...(operations.length > 0 ? [`import type * as types from "${local("types")}";`] : []),
      ...moduleImports("import", used.variables, this.#moduleOf, module),
    ];
    const namespace = constant({
      name: "ns",
      value: stringLiteral(this.model.namespace),
      isExported: false,
    });
    return printFile(
      this.model.source,
      imports,
      writer.usesNamespace ? [namespace, ...statements] : statements,
    );
  }

  #hasEnumeration(names: ReadonlySet<string>): boolean {
    return this.model.enumerations.some(({ name }) => names.has(name));
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
      behind("address:", stringLiteral(address)),
    ]),
  ]);
  return [
    constant({ name: client.operationsVariable, value: objectLiteral(entries, true) }),
    constant({ name: client.portsVariable, value: objectLiteral(ports, true), asConst: true }),
  ];
}
