/** Validates envelopes against the schemas of their contract with libxml2. */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RawContract } from "../raw/documents.js";
import type { RawMessage, RawOperation } from "../raw/operations.js";
import { withoutArrayTypes } from "./array-content.js";
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
  /** Why instances were not validated. */
  readonly unvalidated: ReadonlyMap<Instance, string>;
  /** Components that were not validated, because libxml2 rejects them. */
  readonly loosened: readonly string[];
}

/** Validates instances; if wrappers of the same name differ, with several sets of schemas. */
export async function validateAll(
  folder: string,
  { schemas }: RawContract,
  instances: readonly Instance[],
): Promise<ValidationReport> {
  const sets = setsOf(instances, { schemas });
  const errors = new Map<Instance, string>();
  const unvalidated = new Map<Instance, string>();
  const loose = new Set<string>();
  for (const [at, { wrappers, members }] of sets.entries()) {
    const { schema, rejection, loosened } = await writeSchemas(join(folder, `set${at}`), schemas, [
      ...wrappers.values(),
    ]);
    for (const each of loosened) loose.add(each);
    const files = new Map<string, Instance>();
    for (const [number, instance] of members.entries()) files.set(`m${number}.xml`, instance);
    const leave = (reason: string) => {
      for (const instance of members) unvalidated.set(instance, reason);
    };
    if (rejection !== undefined) {
      leave(rejection);
      continue;
    }
    for (const [file, { message, xml }] of files) {
      const text = message.isEncoded ? withoutArrayTypes(xml) : xml;
      await writeFile(join(dirname(schema), file), text);
    }
    const result = await validate(schema, [...files.keys()]);
    if (result.rejection !== undefined) leave(result.rejection);
    for (const [file, error] of result.errors) {
      const instance = files.get(file);
      if (instance !== undefined) errors.set(instance, error);
    }
  }
  return { errors, unvalidated, loosened: [...loose] };
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
  const sets: InstanceSet[] = [{ wrappers: new Map(), members: [] }];
  for (const instance of instances) {
    const wrappers = wrappersOf(instance.message, instance.operation);
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
