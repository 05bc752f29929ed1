/** SOAP arrays (SOAP 1.1 §5.4.2, WSDL 1.1 §2.2; SOAP 1.2 part 2 §3.1.4). */
import {
  type ComplexDefinition,
  type ElementParticle,
  type Particle,
  type SoapArray,
  WSDL,
  XSD,
} from "../../contract/index.js";
import type { Element } from "../documents/document.js";
import type { Components } from "./components.js";
import type { SchemaScope } from "./declarations.js";

/**
 * What a derivation of `soapenc:Array` holds, by its wsdl:arrayType or by its one element; `undefined` where it says
 * neither.
 */
export function readSoapArray(
  derivation: Element,
  type: Pick<ComplexDefinition, "content">,
  scope: SchemaScope,
  components: Components,
): SoapArray | undefined {
  for (const attribute of derivation.all(XSD, "attribute")) {
    const arrayType = attribute.foreignAttribute(WSDL, "arrayType");
    if (arrayType === undefined) continue;
    const [, item, brackets] = /^\s*([^[\s]+)\s*((?:\[[\d,\s]*\])+)\s*$/.exec(arrayType) ?? [];
    if (item === undefined || brackets === undefined) {
      components.invalid(`wsdl:arrayType="${arrayType}" is no array's type.`, attribute.location);
      return undefined;
    }
    const ranks = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(
      ([, inner = ""]) => inner.split(",").length,
    );
    return { item: components.type(item, attribute, scope), ranks };
  }
  const element = onlyElement(type.content);
  return element && { item: element.element.type, ranks: [1] };
}

function onlyElement(content: Particle | undefined): ElementParticle | undefined {
  if (content === undefined || content.kind === "any") return undefined;
  if (content.kind === "element") return content;
  return content.particles.length === 1 ? onlyElement(content.particles[0]) : undefined;
}
