/** The wire schema of a contract as objects: what generated code prints and programs use in memory. */
import { type Protocol, publicUrl } from "../../contract/index.js";
import type { ClientModel, Model } from "../model/model.js";
import type { OperationModel } from "../model/operation-model.js";
import { complexWire } from "./complex-type.js";
import type { ContractOperation } from "./contract-operation.js";
import { operationWire } from "./message.js";
import { WireTypes } from "./wire-types.js";

/** What generated code exports for a client. */
export interface WireClient {
  /** By the names of the client's methods. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
  readonly ports: Readonly<Record<string, WirePort>>;
}

export interface WirePort {
  readonly protocol: Protocol;
  /** As the WSDL states it, without credentials; may be empty. */
  readonly address: string;
  /** The operations have facets, so that the option `validate` can be used. */
  readonly facets?: true;
}

export class WireSchema {
  readonly types: WireTypes;
  readonly #facets: Pick<WirePort, "facets">;
  readonly #operations: ReadonlyMap<OperationModel, ContractOperation>;

  constructor(model: Model) {
    this.types = new WireTypes(model);
    this.#facets = model.hasFacets ? { facets: true } : {};
    for (const { type } of model.structures) {
      const outer = type.name?.namespace ?? model.namespace;
      this.types.add(type, complexWire(type, this.types, { outer }));
    }
    this.#operations = new Map(
      model.operations.map((operation) => [operation, operationWire(operation, this.types)]),
    );
  }

  /** @throws TypeError if the model does not have the operation */
  operation(model: OperationModel): ContractOperation {
    const operation = this.#operations.get(model);
    if (operation === undefined) throw new TypeError(`There is no operation ${model.name}.`);
    return operation;
  }

  client({ operations, ports }: ClientModel): WireClient {
    return {
      operations: Object.fromEntries(operations.map((each) => [each.name, this.operation(each)])),
      ports: Object.fromEntries(
        ports.map(({ name, protocol, address }) => [
          name,
          { protocol, address: publicUrl(address), ...this.#facets },
        ]),
      ),
    };
  }
}
