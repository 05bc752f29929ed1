/** Completes the definition of a service by its contract. */

import type { Contract } from "../contract/index.js";
import { OptionsError } from "../errors/index.js";
import { checkOperation, type Operation, type SoapVersion } from "../schema/index.js";
import { formBindings } from "./description/http-binding.js";
import { OperationIndex } from "./operation-index.js";
import type { ServiceDefinition } from "./service-definition.js";

/** The parts of a definition that do not follow from the contract, and those that override it. */
export interface ServiceParts
  extends Pick<ServiceDefinition, "operations" | "description" | "profile" | "invoke"> {
  /** Default: the path of the WSDL's address, else `/`. */
  readonly path?: string | undefined;
  /** Default: those with a port in the WSDL; without a WSDL both. */
  readonly versions?: readonly SoapVersion[] | undefined;
  readonly understood?: readonly string[] | undefined;
  readonly mtom?: ServiceDefinition["mtom"];
  readonly maxRequestBytes?: number | undefined;
  readonly maxRequestElements?: number | undefined;
  readonly validate?: ServiceDefinition["validate"];
  readonly pages?: ServiceDefinition["pages"];
}

/** The default limit of a request, in bytes. */
export const MAX_REQUEST_BYTES = 4 * 1024 * 1024;

/** The default limit of what a request contains. Elements of the largest request have 16 bytes each then; real ones are longer. */
const MAX_REQUEST_ELEMENTS = 250_000;

const ALL_VERSIONS: readonly SoapVersion[] = ["soap11", "soap12"];

/**
 * @throws UnsupportedSchemaError if the runtime does not know all of an operation's schema
 * @throws OptionsError if messages are to be validated, and an operation has no facets
 */
export function defineService(parts: ServiceParts): ServiceDefinition {
  const { operations, description, profile, invoke, understood = [] } = parts;
  for (const operation of Object.values(operations)) checkOperation(operation);
  if (parts.validate !== undefined) assertFacets(Object.values(operations));
  const contract = description?.contract;
  return {
    name: contract?.services[0]?.name ?? "Service",
    path: parts.path ?? pathOf(contract?.services[0]?.ports[0]?.address),
    operations,
    index: new OperationIndex(operations),
    description,
    forms: contract === undefined ? [] : formBindings(contract, operations),
    profile,
    versions: parts.versions ?? versionsOf(contract),
    mtom: parts.mtom,
    understood: new Set(understood),
    maxRequestBytes: parts.maxRequestBytes ?? MAX_REQUEST_BYTES,
    maxRequestElements: parts.maxRequestElements ?? MAX_REQUEST_ELEMENTS,
    validate: parts.validate,
    pages: parts.pages,
    invoke,
  };
}

function assertFacets(operations: readonly Operation[]): void {
  const lacking = operations.find(({ facets }) => facets !== true);
  if (lacking === undefined) return;
  throw new OptionsError(
    `The operation ${lacking.name} has no facets, which the option validate needs: generate the code again with ` +
      "--facets (rescue-soap generate <wsdl> --out <folder> --facets), or leave out validate.",
  );
}

function pathOf(address: string | undefined): string {
  return address !== undefined && URL.canParse(address) ? new URL(address).pathname : "/";
}

function versionsOf(contract: Contract | undefined): readonly SoapVersion[] {
  const protocols = contract?.services.flatMap(({ ports }) =>
    ports.map(({ protocol }) => protocol),
  );
  const versions = ALL_VERSIONS.filter((version) => protocols?.includes(version));
  return versions.length === 0 ? ALL_VERSIONS : versions;
}
