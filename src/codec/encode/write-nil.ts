/** Nil elements with their attributes (XML Schema part 1 §2.6.2). */
import { attributesOf, type ComplexType, derivationChain } from "../../schema/index.js";
import { checkMembers, invalidValue, isRecord } from "./check.js";
import { attributesWriter } from "./write-attributes.js";
import type { Writer } from "./writer.js";
import type { XmlStyle } from "./xml-style.js";
import { typeAttribute, xsiDeclaration } from "./xsi-type.js";

/** Whether a value is that of a nil element with attributes. */
export function isNilValue(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && value.$nil === true;
}

/** Writes the attributes of a nil element, for `null` or an object with `$nil`. */
export function nilAttributesWriter(type: ComplexType, style: XmlStyle): Writer {
  const nil = `${xsiDeclaration(style)} xsi:nil="true"`;
  const own = exactWriter(type);
  const types = type.types?.() ?? {};
  return (value, path, parts) => {
    const key = isRecord(value) ? value.$type : undefined;
    if (key === undefined) return nil + own(value ?? { $nil: true }, path, parts);
    const chosen = typeof key === "string" && Object.hasOwn(types, key) ? types[key] : undefined;
    if (chosen === undefined) {
      throw invalidValue(`${path}/$type`, key, `one of ${Object.keys(types).join(", ")}`);
    }
    const named =
      chosen === type ? "" : typeAttribute(chosen.name ?? "", { ...style, declaresXsi: false });
    return nil + named + exactWriter(chosen)(value, path, parts);
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
