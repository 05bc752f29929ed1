/** Compares two values; elements without a schema by their names, attributes and children. */
import { XmlElement } from "../../src/xml/element.js";

/** @returns the first difference with its path; `undefined` if the values are the same */
export function difference(one: unknown, other: unknown, path = ""): string | undefined {
  if (Object.is(one, other)) return undefined;
  const differ = () => `${path || "the value"} is ${shown(one)}, and came back as ${shown(other)}`;
  if (one instanceof Uint8Array && other instanceof Uint8Array) {
    return Buffer.compare(one, other) === 0 ? undefined : differ();
  }
  if (one instanceof XmlElement && other instanceof XmlElement) {
    return difference(plainElement(one), plainElement(other), path);
  }
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
    return differ();
  if (one instanceof Uint8Array || other instanceof Uint8Array) return differ();
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const at = Array.isArray(one) ? `${path}[${name}]` : `${path}/${name}`;
    if (!Object.hasOwn(one, name)) return `${at} came back although it was not there`;
    if (!Object.hasOwn(other, name)) return `${at} is ${shown(one[name])}, and did not come back`;
    const found = difference(one[name], other[name], at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function plainElement({ name, attributes, children }: XmlElement): object {
  const named = ({ namespace, local }: XmlElement["name"]) => `{${namespace}}${local}`;
  const values = attributes
    .filter((attribute) => attribute.name.namespace !== "http://www.w3.org/2000/xmlns/")
    .map((attribute) => [named(attribute.name), attribute.value]);
  return { name: named(name), attributes: Object.fromEntries(values), children };
}

const SHOWN = 120;

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === "bigint" ? `${each}n` : Object.is(each, -0) ? "-0" : each,
  );
  return (text ?? String(value)).slice(0, SHOWN);
}
