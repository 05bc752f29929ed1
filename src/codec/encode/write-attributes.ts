/** The attributes of a complex type. */
import type { AttributeSchema } from "../../schema/index.js";
import { escapeAttribute, expanded, PrefixDeclarations } from "../../xml/index.js";
import { lexicalOf } from "../values/simple-type.js";
import type { Values } from "../values/values.js";
import { isRecord, missingMember } from "./check.js";
import { attributeWriter } from "./write-text.js";
import type { Content, Parts } from "./writer.js";

/** Writes the attributes of an object whose members were checked, without a text. */
export type AttributesWriter = (values: Values, path: string, parts: Parts) => Content;

/** @param anyAttribute the member `$attributes` has further attributes */
export function attributesWriter(
  attributes: readonly AttributeSchema[],
  anyAttribute: boolean,
): AttributesWriter {
  const plans = attributes.map(({ attribute, namespace = "", member, type, required }) => ({
    name: { namespace, local: attribute },
    member: member ?? attribute,
    isRequired: required === true,
    write: attributeWriter(lexicalOf(type)),
  }));
  return (value, path, parts) => {
    const prefixes = new PrefixDeclarations();
    let text = "";
    for (const { name, member, isRequired, write } of plans) {
      const given = Object.hasOwn(value, member) ? value[member] : undefined;
      const here = `${path}/${member}`;
      if (given === undefined) {
        if (!isRequired) continue;
        throw missingMember(here);
      }
      text += ` ${prefixes.spell(name)}="${write(given, here, prefixes, parts)}"`;
    }
    const others = anyAttribute && isRecord(value.$attributes) ? value.$attributes : {};
    for (const [name, given] of Object.entries(others)) {
      text += ` ${prefixes.spell(expanded(name))}="${escapeAttribute(String(given))}"`;
    }
    const { attributes, hasUnqualifiedValue } = prefixes;
    return { attributes: attributes + text, text: "", hasUnqualifiedValue };
  };
}
