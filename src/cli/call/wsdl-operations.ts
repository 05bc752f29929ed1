/** The operations of a WSDL for `call --wsdl`, and the ports that offer them. */
import {
  type ContractClient,
  type ContractOperation,
  contractClients,
} from "../../codegen/index.js";
import { type Contract, type Protocol, suggestion } from "../../contract/index.js";
import { UsageError } from "../failure/errors.js";

/** An operation at a port. */
export interface Offer {
  readonly port: string;
  readonly protocol: Protocol;
  /** As the WSDL states it; may be empty. */
  readonly address: string;
  readonly operation: ContractOperation;
}

export interface OfferedOperation {
  /** The name of the method in generated code. Overloads have a suffix. */
  readonly name: string;
  readonly documentation: string | undefined;
  readonly offers: readonly [Offer, ...Offer[]];
}

/** The operations of all services. */
export function offeredOperations(contract: Contract): readonly OfferedOperation[] {
  const documentation = documentationOf(contract);
  const found = new Map<string, [Offer, ...Offer[]]>();
  for (const client of contractClients(contract)) {
    for (const [name, operation] of Object.entries(client.operations)) {
      for (const offer of offersOf(client, operation)) {
        const offers = found.get(name);
        if (offers === undefined) found.set(name, [offer]);
        else offers.push(offer);
      }
    }
  }
  return [...found].map(([name, offers]) => ({
    name,
    documentation: documentation.get(offers[0].operation.name),
    offers,
  }));
}

function offersOf({ ports }: ContractClient, operation: ContractOperation): readonly Offer[] {
  return Object.entries(ports).map(([port, { protocol, address }]) => ({
    port,
    protocol,
    address,
    operation,
  }));
}

function documentationOf({ services }: Contract): ReadonlyMap<string, string> {
  const operations = services.flatMap(({ ports }) => ports.flatMap((port) => port.operations));
  return new Map(
    operations.flatMap(({ name, documentation }) =>
      documentation === undefined ? [] : [[name, documentation.replace(/\s+/g, " ").trim()]],
    ),
  );
}

/**
 * The operation at the port of --port; without it, at the only one.
 *
 * @throws UsageError naming the ports
 */
export function selectOffer({ name, offers }: OfferedOperation, port: string | undefined): Offer {
  const names = offers.map((offer) => offer.port);
  if (port !== undefined) {
    const found = offers.find((offer) => offer.port === port);
    if (found !== undefined) return found;
    throw new UsageError(`There is no port ${port} with ${name} ${suggestion(port, names)}.`);
  }
  if (offers.length === 1) return offers[0];
  const listed = offers.map((offer) => `${offer.port} (${offer.protocol})`).join(", ");
  throw new UsageError(`Several ports offer ${name}: choose one with --port: ${listed}.`);
}
