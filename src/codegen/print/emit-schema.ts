/** schema.ts: the wire schema as plain literals, which a bundler drops if nothing uses them. */
import { VERSION } from "../../schema/index.js";
import type { ClientModel, Model } from "../model/model.js";
import type { OperationModel } from "../model/operation-model.js";
import type { References } from "../types/references.js";
import type { ConstantDeclaration, ExportAll } from "../typescript/declaration-nodes.js";
import {
  asConst,
  type Expression,
  expandedObject,
  objectLiteral,
  value,
} from "../typescript/expression-nodes.js";
import { type GeneratedModule, generatedModule } from "../typescript/module.js";
import type { SourceFile } from "../typescript/source-file.js";
import { imported, importedFrom, keyword, type TypeNode } from "../typescript/type-nodes.js";
import type { WireClient, WireSchema } from "../wire/wire-schema.js";
import type { Modules } from "./modules.js";
import { type SchemaConstants, SchemaExpressions } from "./schema-expressions.js";

export interface SchemaEmission {
  readonly model: Model;
  /** That of the model. */
  readonly wire: WireSchema;
  readonly modules: Modules;
  readonly references: References;
}

/** One file, or a file for each module and one that exports them all. */
export function emitSchema(emission: SchemaEmission): readonly SourceFile[] {
  const emitter = new SchemaEmitter(emission);
  const paths = emitter.paths();
  const clients = emitter.clients();
  if (!emission.modules.isSplit) {
    const [path = "schema"] = paths;
    return [{ path, declarations: [...emitter.constants(path), ...clients] }];
  }
  return [
    ...paths.map((path) => ({ path, declarations: emitter.constants(path) })),
    { path: "schema", declarations: [...paths.map(exportAll), ...clients] },
  ];
}

function exportAll(path: string): ExportAll {
  return { kind: "export-all", module: generatedModule(path), isTypeOnly: false };
}

class SchemaEmitter {
  /** By the names of constants. */
  readonly #modules = new Map<string, GeneratedModule>();
  readonly #constants: SchemaConstants;
  readonly #emission: SchemaEmission;

  constructor(emission: SchemaEmission) {
    const { model, wire, modules } = emission;
    this.#emission = emission;
    for (const { variable } of [...model.structures, ...model.operations]) {
      this.#modules.set(variable, generatedModule(modules.constantPath(variable)));
    }
    this.#constants = {
      namespace: model.namespace,
      structures: new Map(
        model.structures.map(({ type, variable }) => [
          wire.types.structure(type),
          imported(variable, this.#module(variable)),
        ]),
      ),
      enumerations: new Map(
        model.enumerations.map(({ type, name }) => [
          wire.types.enumeration(type),
          importedFrom("enums", generatedModule("enums"), name),
        ]),
      ),
    };
  }

  paths(): readonly string[] {
    return [...new Set([...this.#modules.values()].map(({ path }) => path))].sort();
  }

  #module(variable: string): GeneratedModule {
    return this.#modules.get(variable) ?? generatedModule("schema");
  }

  /** The structures and operations of a file. */
  constants(path: string): readonly ConstantDeclaration[] {
    const { model, wire, references } = this.#emission;
    const expressions = new SchemaExpressions(this.#constants);
    const isHere = ({ variable }: { readonly variable: string }) =>
      this.#module(variable).path === path;
    const structures = model.structures.filter(isHere).map(
      ({ variable, type }): ConstantDeclaration => ({
        kind: "constant",
        name: variable,
        type: references.runtime("ComplexType"),
        value: expressions.structure(wire.types.structure(type)),
      }),
    );
    const operations = model.operations.filter(isHere).map(
      (operation): ConstantDeclaration => ({
        kind: "constant",
        name: operation.variable,
        type: operationType(operation, references),
        value: expressions.operation(wire.operation(operation)),
        documentation: [operation.operation.documentation],
      }),
    );
    return [
      ...(operations.length > 0 ? [hidden("generator", value(VERSION))] : []),
      ...(expressions.usesNamespace ? [hidden("ns", value(model.namespace))] : []),
      ...structures,
      ...operations,
    ];
  }

  /** The operations and ports of each client. */
  clients(): readonly ConstantDeclaration[] {
    const { model, wire } = this.#emission;
    return model.clients.flatMap((client) => {
      const { operationsVariable, portsVariable } = client;
      return [
        { kind: "constant", name: operationsVariable, value: this.#operations(client) },
        { kind: "constant", name: portsVariable, value: asConst(portsObject(wire.client(client))) },
      ];
    });
  }

  #operations({ operations }: ClientModel): Expression {
    return expandedObject(
      operations.map(({ name, variable, operation }) => ({
        name,
        value: imported(variable, this.#module(variable)),
        // Documented once more: a type that is mapped from this object shows these comments.
        documentation: [operation.documentation],
      })),
    );
  }
}

function hidden(name: string, of: Expression): ConstantDeclaration {
  return { kind: "constant", name, value: of, isExported: false };
}

function portsObject({ ports }: WireClient) {
  return expandedObject(
    Object.entries(ports).map(([name, { protocol, address, facets }]) => ({
      name,
      value: objectLiteral([
        { name: "protocol", value: value(protocol) },
        { name: "address", value: value(address) },
        ...(facets === undefined ? [] : [{ name: "facets", value: value(facets) }]),
      ]),
    })),
  );
}

function operationType(model: OperationModel, references: References): TypeNode {
  const { request, response, outcome, requestHeader, responseHeader, faults } = model;
  const named = (message: { readonly name: string } | undefined): TypeNode =>
    message === undefined ? keyword("undefined") : references.message(message.name);
  const hasHeader = requestHeader !== undefined || responseHeader !== undefined;
  const typeArguments = [
    named(request),
    named(response),
    ...(outcome === undefined
      ? []
      : [importedFrom("outcomes", generatedModule("outcomes"), outcome.name)]),
    ...(hasHeader || faults !== undefined ? [named(requestHeader), named(responseHeader)] : []),
    ...(faults === undefined ? [] : [named(faults)]),
  ];
  return references.runtime(
    outcome === undefined ? "Operation" : "OutcomeOperation",
    typeArguments,
  );
}
