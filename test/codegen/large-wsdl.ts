/** A contract that is too large for one file of types. */
import { ordersWsdl, replaced, TNS } from "../wsdl/fixtures.js";

export interface LargeContract {
  /** The namespaces of the types in addition to the contract's own. */
  readonly namespaces: readonly string[];
  /** The number of types, which are spread over the namespaces in turn. */
  readonly size: number;
  /** The name of a type by its number. */
  readonly nameOf?: (index: number) => string;
}

/** Each type refers to the next one, which is of another namespace, and the last to the first. */
export function largeWsdl({
  namespaces,
  size,
  nameOf = (index) => `Item${index}`,
}: LargeContract): string {
  const all = [TNS, ...namespaces];
  const typesOf = (own: number) =>
    Array.from({ length: size }, (_, index) => index)
      .filter((index) => index % all.length === own)
      .map((index) => {
        const next = (index + 1) % size;
        const type = `n${next % all.length}:${nameOf(next)}`;
        return `<s:complexType name="${nameOf(index)}"><s:sequence>
          <s:element name="next" type="${type}" minOccurs="0"/></s:sequence></s:complexType>`;
      })
      .join("");
  const prefixes = all.map((namespace, index) => `xmlns:n${index}="${namespace}"`).join(" ");
  const schemas = namespaces.map(
    (namespace, index) =>
      `<s:schema targetNamespace="${namespace}" ${prefixes}>${typesOf(index + 1)}</s:schema>`,
  );
  return [
    [/<s:schema /, `<s:schema ${prefixes} `],
    ["</s:schema>", `${typesOf(0)}</s:schema>${schemas.join("")}`],
    [
      '<s:element name="iID"',
      `<s:element name="first" type="n0:${nameOf(0)}"/><s:element name="iID"`,
    ],
  ].reduce((wsdl, [from = "", to = ""]) => replaced(wsdl, from, () => String(to)), ordersWsdl());
}
