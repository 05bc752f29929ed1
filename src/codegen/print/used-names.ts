/** Which names the code of a file uses, so that it imports those and no others. */
import type { Model } from "../model/model.js";

export interface UsedNames {
  /** As the model, but that what is asked of it is kept. */
  readonly model: Model;
  readonly types: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly runtime: ReadonlySet<string>;
}

export function usedNames(model: Model): UsedNames {
  const types = new Set<string>();
  const variables = new Set<string>();
  const runtime = new Set<string>();
  const keep = <Name extends string | undefined>(into: Set<string>, name: Name): Name => {
    if (name !== undefined) into.add(name);
    return name;
  };
  return {
    types,
    variables,
    runtime,
    model: {
      ...model,
      nameOf: (type) => keep(types, model.nameOf(type)),
      unionOf: (type) => keep(types, model.unionOf(type)),
      variableOf: (type) => keep(variables, model.variableOf(type)),
      runtime: (name) => keep(runtime, model.runtime(name)),
    },
  };
}
