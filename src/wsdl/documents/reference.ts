/** References by QName, from an attribute to the component that it names. */
import { nearest, QName, WSDL } from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Element } from "./element.js";

/** Components of one kind. */
export interface SymbolTable<Component> {
  /** The kind as it is called in messages. */
  readonly kind: string;
  /** The components by `{namespace}local`. */
  readonly symbols: ReadonlyMap<string, Component>;
}

/** The component that the attribute of an element names; if it does not exist, reports it and returns `undefined`. */
export function findReferred<Component>(
  from: Element,
  attribute: string,
  table: SymbolTable<Component>,
  diagnostics: Diagnostics,
): Component | undefined {
  const reference = from.attribute(attribute) ?? "";
  const name = resolveName(reference, from, diagnostics);
  if (name === undefined) return undefined;
  const found = findNamed(name, from, table.symbols);
  if (found === undefined) {
    diagnostics.invalid(
      noSuch(table.kind, name, diagnostics.maySuggest ? table.symbols.keys() : []),
      from.location,
    );
  }
  return found;
}

/** The expanded name of a QName in an attribute; if its prefix is not declared, reports it. */
function resolveName(
  reference: string,
  from: Element,
  diagnostics: Diagnostics,
): QName | undefined {
  const name = from.qname(reference);
  if (name === undefined) diagnostics.invalid(unresolved(reference), from.location);
  return name;
}

/** The message for a QName whose prefix is not declared. */
export function unresolved(reference: string): string {
  const prefix = reference.slice(0, Math.max(0, reference.indexOf(":")));
  return `The prefix of "${reference}" is not declared. Declare it with xmlns:${prefix}.`;
}

/** The message for a name that nothing has, with the name that was probably meant. */
export function noSuch(kind: string, { key }: QName, candidates: Iterable<string>): string {
  const names = [...candidates];
  const local = key.slice(key.indexOf("}"));
  // The same local name in another namespace is the more likely mistake.
  const meant = names.find((each) => each.endsWith(local)) ?? nearest(key, names);
  const advice =
    meant === undefined
      ? "Check the name, or import the document that declares it."
      : `Did you mean ${meant}?`;
  return `There is no ${kind} ${key}. ${advice}`;
}

/**
 * The component of a name. Many WSDLs omit the prefix of the target namespace, whatever the default namespace is, so a
 * name without a prefix is also looked up there.
 */
export function findNamed<Component>(
  name: QName,
  from: Element,
  symbols: ReadonlyMap<string, Component>,
): Component | undefined {
  const isBare = name.namespace === WSDL || name.namespace === "";
  const own = new QName(from.targetNamespace, name.local);
  return symbols.get(name.key) ?? (isBare ? symbols.get(own.key) : undefined);
}
