/** Attributes that belong to the message and not to a value, those of the schema instance namespace above all. */
import { ENCODING_NAMESPACE, ENVELOPE_NAMESPACE } from "../../schema/index.js";
import {
  clark,
  collapseSpace,
  type ExpandedName,
  type NamespaceScope,
  type XmlAttribute,
  XSI_NAMESPACE,
} from "../../xml/index.js";

/** What `xsi:type` names (XML Schema part 1 §2.6.1), as `{namespace}local`. */
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

/** `xsi:nil` (XML Schema part 1 §2.6.2). */
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

/** Whether an attribute says how the message is to be read, and nothing of the value. */
export function isOfMessage({ namespace }: ExpandedName): boolean {
  return OF_MESSAGES.has(namespace);
}
