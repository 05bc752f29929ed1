/** What changed in meaning from one contract to another, in words. */
import {
  type ContractSummary,
  type ElementSummary,
  type OperationSummary,
  operationsOf,
  type PartSummary,
  type PortSummary,
  type TypeReferenceSummary,
  type TypeSummary,
} from "./summary.js";

/** @returns a sentence for each change; none where the contracts mean the same */
export function diffContracts(before: ContractSummary, after: ContractSummary): string[] {
  const changes: string[] = [];
  if (before.targetNamespace !== after.targetNamespace) {
    changes.push(changed("target namespace", before.targetNamespace, after.targetNamespace));
  }
  compare(before.services, after.services, "service", changes, (old, now, service) => {
    compare(old.ports, now.ports, "port", changes, (oldPort, newPort, port) => {
      diffPort(oldPort, newPort, `${service}/${port}`, changes);
      const soap = newPort.protocol.startsWith("soap");
      const kind = soap ? "operation" : `${newPort.protocol} operation`;
      const before = operationsOf(old, oldPort);
      compare(before, operationsOf(now, newPort), kind, changes, (a, b, name) =>
        diffOperation(a, b, name, changes),
      );
    });
  });
  compare(before.types, after.types, "type", changes, (old, now, key) =>
    diffType(old, now, localName(key), changes),
  );
  return [...new Set(changes)];
}

/** Tells what was added and what is gone, and compares what stayed. */
function compare<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  kind: string,
  changes: string[],
  both: (old: Value, now: Value, name: string) => void,
): void {
  for (const [name, old] of Object.entries(before)) {
    const now = Object.hasOwn(after, name) ? after[name] : undefined;
    if (now === undefined) changes.push(`${kind} ${localName(name)} removed`);
    else both(old, now, name);
  }
  for (const name of Object.keys(after)) {
    if (!Object.hasOwn(before, name)) changes.push(`${kind} ${localName(name)} added`);
  }
}

function changed(what: string, old: string, now: string): string {
  return `${what} changed from ${old || "none"} to ${now || "none"}`;
}

function localName(key: string): string {
  return key.replace(/^\{.*\}/, "");
}

function diffPort(old: PortSummary, now: PortSummary, path: string, changes: string[]): void {
  if (old.protocol !== now.protocol) {
    changes.push(changed(`protocol of port ${path}`, old.protocol, now.protocol));
  }
  if (old.address !== now.address) {
    changes.push(changed(`address of port ${path}`, old.address, now.address));
  }
}

function diffOperation(
  old: OperationSummary,
  now: OperationSummary,
  name: string,
  changes: string[],
): void {
  if (old.action !== now.action) changes.push(changed(`action of ${name}`, old.action, now.action));
  if (old.documentation !== now.documentation) changes.push(`documentation of ${name} changed`);
  diffParts(old.input, now.input, `${name}'s request`, changes);
  diffParts(old.output, now.output, `${name}'s response`, changes);
}

function diffParts(
  old: readonly PartSummary[],
  now: readonly PartSummary[],
  path: string,
  changes: string[],
): void {
  const byName = (parts: readonly PartSummary[]) =>
    Object.fromEntries(parts.map((part) => [part.part, part]));
  compare(byName(old), byName(now), `part of ${path}`, changes, (a, b, part) => {
    if (a.element !== b.element) {
      changes.push(changed(`element of ${path}`, a.element ?? "none", b.element ?? "none"));
    }
    diffReference(a.type, b.type, localName(b.element ?? part), changes);
  });
}

function diffReference(
  old: TypeReferenceSummary,
  now: TypeReferenceSummary,
  path: string,
  changes: string[],
): void {
  if (typeof old === "object" && typeof now === "object") diffType(old, now, path, changes);
  else if (old !== now) changes.push(changed(`type of ${path}`, typeName(old), typeName(now)));
}

function typeName(type: TypeReferenceSummary): string {
  return typeof type === "string" ? localName(type) : "an anonymous type";
}

function diffType(old: TypeSummary, now: TypeSummary, path: string, changes: string[]): void {
  if ("enumeration" in old && "enumeration" in now) {
    const values = (list: readonly string[]) =>
      Object.fromEntries(list.map((value) => [value, value]));
    const kind = `enum value of ${path}`;
    compare(values(old.enumeration), values(now.enumeration), kind, changes, () => {});
  } else if ("sequence" in old && "sequence" in now) {
    diffElements(old.sequence, now.sequence, path, changes);
  } else changes.push(`${path} changed its kind, from an enumeration to a structure or back`);
  if (old.documentation !== now.documentation) changes.push(`documentation of ${path} changed`);
}

function diffElements(
  old: readonly ElementSummary[],
  now: readonly ElementSummary[],
  path: string,
  changes: string[],
): void {
  const byName = (elements: readonly ElementSummary[]) =>
    new Map(elements.map((element) => [element.element, element]));
  const before = byName(old);
  const after = byName(now);
  for (const [name, element] of before) {
    const counterpart = after.get(name);
    if (counterpart === undefined) changes.push(`${path}/${localName(name)} removed`);
    else diffElement(element, counterpart, `${path}/${localName(name)}`, changes);
  }
  for (const [name, element] of after) {
    const need = element.minOccurs === 0 ? "optional" : "required";
    if (!before.has(name)) changes.push(`${path}/${localName(name)} added (${need})`);
  }
  const kept = [...before.keys()].filter((name) => after.has(name));
  const order = [...after.keys()].filter((name) => before.has(name));
  if (kept.join() !== order.join()) changes.push(`elements of ${path} reordered`);
}

function diffElement(
  old: ElementSummary,
  now: ElementSummary,
  path: string,
  changes: string[],
): void {
  diffReference(old.type, now.type, path, changes);
  const least = [old.minOccurs ?? 1, now.minOccurs ?? 1] as const;
  const most = [old.maxOccurs ?? 1, now.maxOccurs ?? 1] as const;
  if (least[0] === 0 && least[1] > 0) changes.push(`${path} became required`);
  else if (least[0] > 0 && least[1] === 0) changes.push(`${path} became optional`);
  else if (least[0] !== least[1])
    changes.push(changed(`minOccurs of ${path}`, `${least[0]}`, `${least[1]}`));
  if (most[0] !== most[1])
    changes.push(changed(`maxOccurs of ${path}`, `${most[0]}`, `${most[1]}`));
  if (old.nillable !== now.nillable) {
    changes.push(`${path} ${now.nillable === true ? "became nillable" : "is no longer nillable"}`);
  }
  if (old.documentation !== now.documentation) changes.push(`documentation of ${path} changed`);
}
