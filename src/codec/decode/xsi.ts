/** Attributes that belong to the message and not to a value, such as those of the schema instance namespace. */
import { ENCODING_NAMESPACE, ENVELOPE_NAMESPACE } from "../../schema/index.js";
import {
  clark,
  collapseSpace,
  type ExpandedName,
  type NamespaceScope,
  type XmlAttribute,
  XSI_NAMESPACE,
} from "../../xml/index.js";

/** The type in `xsi:type` (XML Schema part 1 §2.6.1), as `{namespace}local`. */
export function typeNamed(
  attributes: readonly XmlAttribute[],
  scope: NamespaceScope,
): string | undefined {
  const type = attributes.find(
    ({ name }) => name.local === "type" && name.namespace === XSI_NAMESPACE,
  );
  const name = type && scope.element(collapseSpace(type.value));
  return name && clark(name);
}

/** Whether there is an `xsi:nil` that is true (XML Schema part 1 §2.6.2). */
export function isNil(attributes: readonly XmlAttribute[]): boolean {
  return attributes.some(
    ({ name, value }) =>
      name.local === "nil" &&
      name.namespace === XSI_NAMESPACE &&
      /^(?:true|1)$/.test(collapseSpace(value)),
  );
}

const OF_MESSAGES: ReadonlySet<string> = new Set([
  XSI_NAMESPACE,
  ...Object.values(ENVELOPE_NAMESPACE),
  ...Object.values(ENCODING_NAMESPACE),
]);

/** Whether an attribute affects how the message is read, and is not part of a value. */
export function isOfMessage({ namespace }: ExpandedName): boolean {
  return OF_MESSAGES.has(namespace);
}
