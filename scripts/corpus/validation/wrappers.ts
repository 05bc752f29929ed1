/**
 * Declarations for elements that a binding defines and no schema declares: the wrappers of the rpc style (WSDL 1.1 §3.5),
 * and single parts by type.
 */
import { XSD } from "../raw/namespaces.js";
import type { RawMessage, RawOperation, RawPart } from "../raw/operations.js";
import { attribute, reference } from "./xsd-text.js";

export interface Wrapper {
  readonly namespace: string;
  readonly local: string;
  /** An `xs:element`. */
  readonly text: string;
}

/** The elements in the Body and the Header of a message that need a declaration. */
export function wrappersOf(message: RawMessage, { name }: RawOperation): readonly Wrapper[] {
  const { style, direction, namespace, parts, headers } = message;
  const isWrapped = style === "rpc" && direction !== "fault";
  const loose = [...(isWrapped ? [] : parts), ...headers.map(({ part }) => part)];
  const alone = loose
    .filter(({ element }) => element === undefined)
    .map((part) => ({ namespace: "", local: part.name, text: partText(part) }));
  if (!isWrapped) return alone;
  const local = direction === "input" ? name : `${name}Response`;
  const content = parts.map((part) => partText(part)).join("");
  const text =
    `<corpus:element${attribute("name", local)}><corpus:complexType><corpus:sequence>${content}` +
    '</corpus:sequence><corpus:anyAttribute processContents="lax"/></corpus:complexType></corpus:element>';
  return [{ namespace, local, text }, ...alone];
}

function partText({ name, element, type }: RawPart): string {
  if (element !== undefined) return `<corpus:element${reference("ref", element)}/>`;
  const typeName = type ?? `{${XSD}}anyType`;
  return `<corpus:element${attribute("name", name)}${reference("type", typeName)}/>`;
}
