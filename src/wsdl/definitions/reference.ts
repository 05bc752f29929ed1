/** References by QName, from an attribute to what it names. */

import { nearest, QName, WSDL } from "../../contract/index.js";
import type { Faults } from "../diagnostics.js";
import type { Element } from "../documents/document.js";

/**
 * What an attribute names; `undefined`, and a fault with the nearest name there is, where it names nothing.
 *
 * @param kind says in the fault what was looked for
 * @param among by `{namespace}local`
 */
export function referred<Value>(
  from: Element,
  attribute: string,
  kind: string,
  among: ReadonlyMap<string, Value>,
  faults: Faults,
): Value | undefined {
  const reference = from.attribute(attribute) ?? "";
  const name = from.qname(reference);
  if (name === undefined) {
    faults.invalid(`The prefix of "${reference}" is not declared.`, from.location);
    return undefined;
  }
  const value = named(from, name, among);
  if (value === undefined) missing(kind, name.key, among.keys(), from, faults);
  return value;
}

/** Tells that there is no such thing, and which was meant perhaps. */
export function missing(
  kind: string,
  name: string,
  among: Iterable<string>,
  from: Element,
  faults: Faults,
): void {
  const names = [...among];
  const local = name.slice(name.indexOf("}"));
  // Another namespace is the likelier mistake.
  const meant = names.find((each) => each.endsWith(local)) ?? nearest(name, names);
  const hint = meant === undefined ? "" : ` Was ${meant} meant?`;
  faults.invalid(`There is no ${kind} ${name}.${hint}`, from.location);
}

/** A name without a prefix is often meant to be the target's, whether or not WSDL's is the default namespace. */
export function named<Value>(
  from: Element,
  name: QName,
  among: ReadonlyMap<string, Value>,
): Value | undefined {
  const isBare = name.namespace === WSDL || name.namespace === "";
  const own = new QName(from.targetNamespace, name.local);
  return among.get(name.key) ?? (isBare ? among.get(own.key) : undefined);
}
