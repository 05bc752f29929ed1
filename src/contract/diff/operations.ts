/** Changes of operations. */
import type { FaultJson, OperationJson } from "../json/model.js";
import { changed, compareEntries, type Pair } from "./change.js";
import { BOTH, CALLERS, IN_REQUEST, IN_RESPONSE, NOBODY } from "./compatibility.js";
import { compareMessages, compareParts, compareUses } from "./messages.js";
import type { TypeContext } from "./types/type-context.js";

/** The name of an operation; an overloaded one has the name of its input behind it (WSDL 1.1 §2.4.5). */
export function operationName({ operation, overload }: OperationJson): string {
  return overload === undefined ? operation : `${operation}(${overload})`;
}

export function compareOperations(
  name: string,
  old: OperationJson,
  now: OperationJson,
  context: TypeContext,
): void {
  const pair = { path: name, old, now };
  const add = (what: string, a: string, b: string) => {
    if (a === b) return;
    const message = changed(`${what} of ${name}`, a, b);
    context.changes.add({ kind: `${what.replaceAll(" ", "-")}-changed`, message }, pair, BOTH);
  };
  add("action", old.action, now.action);
  const [a, b] = [addressingAction(old), addressingAction(now)];
  if (a !== old.action || b !== now.action) add("addressing action", a, b);
  add("pattern", old.pattern ?? "request-response", now.pattern ?? "request-response");
  add("style", old.style ?? "document", now.style ?? "document");
  if (old.documentation !== now.documentation) {
    const message = `documentation of ${name} changed`;
    context.changes.add({ kind: "documentation-changed", message }, pair, NOBODY);
  }
  const request = { path: `${name}'s request`, use: IN_REQUEST };
  compareMessages({ ...request, old: old.input, now: now.input }, context);
  const response = { path: `${name}'s response`, use: IN_RESPONSE };
  compareMessages({ ...response, old: old.output, now: now.output }, context);
  compareFaults({ ...pair, use: IN_RESPONSE }, context);
}

function addressingAction({ addressingAction, action }: OperationJson): string {
  return addressingAction ?? action;
}

function compareFaults({ path, old, now }: Pair<OperationJson>, context: TypeContext): void {
  const { changes } = context;
  compareEntries(byName(old.faults), byName(now.faults), {
    removed: (fault, each) =>
      changes.add(
        { kind: "fault-removed", message: `fault ${fault} of ${path} removed` },
        { path, old: each, now: undefined },
        NOBODY,
      ),
    added: (fault, each) =>
      changes.add(
        { kind: "fault-added", message: `fault ${fault} of ${path} added` },
        { path, old: undefined, now: each },
        CALLERS,
      ),
    both: (fault, a, b) => {
      const place = { path: `${path}'s fault ${fault}`, use: IN_RESPONSE };
      compareParts({ ...place, old: a.parts, now: b.parts }, context);
      compareUses({ ...place, old: a, now: b }, context);
    },
  });
}

function byName(faults: readonly FaultJson[] = []): Readonly<Record<string, FaultJson>> {
  return Object.fromEntries(faults.map((each) => [each.fault, each]));
}
