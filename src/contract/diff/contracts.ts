/** Changes of the meaning of a contract. */
import { operationsOf } from "../json/content.js";
import type { ContractJson, OperationJson, PortJson, ServiceJson } from "../json/model.js";
import { type Change, Changes, changed, compareEntries } from "./change.js";
import { BOTH, CALLERS, NOBODY } from "./compatibility.js";
import { compareOperations, operationName } from "./operations.js";
import { TypeDiff } from "./types/type-diff.js";
import { Uses } from "./uses.js";

/**
 * Compares contracts that contain the types and elements that operations use, and no others.
 *
 * @returns the changes, those of services and operations first; empty if the contracts have the same meaning
 */
export function diffContracts(before: ContractJson, after: ContractJson): readonly Change[] {
  const changes = new Changes();
  const whole = { path: "", old: undefined, now: undefined };
  if (before.targetNamespace !== after.targetNamespace) {
    const message = changed("target namespace", before.targetNamespace, after.targetNamespace);
    // The namespaces of messages are those of elements and bindings.
    changes.add({ kind: "target-namespace-changed", message }, whole, NOBODY);
  }
  if (before.documentation !== after.documentation) {
    const message = "documentation of the WSDL changed";
    changes.add({ kind: "documentation-changed", message }, whole, NOBODY);
  }
  const types = new TypeDiff(changes, { before, after, uses: new Uses([before, after]) });
  new ServiceDiff(changes, types).compare(before.services, after.services);
  types.compareNamed();
  return changes.all;
}

class ServiceDiff {
  constructor(
    private readonly changes: Changes,
    private readonly types: TypeDiff,
  ) {}

  compare(before: readonly ServiceJson[], after: readonly ServiceJson[]): void {
    compareEntries(byService(before), byService(after), {
      removed: (name, old) => this.#addRemoved("service", name, old),
      added: (name, now) => this.#addAdded("service", name, now),
      both: (name, old, now) => this.#compareServices(name, old, now),
    });
  }

  #compareServices(name: string, old: ServiceJson, now: ServiceJson): void {
    if (old.documentation !== now.documentation) {
      const message = `documentation of service ${name} changed`;
      this.changes.add(
        { kind: "documentation-changed", message },
        { path: name, old, now },
        NOBODY,
      );
    }
    compareEntries(byPort(old.ports), byPort(now.ports), {
      removed: (port, each) => this.#addRemoved("port", port, each),
      added: (port, each) => this.#addAdded("port", port, each),
      both: (port, a, b) => {
        this.#comparePorts(`${name}/${port}`, a, b);
        const isSoap = b.protocol.startsWith("soap");
        const kind = isSoap ? "operation" : `${b.protocol} operation`;
        compareEntries(byOperation(operationsOf(old, a)), byOperation(operationsOf(now, b)), {
          removed: (operation, each) => this.#addRemoved(kind, operation, each),
          added: (operation, each) => this.#addAdded(kind, operation, each),
          both: (operation, one, other) => compareOperations(operation, one, other, this.types),
        });
      },
    });
  }

  #comparePorts(path: string, old: PortJson, now: PortJson): void {
    const add = (member: "protocol" | "address" | "binding" | "portType", what: string) => {
      if (old[member] === now[member]) return;
      const message = changed(`${what} of port ${path}`, old[member], now[member]);
      const kind = `${what.replaceAll(" ", "-")}-changed`;
      const breaking = member === "protocol" ? BOTH : NOBODY;
      this.changes.add({ kind, message }, { path, old, now }, breaking);
    };
    add("protocol", "protocol");
    add("address", "address");
    add("binding", "binding");
    add("portType", "port type");
  }

  #addRemoved(kind: string, path: string, old: object): void {
    this.changes.add(
      { kind: `${kind.replaceAll(" ", "-")}-removed`, message: `${kind} ${path} removed` },
      { path, old, now: undefined },
      CALLERS,
    );
  }

  #addAdded(kind: string, path: string, now: object): void {
    this.changes.add(
      { kind: `${kind.replaceAll(" ", "-")}-added`, message: `${kind} ${path} added` },
      { path, old: undefined, now },
      NOBODY,
    );
  }
}

function byService(services: readonly ServiceJson[]): Readonly<Record<string, ServiceJson>> {
  return Object.fromEntries(services.map((each) => [each.service, each]));
}

function byPort(ports: readonly PortJson[]): Readonly<Record<string, PortJson>> {
  return Object.fromEntries(ports.map((each) => [each.port, each]));
}

function byOperation(
  operations: readonly OperationJson[],
): Readonly<Record<string, OperationJson>> {
  return Object.fromEntries(operations.map((each) => [operationName(each), each]));
}
