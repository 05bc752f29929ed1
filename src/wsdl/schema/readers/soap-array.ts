/** SOAP arrays (SOAP 1.1 §5.4.2, WSDL 1.1 §2.2; SOAP 1.2 part 2 §3.1.4). */
import {
  type ComplexDefinition,
  type ElementParticle,
  type Particle,
  type SoapArray,
  WSDL,
  XSD,
} from "../../../contract/index.js";
import type { Element } from "../../documents/element.js";
import type { SchemaContext } from "../schema-context.js";

/**
 * The items of a type that is derived from `soapenc:Array`: as its `wsdl:arrayType` says, else as its only element;
 * `undefined` if it has neither.
 */
export function readSoapArray(
  derivation: Element,
  type: Pick<ComplexDefinition, "content">,
  context: SchemaContext,
): SoapArray | undefined {
  const element = onlyElement(type.content)?.element;
  for (const attribute of derivation.all(XSD, "attribute")) {
    const arrayType = attribute.foreignAttribute(WSDL, "arrayType");
    if (arrayType === undefined) continue;
    const parsed = parseArrayType(arrayType);
    if (parsed !== undefined) {
      const dimensions = parsed.ranks.reduce((sum, rank) => sum + rank, 0);
      context.budget.checkDepth(dimensions, "The arrays of a wsdl:arrayType are nested", attribute);
      return { item: context.type(parsed.item, attribute), ranks: parsed.ranks, element };
    }
    context.diagnostics.invalid(
      `wsdl:arrayType="${arrayType}" is not an array type. Write it as "xs:string[]".`,
      attribute.location,
    );
    return undefined;
  }
  return element && { item: element.type, ranks: [1], element };
}

/** `xs:int[][,]`: the name of the item type, and the number of dimensions of each array. */
export function parseArrayType(
  text: string,
): { readonly item: string; readonly ranks: readonly number[] } | undefined {
  const [, item, brackets] = /^\s*([^[\s]+)\s*((?:\[[\d,\s]*\])+)\s*$/.exec(text) ?? [];
  if (item === undefined || brackets === undefined) return undefined;
  const ranks = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(
    ([, inner = ""]) => inner.split(",").length,
  );
  return { item, ranks };
}

function onlyElement(content: Particle | undefined): ElementParticle | undefined {
  if (content === undefined || content.kind === "any") return undefined;
  if (content.kind === "element") return content;
  return content.particles.length === 1 ? onlyElement(content.particles[0]) : undefined;
}
