/** The operations of a contract and the types that they use, with their names in generated code. */
import {
  type ComplexDefinition,
  type Contract,
  type EnumerationDefinition,
  type Operation,
  type Port,
  publicUrl,
} from "../../contract/index.js";
import { checkSelection } from "./check-selection.js";
import { derivedTypes } from "./derived-types.js";
import { grouped } from "./grouped.js";
import { type Interface, interfacesOf, type Selection } from "./interfaces.js";
import { type MappingOptions, type Mappings, mappingsOf } from "./mappings.js";
import { constantName, type KeptNames, NameTable, typeName, variableName } from "./names.js";
import {
  encodedRoots,
  type MessageNames,
  methodOf,
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
import { chosenNames, nameTypes } from "./type-names.js";

export interface Model {
  /** The name of the WSDL, for the first line of each file. */
  readonly source: string;
  /** The namespace of the messages, which has a constant in the wire schema. */
  readonly namespace: string;
  readonly clients: readonly ClientModel[];
  /** The operations of all clients. */
  readonly operations: readonly OperationModel[];
  readonly enumerations: readonly EnumerationModel[];
  /** Each after the structures that it refers to, except for circular references. */
  readonly structures: readonly StructureModel[];
  readonly aliases: readonly AliasModel[];
  /** The name of the interface of all faults; `undefined` if there are no faults. */
  readonly faultsName: string | undefined;
  readonly mappings: Mappings;
  /** Whether the wire schema states facets. */
  readonly hasFacets: boolean;
  /** Names that differ from those of the schema, by the key of their type. */
  readonly chosenNames: Readonly<Record<string, string>>;
  /** Whether generated code declares a type. */
  isDeclared(type: DeclaredType): boolean;
  /** The name of a type; `undefined` if generated code does not declare it. */
  nameOf(type: DeclaredType): string | undefined;
  /** The name of the union of a type and the types that can replace it; `undefined` if no type can. */
  unionOf(type: ComplexDefinition): string | undefined;
  /** Whether another type can replace it. */
  isPolymorphic(type: ComplexDefinition): boolean;
  /** A type and the types that can replace it, without abstract ones, sorted by name. */
  alternatives(type: ComplexDefinition): readonly ComplexDefinition[];
  /** Whether a message is encoded, so that elements state their types (SOAP 1.1 §5). */
  readonly isEncoded: boolean;
  /** Whether encoded messages use a type: its elements may be null then (SOAP 1.1 §5.1). */
  isInEncoded(type: ComplexDefinition): boolean;
  /** Whether an element can state this type by its name. */
  isNamedOnWire(type: ComplexDefinition): boolean;
}

export interface ClientModel {
  readonly name: string;
  /** The name of the service in the contract. */
  readonly service: string;
  readonly options: string;
  /** The name of the constant of its operations. */
  readonly operationsVariable: string;
  /** The name of the constant of its ports. */
  readonly portsVariable: string;
  readonly documentation: string | undefined;
  readonly ports: readonly Port[];
  readonly operations: readonly OperationModel[];
}

export interface EnumerationModel {
  readonly name: string;
  /** The target namespace of its schema. */
  readonly namespace: string;
  readonly type: EnumerationDefinition;
}

export interface StructureModel {
  readonly name: string;
  readonly variable: string;
  /** The target namespace of its schema. */
  readonly namespace: string;
  readonly type: ComplexDefinition;
}

/** A simple type with a name. */
export interface AliasModel {
  readonly name: string;
  /** The target namespace of its schema. */
  readonly namespace: string;
  readonly type: Exclude<DeclaredType, ComplexDefinition>;
}

export interface ModelOptions extends Selection, MappingOptions {
  /**
   * Whether the wire schema has the facets of simple types, exact occurrences and fixed values, which the option `validate` of
   * clients and services checks. Default `false`: the code is smaller.
   */
  readonly facets?: boolean;
  /** The names of types in an earlier run. */
  readonly keptNames?: KeptNames;
}

/** The names that client.ts and types.ts import. */
const IMPORTED = [
  "CallOptions",
  "HeaderOptions",
  "HttpBindingClient",
  "HttpBindingClientOptions",
  "SoapClient",
  "SoapClientOptions",
];

/** The names that schema.ts imports, and the other constants of schema.ts and faults.ts. */
const SCHEMA_NAMES =
  "Operation OutcomeOperation ComplexType enums outcomes types generator ns operations ports isFault".split(
    " ",
  );

/** @throws GenerateError if a selected name does not exist, or nothing is selected */
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
  // index.ts exports types and constants: their names differ.
  const variables = new NameTable([...SCHEMA_NAMES, ...names.names]);
  const structures = reached.flatMap(({ type, namespace }) => {
    if (type.kind !== "complex") return [];
    const name = nameFor(type);
    return [{ name, variable: variables.claim(`${name}Schema`, "_"), namespace, type }];
  });
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
  const { complex: inEncoded } = reachedTypes(bound.flatMap(encodedRoots), derived);
  return {
    source: publicUrl(contract.source)
      .replace(/^.*[\\/](?=[^\\/]*$)/, "")
      .replace(/(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, ""),
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
    enumerations: reached.flatMap(({ type, namespace }) =>
      isListed(type) ? [{ name: nameFor(type), namespace, type }] : [],
    ),
    structures,
    aliases: reached.flatMap(({ type, namespace }) =>
      type.kind === "complex" || isListed(type) ? [] : [{ name: nameFor(type), namespace, type }],
    ),
    faultsName,
    mappings: mappingsOf(options),
    hasFacets: options.facets === true,
    chosenNames: chosenNames(named),
    isDeclared: (type) => named.has(type),
    nameOf: (type) => named.get(type),
    unionOf: (type) => unions.get(type),
    isPolymorphic: (type) => unions.has(type),
    alternatives,
    isEncoded: encoded,
    isInEncoded: (type) => inEncoded.has(type),
    isNamedOnWire: (type) => encoded || onWire.has(type),
  };
}

function isListed(type: DeclaredType): type is EnumerationDefinition {
  return type.kind === "enumeration" && isStringEnumeration(type);
}

/** The names of the unions of types and the types derived from them. */
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
      models.set(operation, nameOperation(methodOf(operation, named), operation, names, shared));
    }
  }
  return models;
}

/** The constants of the first client have names without the client's name. */
function clientVariables(
  index: number,
  name: string,
  variables: NameTable,
): Pick<ClientModel, "operationsVariable" | "portsVariable"> {
  if (index === 0) return { operationsVariable: "operations", portsVariable: "ports" };
  const variable = (kind: string) => variables.claim(constantName(`${name}${kind}`), "_");
  return { operationsVariable: variable("Operations"), portsVariable: variable("Ports") };
}

/** The namespace of the first operation's input, or the contract's. */
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
