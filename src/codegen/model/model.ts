/** What is to be emitted: the contract's operations and the types they reach, each with its name in TypeScript. */
import {
  type ComplexDefinition,
  type Contract,
  type EnumerationDefinition,
  type Operation,
  type Port,
  publicUrl,
  suggestion,
} from "../../contract/index.js";
import { GenerateError } from "../errors.js";
import { derivedTypes } from "./derived-types.js";
import { grouped } from "./grouped.js";
import { type Interface, interfacesOf, type Selection } from "./interfaces.js";
import { type MappingOptions, type Mappings, mappingsOf } from "./mappings.js";
import { constantName, NameTable, typeName, variableName } from "./names.js";
import {
  type MessageNames,
  nameOperation,
  type OperationModel,
  operationRoots,
} from "./operation-model.js";
import {
  type DeclaredType,
  isStringEnumeration,
  type Reached,
  reachedTypes,
} from "./reached-types.js";
import { chosenNames, type KeptNames, nameTypes } from "./type-names.js";

export interface Model {
  /** Names the source in the files' first lines. */
  readonly source: string;
  /** That of the messages; the others are spelled out. */
  readonly namespace: string;
  readonly clients: readonly ClientModel[];
  /** Those of all clients. */
  readonly operations: readonly OperationModel[];
  readonly enumerations: readonly EnumerationModel[];
  /** Each after those that it refers to, but for circles. */
  readonly structures: readonly StructureModel[];
  readonly aliases: readonly AliasModel[];
  /** Of the interface that has all faults; `undefined` where there are none. */
  readonly faultsName: string | undefined;
  readonly mappings: Mappings;
  /** Names that are not simply the schema's, by the key of their type. */
  readonly chosenNames: Readonly<Record<string, string>>;
  /** Whether a type has a declaration of its own. */
  isDeclared(type: DeclaredType): boolean;
  /** The name of a type; `undefined` where it has no declaration of its own. */
  nameOf(type: DeclaredType): string | undefined;
  /** The name of the union of a type and those derived from it, where one may stand for it. */
  unionOf(type: ComplexDefinition): string | undefined;
  /** Whether another type may stand for it. */
  isPolymorphic(type: ComplexDefinition): boolean;
  /** What may stand for a type, abstract ones left out, by their names. */
  alternatives(type: ComplexDefinition): readonly ComplexDefinition[];
  /** The constant that holds a structure's wire schema. */
  variableOf(type: ComplexDefinition): string;
  /** Some message is encoded: types are told on the wire (SOAP 1.1 §5). */
  readonly isEncoded: boolean;
  /** Whether a type has to be told on the wire by its name. */
  isNamedOnWire(type: ComplexDefinition): boolean;
}

export interface ClientModel {
  readonly name: string;
  /** The name of the service in the contract. */
  readonly service: string;
  readonly options: string;
  /** The constants that hold its operations and ports. */
  readonly operationsVariable: string;
  readonly portsVariable: string;
  readonly documentation: string | undefined;
  readonly ports: readonly Port[];
  readonly operations: readonly OperationModel[];
}

export interface EnumerationModel {
  readonly name: string;
  readonly type: EnumerationDefinition;
}

export interface StructureModel {
  readonly name: string;
  readonly variable: string;
  readonly type: ComplexDefinition;
}

/** A simple type with a name. */
export interface AliasModel {
  readonly name: string;
  readonly type: Exclude<DeclaredType, ComplexDefinition>;
}

export interface ModelOptions extends Selection, MappingOptions {
  /** Names that types had in an earlier run. */
  readonly keptNames?: KeptNames;
}

/** What client.ts and types.ts import by name. */
const IMPORTED = [
  "CallOptions",
  "HeaderOptions",
  "HttpBindingClient",
  "HttpBindingClientOptions",
  "SoapClient",
  "SoapClientOptions",
];

/** What schema.ts imports, and the constants that it and faults.ts have of their own. */
const SCHEMA_NAMES =
  "Operation OutcomeOperation ComplexType enums outcomes types generator ns operations ports isFault".split(
    " ",
  );

