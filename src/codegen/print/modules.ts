/**
 * How declarations are spread over files. A contract of usual size has one file for types and one for the wire schema. A
 * large one has folders of both names, with files for each namespace: `types/orders` has the types of the namespace and
 * `types/orders.operations` the messages of its operations; `schema/orders` and `schema/orders.operations` have their wire
 * schemas. A file that would be too large is split once more, by the first words of its names: `types/orders.operations.get`.
 * So the file of a declaration depends on its namespace and its name, and a later contract does not move it.
 */
import type { Model } from "../model/model.js";
import { moduleKey, moduleName, nameModules } from "../model/module-names.js";
import type { KeptNames } from "../model/names.js";
import type { OperationModel } from "../model/operation-model.js";

/** The largest number of types and operations that are not split over files. */
const LARGEST_CONTRACT = 250;

/** The largest number of declarations in a file of a large contract. */
const LARGEST_FILE = 1_000;

export interface Modules {
  readonly isSplit: boolean;
  /** The path of the file that declares a structure, an alias or a message, without an extension. */
  typePath(name: string): string;
  /** The path of the file with the constant of a structure or an operation. */
  constantPath(variable: string): string;
  /** The names of namespaces that do not follow from the namespace alone, for a later run. */
  readonly chosenNames: Readonly<Record<string, string>>;
}

/** @param kept the names of an earlier run */
export function modulesOf(model: Model, kept: KeptNames): Modules {
  const { structures, aliases, enumerations, operations } = model;
  const size = structures.length + aliases.length + enumerations.length + operations.length;
  if (size <= LARGEST_CONTRACT) {
    const chosenNames = {};
    return { isSplit: false, typePath: () => "types", constantPath: () => "schema", chosenNames };
  }
  const names = moduleNames(model, kept);
  const nameOf = (namespace: string) => names.get(namespace) ?? moduleName(namespace);
  const types = paths(typeGroups(model, nameOf));
  const constants = paths(constantGroups(model, nameOf));
  return {
    isSplit: true,
    typePath: (name) => types.get(name) ?? `types/${nameOf(model.namespace)}`,
    constantPath: (variable) => constants.get(variable) ?? `schema/${nameOf(model.namespace)}`,
    chosenNames: Object.fromEntries(
      [...names].flatMap(([namespace, name]) =>
        name === moduleName(namespace) ? [] : [[moduleKey(namespace), name]],
      ),
    ),
  };
}

function moduleNames(model: Model, kept: KeptNames): ReadonlyMap<string, string> {
  const { namespace, structures, aliases, operations } = model;
  const used = [
    namespace,
    ...[...structures, ...aliases].map((each) => each.namespace),
    ...operations.map((each) => namespaceOf(each, model)),
  ];
  return nameModules(used, namespace, kept);
}

/** Declarations that belong together. */
interface Group {
  /** The path of their file, unless that would be too large. */
  readonly path: string;
  /** The name whose first word selects the file then. */
  readonly name: string;
  readonly declarations: readonly string[];
}

type NameOfModule = (namespace: string) => string;

function typeGroups(model: Model, nameOf: NameOfModule): readonly Group[] {
  const types = [...model.structures, ...model.aliases].map(({ name, namespace, type }): Group => {
    const union = type.kind === "complex" ? model.unionOf(type) : undefined;
    const declarations = union === undefined ? [name] : [name, union];
    return { path: `types/${nameOf(namespace)}`, name, declarations };
  });
  const messages = model.operations.map(
    (operation): Group => ({
      path: `types/${nameOf(namespaceOf(operation, model))}.operations`,
      name: operation.name,
      declarations: messageNames(operation),
    }),
  );
  const { faultsName } = model;
  const path = `types/${nameOf(model.namespace)}.operations`;
  const faults =
    faultsName === undefined ? [] : [{ path, name: faultsName, declarations: [faultsName] }];
  return [...types, ...messages, ...faults];
}

function messageNames(operation: OperationModel): readonly string[] {
  const { request, response, requestHeader, responseHeader, faults } = operation;
  const all = [request, response, requestHeader, responseHeader, faults];
  return all.flatMap((each) => each?.name ?? []);
}

/** Structures are apart from operations: those refer to each other in circles, an operation to structures only. */
function constantGroups(model: Model, nameOf: NameOfModule): readonly Group[] {
  const structures = model.structures.map(
    ({ name, namespace, variable }): Group => ({
      path: `schema/${nameOf(namespace)}`,
      name,
      declarations: [variable],
    }),
  );
  const operations = model.operations.map(
    (operation): Group => ({
      path: `schema/${nameOf(namespaceOf(operation, model))}.operations`,
      name: operation.name,
      declarations: [operation.variable],
    }),
  );
  return [...structures, ...operations];
}

/** The namespace of an operation's messages. */
function namespaceOf({ request, response }: OperationModel, { namespace }: Model): string {
  const form = request?.form ?? response?.form;
  if (form === undefined) return namespace;
  if (form.kind === "content") return form.element.name.namespace;
  return form.wrapper?.namespace || form.members[0]?.namespace || namespace;
}

/** The paths of files by the names of their declarations. Operations may share messages: they are the first one's. */
function paths(groups: readonly Group[]): ReadonlyMap<string, string> {
  const sizes = new Map<string, number>();
  for (const { path, declarations } of groups) {
    sizes.set(path, (sizes.get(path) ?? 0) + declarations.length);
  }
  const found = new Map<string, string>();
  for (const { path, name, declarations } of groups) {
    const isLarge = (sizes.get(path) ?? 0) > LARGEST_FILE;
    const own = isLarge ? `${path}.${firstWord(name)}` : path;
    for (const each of declarations) if (!found.has(each)) found.set(each, own);
  }
  return found;
}

/** `get` of `GetOrder`, `order` of `order_get`; in small letters, since some file systems do not distinguish them. */
function firstWord(name: string): string {
  const [word] = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/.exec(name) ?? ["other"];
  return word.toLowerCase();
}
