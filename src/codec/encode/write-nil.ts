/** Nil elements with their attributes (XML Schema part 1 §2.6.2). */
import { attributesOf, type ComplexType, derivationChain } from "../../schema/index.js";
import { checkMembers, isRecord } from "./check.js";
import { attributesWriter } from "./write-attributes.js";
import type { Writer } from "./writer.js";
import type { XmlStyle } from "./xml-style.js";
import { chosenType, typeAttribute, xsiDeclaration } from "./xsi-type.js";

/** Whether a value is that of a nil element with attributes. */
export function isNilValue(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && value.$nil === true;
}

/** Writes the attributes of a nil element, for `null` or an object with `$nil`. */
export function nilAttributesWriter(type: ComplexType, style: XmlStyle): Writer {
  const nil = `${xsiDeclaration(style)} xsi:nil="true"`;
  const types = type.types?.() ?? {};
  const writers = new Map<ComplexType, Writer>();
  return (value, path, parts) => {
    const key = isRecord(value) ? value.$type : undefined;
    // An abstract type, too, may be nil.
    const chosen = key === undefined ? type : chosenType(types, key, path);
    let write = writers.get(chosen);
    if (write === undefined) {
      write = exactWriter(chosen);
      writers.set(chosen, write);
    }
    const named =
      chosen === type ? "" : typeAttribute(chosen.name ?? "", { ...style, declaresXsi: false });
    return nil + named + write(value ?? { $nil: true }, path, parts);
  };
}

function exactWriter(type: ComplexType): Writer {
  const chain = derivationChain(type);
  const attributes = chain.flatMap(attributesOf);
  const anyAttribute = chain.some((each) => each.anyAttribute === true);
  const names = new Set([
    "$nil",
    ...attributes.map(({ attribute, member }) => member ?? attribute),
  ]);
  if (anyAttribute) names.add("$attributes");
  if (type.types !== undefined || type.name !== undefined) names.add("$type");
  const write = attributesWriter(attributes, anyAttribute);
  return (value, path, parts) => {
    checkMembers(value, names, path);
    return write(value, path, parts).attributes;
  };
}
