/** What changed in meaning from one contract to another. */
import type {
  ContractSummary,
  MessageSummary,
  OperationSummary,
  PartSummary,
  PortSummary,
} from "../summary/model.js";
import { operationsOf } from "../summary/summarize.js";
import { type Change, Changes, changed, compareByName, localName } from "./change.js";
import { BOTH, CALLERS, NOBODY, type Use } from "./compatibility.js";
import { TypeDiff } from "./types.js";
import { Uses } from "./uses.js";

/** @returns the changes, those of operations first; none where the contracts mean the same */
export function diffContracts(before: ContractSummary, after: ContractSummary): Change[] {
  const changes = new Changes();
  if (before.targetNamespace !== after.targetNamespace) {
    const message = changed("target namespace", before.targetNamespace, after.targetNamespace);
    // Messages have namespaces of their own; this one is only the WSDL's.
    changes.add("target-namespace-changed", "", message, NOBODY, undefined, undefined);
  }
  const types = new TypeDiff(before, after, new Uses([before, after]), changes);
  new OperationDiff(changes, types).services(before, after);
  types.named();
  return changes.all;
}

class OperationDiff {
  constructor(
    private readonly changes: Changes,
    private readonly types: TypeDiff,
  ) {}

  services(before: ContractSummary, after: ContractSummary): void {
    compareByName(before.services, after.services, {
      gone: (name, old) => this.#gone("service", name, old),
      added: (name, now) => this.#added("service", name, now),
      both: (service, old, now) =>
        compareByName(old.ports, now.ports, {
          gone: (name, port) => this.#gone("port", name, port),
          added: (name, port) => this.#added("port", name, port),
          both: (name, oldPort, nowPort) => {
            this.#port(`${service}/${name}`, oldPort, nowPort);
            this.#operations(
              operationsOf(old, oldPort),
              operationsOf(now, nowPort),
              nowPort.protocol.startsWith("soap") ? "operation" : `${nowPort.protocol} operation`,
            );
          },
        }),
    });
  }

  #gone(kind: string, name: string, old: unknown): void {
    this.changes.add(
      `${slug(kind)}-removed`,
      name,
      `${kind} ${name} removed`,
      CALLERS,
      old,
      undefined,
    );
  }

  #added(kind: string, name: string, now: unknown): void {
    this.changes.add(`${slug(kind)}-added`, name, `${kind} ${name} added`, NOBODY, undefined, now);
  }

  #port(path: string, old: PortSummary, now: PortSummary): void {
    if (old.protocol !== now.protocol) {
      const message = changed(`protocol of port ${path}`, old.protocol, now.protocol);
      this.changes.add("protocol-changed", path, message, BOTH, old, now);
    }
    if (old.address !== now.address) {
      const message = changed(`address of port ${path}`, old.address, now.address);
      this.changes.add("address-changed", path, message, NOBODY, old, now);
    }
  }

  #operations(
    before: Readonly<Record<string, OperationSummary>>,
    after: Readonly<Record<string, OperationSummary>>,
    kind: string,
  ): void {
    compareByName(before, after, {
      gone: (name, old) => this.#gone(kind, name, old),
      added: (name, now) => this.#added(kind, name, now),
      both: (name, old, now) => this.#operation(name, old, now),
    });
  }

  #operation(name: string, old: OperationSummary, now: OperationSummary): void {
    const tell = (what: string, a = "", b = "", breaking = BOTH) => {
      if (a === b) return;
      this.changes.add(
        `${slug(what)}-changed`,
        name,
        changed(`${what} of ${name}`, a, b),
        breaking,
        old,
        now,
      );
    };
    tell("action", old.action, now.action);
    const addressing = [old.addressingAction ?? old.action, now.addressingAction ?? now.action];
    if (addressing[0] !== old.action || addressing[1] !== now.action) {
      tell("addressing action", addressing[0], addressing[1]);
    }
    tell("pattern", old.pattern ?? "request-response", now.pattern ?? "request-response");
    tell("style", old.style ?? "document", now.style ?? "document");
    if (old.documentation !== now.documentation) {
      const message = `documentation of ${name} changed`;
      this.changes.add("documentation-changed", name, message, NOBODY, old, now);
    }
    this.#message(old.input, now.input, `${name}'s request`, { request: true, response: false });
    this.#message(old.output, now.output, `${name}'s response`, { request: false, response: true });
    compareByName(old.faults ?? {}, now.faults ?? {}, {
      gone: (fault, a) =>
        this.changes.add(
          "fault-removed",
          name,
          `fault ${fault} of ${name} removed`,
          NOBODY,
          a[0],
          undefined,
        ),
      added: (fault, b) =>
        this.changes.add(
          "fault-added",
          name,
          `fault ${fault} of ${name} added`,
          CALLERS,
          undefined,
          b[0],
        ),
      both: (fault, a, b) =>
        this.#parts(a, b, `${name}'s fault ${fault}`, { request: false, response: true }),
    });
  }

  #message(
    old: MessageSummary | undefined,
    now: MessageSummary | undefined,
    path: string,
    use: Use,
  ): void {
    const before = spelledOut(old);
    const after = spelledOut(now);
    for (const what of ["use", "namespace"] as const) {
      if (before[what] === after[what]) continue;
      const message = changed(`${what} of ${path}`, before[what], after[what]);
      this.changes.add(`${what}-changed`, path, message, BOTH, old, now);
    }
    this.#parts(before.parts, after.parts, path, use);
    this.#parts(before.headers, after.headers, `${path} header`, use);
    if (before.attachments.join() !== after.attachments.join()) {
      const message = changed(
        `attachments of ${path}`,
        before.attachments.join(", "),
        after.attachments.join(", "),
      );
      this.changes.add("attachments-changed", path, message, BOTH, old, now);
    }
  }

  #parts(old: readonly PartSummary[], now: readonly PartSummary[], path: string, use: Use): void {
    const [a, b] = [old[0], now[0]];
    // The one part of a document may be called otherwise: its name is not on the wire.
    if (
      old.length === 1 &&
      now.length === 1 &&
      a !== undefined &&
      b !== undefined &&
      "element" in a &&
      "element" in b
    ) {
      this.#part(a, b, path, use);
      return;
    }
    compareByName(byName(old), byName(now), {
      gone: (part, each) =>
        this.changes.effect(
          "part-removed",
          path,
          `part of ${path} ${part} removed`,
          "removed-required",
          use,
          each,
          undefined,
        ),
      added: (part, each) =>
        this.changes.effect(
          "part-added",
          path,
          `part of ${path} ${part} added`,
          "added-required",
          use,
          undefined,
          each,
        ),
      both: (_, one, other) => this.#part(one, other, path, use),
    });
  }

  #part(old: PartSummary, now: PartSummary, path: string, use: Use): void {
    const elements = [
      "element" in old ? old.element : "",
      "element" in now ? now.element : "",
    ] as const;
    if (elements[0] !== elements[1]) {
      const message = changed(`element of ${path}`, elements[0], elements[1]);
      this.changes.effect("element-changed", path, message, "changed", use, old, now);
      return;
    }
    if ("type" in old && "type" in now) {
      this.types.reference(old.type, now.type, `${path} ${localName(now.part)}`, use, old, now);
    }
  }
}

function byName(parts: readonly PartSummary[]): Readonly<Record<string, PartSummary>> {
  return Object.fromEntries(parts.map((part) => [part.part, part]));
}

function slug(kind: string): string {
  return kind.replaceAll(" ", "-");
}

interface SpelledOut {
  readonly parts: readonly PartSummary[];
  readonly use: string;
  readonly namespace: string;
  readonly headers: readonly PartSummary[];
  readonly attachments: readonly string[];
}

function spelledOut(message: MessageSummary | undefined): SpelledOut {
  const usual = { parts: [], use: "literal", namespace: "", headers: [], attachments: [] };
  if (message === undefined) return usual;
  return "parts" in message ? { ...usual, ...message } : { ...usual, parts: message };
}