/** @throws GenerateError when there is nothing to generate */
export function buildModel(contract: Contract, options: ModelOptions = {}): Model {
  const interfaces = interfacesOf(contract, options);
  checkSelection(contract, interfaces, options);
  // Services may share a binding, and with it the operations.
  const bound = [...new Set(interfaces.flatMap(({ operations }) => operations))];
  const derived = derivedTypes(contract);
  const { types: reached, bases } = reachedTypes(bound.flatMap(operationRoots), derived);
  const namespace = mainNamespace(contract, bound);
  const names = new NameTable(IMPORTED);
  const named = nameTypes(reached, namespace, options.keptNames ?? new Map(), names);
  const nameFor = (type: DeclaredType) => named.get(type) ?? "never";
  const unions = nameUnions(reached, bases, nameFor, names);
  const clientNames = interfaces.map((each, index) => nameClient(each, index, interfaces, names));
  const operations = nameOperations(interfaces, names);
  const hasFaults = [...operations.values()].some(({ faults }) => faults !== undefined);
  const faultsName = hasFaults ? names.claim("Faults", "Map") : undefined;
  // The index exports both: what a type is called, no constant may be.
  const variables = new NameTable([...SCHEMA_NAMES, ...names.names]);
  const structures = reached.flatMap(({ type }) => {
    if (type.kind !== "complex") return [];
    const name = nameFor(type);
    return [{ name, variable: variables.claim(`${name}Schema`, "_"), type }];
  });
  const variableOf = new Map(structures.map(({ type, variable }) => [type, variable]));
  const models = new Map(
    [...operations].map(([operation, model]) => [
      operation,
      { ...model, variable: variables.claim(variableName(model.name), "_") },
    ]),
  );
  const alternatives = (type: ComplexDefinition) =>
    [type, ...derived(type)].filter((each) => !each.abstract);
  const onWire = new Set([...unions.keys()].flatMap(alternatives));
  const encoded = bound.some(({ input, output }) =>
    [input, output].some((each) => each?.use === "encoded"),
  );
  return {
    source: publicUrl(contract.source)
      .replace(/^.*[\\/](?=[^\\/]*$)/, "")
      .replace(/\p{C}/gu, ""),
    namespace,
    clients: interfaces.map(({ service, ports, operations: own }, index) => ({
      ...(clientNames[index] ?? { name: "Client", options: "ClientOptions" }),
      ...clientVariables(index, clientNames[index]?.name ?? "", variables),
      service: service.name,
      documentation: service.documentation,
      ports,
      operations: own.flatMap((operation) => models.get(operation) ?? []),
    })),
    operations: [...models.values()],
    enumerations: reached.flatMap(({ type }) =>
      isListed(type) ? [{ name: nameFor(type), type }] : [],
    ),
    structures,
    aliases: reached.flatMap(({ type }) =>
      type.kind === "complex" || isListed(type) ? [] : [{ name: nameFor(type), type }],
    ),
    faultsName,
    mappings: mappingsOf(options),
    chosenNames: chosenNames(named),
    isDeclared: (type) => named.has(type),
    nameOf: (type) => named.get(type),
    unionOf: (type) => unions.get(type),
    isPolymorphic: (type) => unions.has(type),
    alternatives,
    variableOf: (type) => variableOf.get(type) ?? "never",
    isEncoded: encoded,
    isNamedOnWire: (type) => encoded || onWire.has(type),
  };
}

function isListed(type: DeclaredType): type is EnumerationDefinition {
  return type.kind === "enumeration" && isStringEnumeration(type);
}

/** Names for the types that stand for another's whole family. */
function nameUnions(
  reached: readonly Reached[],
  bases: ReadonlySet<ComplexDefinition>,
  nameFor: (type: DeclaredType) => string,
  names: NameTable,
): ReadonlyMap<ComplexDefinition, string> {
  const unions = new Map<ComplexDefinition, string>();
  for (const { type } of reached) {
    if (type.kind === "complex" && bases.has(type)) {
      unions.set(type, names.claim(`Any${nameFor(type)}`, "Union"));
    }
  }
  return unions;
}

function nameOperations(
  interfaces: readonly Interface[],
  names: NameTable,
): ReadonlyMap<Operation, Omit<OperationModel, "variable">> {
  const shared: MessageNames = new Map();
  const models = new Map<Operation, Omit<OperationModel, "variable">>();
  for (const { operations } of interfaces) {
    const named = grouped(operations, ({ name }) => name);
    for (const operation of operations) {
      if (models.has(operation)) continue;
      const namesakes = named.get(operation.name) ?? [];
      models.set(operation, nameOperation(operation, names, shared, namesakes));
    }
  }
  return models;
}

/** Those of the first client are called plainly. */
function clientVariables(
  index: number,
  name: string,
  variables: NameTable,
): Pick<ClientModel, "operationsVariable" | "portsVariable"> {
  if (index === 0) return { operationsVariable: "operations", portsVariable: "ports" };
  const variable = (kind: string) => variables.claim(constantName(`${name}${kind}`), "_");
  return { operationsVariable: variable("Operations"), portsVariable: variable("Ports") };
}

/** That of the first operation's input, or the contract's. */
function mainNamespace(contract: Contract, [first]: readonly Operation[]): string {
  const [part] = first?.input?.parts ?? [];
  if (part !== undefined && "element" in part) return part.element.name.namespace;
  return first?.input?.namespace || contract.targetNamespace;
}

function nameClient(
  each: Interface,
  index: number,
  interfaces: readonly Interface[],
  names: NameTable,
): { readonly name: string; readonly options: string } {
  const isFirst = interfaces.findIndex(({ service }) => service === each.service) === index;
  const isHttp = each.ports.every(({ protocol }) => protocol.startsWith("http"));
  const which = isFirst ? "" : isHttp ? "Http" : `_${each.ports[0]?.name ?? ""}`;
  const name = names.claim(typeName(`${each.service.name}${which}Client`), "Class");
  return { name, options: names.claim(`${name}Options`, "Interface") };
}

function checkSelection(
  contract: Contract,
  interfaces: readonly Interface[],
  { operations, ports }: Selection,
): void {
  const here = contract.services.flatMap((service) => service.ports);
  const unknown = [
    ...unknownNames(
      "operation",
      operations,
      here.flatMap((port) => port.operations.map(({ name }) => name)),
    ),
    ...unknownNames(
      "port",
      ports,
      here.map(({ name }) => name),
    ),
  ];
  if (unknown.length > 0) {
    throw new GenerateError("UNKNOWN_NAME", `${contract.source} has no ${unknown.join(", no ")}.`);
  }
  if (interfaces.length === 0) {
    throw new GenerateError("NOTHING", `${contract.source} has no operation to generate code for.`);
  }
}

/** A phrase for each of the names that does not exist, with a suggestion. */
function unknownNames(
  kind: string,
  names: readonly string[] = [],
  existing: readonly string[],
): readonly string[] {
  const known = new Set(existing);
  return names
    .filter((name) => !known.has(name))
    .map((name) => `${kind} ${name} ${suggestion(name, known)}`);
}
