/** The wire schema of a contract as objects: what generated code prints and programs use in memory. */
import type { Model } from "../model/model.js";
import type { OperationModel } from "../model/operation-model.js";
import { complexWire } from "./complex-type.js";
import type { ContractOperation } from "./contract-operation.js";
import { operationWire } from "./message.js";
import { WireTypes } from "./wire-types.js";

export interface WireSchema {
  readonly types: WireTypes;
  readonly operations: ReadonlyMap<OperationModel, ContractOperation>;
}

export function wireSchema(model: Model): WireSchema {
  const types = new WireTypes(model);
  for (const { type } of model.structures) {
    const outer = type.name?.namespace ?? model.namespace;
    types.add(type, complexWire(type, types, { outer }));
  }
  const operations = new Map(
    model.operations.map((operation) => [operation, operationWire(operation, types)]),
  );
  return { types, operations };
}
