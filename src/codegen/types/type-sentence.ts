/** Comments for what the contract does not document: the schema's type, which TypeScript's type does not always show. */
import type { TypeDefinition } from "../../contract/index.js";

/** The name of the type in the schema: "`xs:dateTime`.", "Type `ORDER`.", "Restriction of `xs:string`." */
export function typeSentence(type: TypeDefinition): string {
  const { name } = type;
  if (name !== undefined) {
    const isBuiltin = type.kind === "builtin" || type.kind === "any";
    return isBuiltin ? `\`xs:${name.local}\`.` : `Type \`${name.local}\`.`;
  }
  if (type.kind === "restriction" || type.kind === "enumeration") {
    return `Restriction of ${typeSentence(type.base).replace(/^Type /, "")}`;
  }
  return type.kind === "complex" ? "Anonymous complex type." : "Anonymous simple type.";
}
