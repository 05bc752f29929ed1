/** Validates envelopes against the schemas of their contract with libxml2. */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { soapArrays } from "../raw/components.js";
import type { RawContract } from "../raw/documents.js";
import type { RawMessage, RawOperation } from "../raw/operations.js";
import { writeSchemas } from "./schema-set.js";
import { type Wrapper, wrappersOf } from "./wrappers.js";
import { validate } from "./xmllint.js";

/** An envelope of a message. */
export interface Instance {
  readonly operation: RawOperation;
  readonly message: RawMessage;
  readonly xml: string;
}

export interface ValidationReport {
  /** The problems by instance. */
  readonly errors: ReadonlyMap<Instance, string>;
  readonly notes: readonly string[];
}

/** Validates instances; if wrappers of the same name differ, with several sets of schemas. */
export async function validateAll(
  folder: string,
  { schemas }: RawContract,
  instances: readonly Instance[],
): Promise<ValidationReport> {
  const sets = setsOf(instances, { schemas });
  const errors = new Map<Instance, string>();
  const notes: string[] = [];
  for (const [at, { wrappers, members }] of sets.entries()) {
    const { schema, rejection, loosened } = await writeSchemas(join(folder, `set${at}`), schemas, [
      ...wrappers.values(),
    ]);
    if (loosened > 0)
      notes.push(`libxml2 does not support the content models of ${loosened} types.`);
    if (rejection !== undefined) {
      notes.push(rejection);
      continue;
    }
    const files = new Map<string, Instance>();
    for (const [number, instance] of members.entries()) {
      const file = `m${number}.xml`;
      files.set(file, instance);
      await writeFile(join(dirname(schema), file), instance.xml);
    }
    const result = await validate(schema, [...files.keys()]);
    if (result.rejection !== undefined) notes.push(result.rejection);
    for (const [file, error] of result.errors) {
      const instance = files.get(file);
      if (instance !== undefined) errors.set(instance, error);
    }
  }
  return { errors, notes: [...new Set(notes)] };
}

interface InstanceSet {
  readonly wrappers: Map<string, Wrapper>;
  readonly members: Instance[];
}

/** A wrapper with the name of a declared element is in a separate set, where it replaces the element. */
function setsOf(
  instances: readonly Instance[],
  contract: Pick<RawContract, "schemas">,
): readonly InstanceSet[] {
  const declared = declaredElements(contract);
  const arrays = soapArrays(contract.schemas);
  const sets: InstanceSet[] = [{ wrappers: new Map(), members: [] }];
  for (const instance of instances) {
    const wrappers = wrappersOf(instance.message, instance.operation, arrays);
    const fits = (set: InstanceSet) =>
      wrappers.every((wrapper) => {
        const other = set.wrappers.get(keyOf(wrapper));
        if (other !== undefined) return other.text === wrapper.text;
        return set !== sets[0] || !declared.has(keyOf(wrapper));
      });
    let set = wrappers.length === 0 ? sets[0] : sets.find(fits);
    if (set === undefined) {
      set = { wrappers: new Map(), members: [] };
      sets.push(set);
    }
    for (const wrapper of wrappers) set.wrappers.set(keyOf(wrapper), wrapper);
    set.members.push(instance);
  }
  return sets.filter(({ members }) => members.length > 0);
}

function keyOf({ namespace, local }: Pick<Wrapper, "namespace" | "local">): string {
  return `{${namespace}}${local}`;
}

function declaredElements({ schemas }: Pick<RawContract, "schemas">): ReadonlySet<string> {
  return new Set(
    schemas.flatMap(({ root, namespace }) =>
      root.children
        .filter(({ local }) => local === "element")
        .map(({ attributes }) => keyOf({ namespace, local: attributes.get("name") ?? "" })),
    ),
  );
}
