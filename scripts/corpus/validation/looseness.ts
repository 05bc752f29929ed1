/** Components that libxml2 rejects, and what replaces them: the rest of the schema is validated. */
import type { RawSchema } from "../raw/documents.js";
import type { RawElement } from "../raw/tree.js";
import { ANY_ATTRIBUTE, ANY_ELEMENTS, attribute } from "./xsd-text.js";

/** `content`: a complex type keeps its base and its attributes; `open`: anything that has the name is accepted. */
export type Looseness = "content" | "open";

const FACET =
  /^(?:pattern|enumeration|length|minLength|maxLength|totalDigits|fractionDigits|whiteSpace|(?:min|max)(?:In|Ex)clusive)$/;

/** Which components are loosened, and why. */
export class Loosening {
  readonly #parents = new Map<RawElement, RawElement>();
  readonly #loose = new Map<RawElement, Looseness>();
  readonly #reasons: string[] = [];

  constructor(schemas: readonly RawSchema[]) {
    const open = schemas.map(({ root }) => root);
    for (const parent of open) {
      for (const child of parent.children) {
        if (!this.#parents.has(child)) open.push(child);
        this.#parents.set(child, parent);
      }
    }
  }

  of(element: RawElement): Looseness | undefined {
    return this.#loose.get(element);
  }

  /** One per loosened component. */
  get reasons(): readonly string[] {
    return this.#reasons;
  }

  /**
   * Loosens the smallest part around an element that is not loose yet.
   *
   * @param message the error of libxml2
   * @returns whether there is one
   */
  add(element: RawElement | undefined, message: string): boolean {
    for (let each = element; each !== undefined; each = this.#parents.get(each)) {
      const next = nextLooseness(each, this.#loose.get(each));
      if (next === undefined) continue;
      this.#loose.set(each, next);
      this.#reasons.push(`${each.local} ${this.#nameOf(each)}: ${message}`);
      return true;
    }
    return false;
  }

  #nameOf(element: RawElement): string {
    for (let each: RawElement | undefined = element; each; each = this.#parents.get(each)) {
      const name = each.attributes.get("name");
      if (name !== undefined) return name;
    }
    return "without a name";
  }
}

function nextLooseness(
  { local, attributes }: RawElement,
  current: Looseness | undefined,
): Looseness | undefined {
  if (current === "open") return undefined;
  if (local === "complexType") return current === undefined ? "content" : "open";
  const isDefinition = attributes.has("name");
  if (local === "simpleType" || FACET.test(local)) return "open";
  if (local === "element") return isDefinition || attributes.has("ref") ? "open" : undefined;
  if (local === "attribute" || local === "group" || local === "attributeGroup") {
    return isDefinition ? "open" : undefined;
  }
  return undefined;
}

/** The text of a loosened component; `undefined` if only its content is replaced. */
export function looseText(
  { local, attributes }: RawElement,
  looseness: Looseness,
  name = attributes.get("name"),
): string | undefined {
  if (looseness === "content") return undefined;
  const named = name === undefined ? "" : attribute("name", name);
  const occurrence = ["form", "minOccurs", "maxOccurs"].flatMap((key) => {
    const value = attributes.get(key);
    return value === undefined ? [] : [attribute(key, value)];
  });
  switch (local) {
    case "complexType":
      return `<corpus:complexType${named} mixed="true">${ANY_ELEMENTS}${ANY_ATTRIBUTE}</corpus:complexType>`;
    case "simpleType":
      return `<corpus:simpleType${named}><corpus:restriction base="corpus:string"/></corpus:simpleType>`;
    case "element":
      return attributes.has("ref")
        ? `<corpus:any processContents="skip"${occurrence.join("")}/>`
        : `<corpus:element${named}${occurrence.join("")}/>`;
    case "attribute":
      return `<corpus:attribute${named}/>`;
    case "group":
      return `<corpus:group${named}>${ANY_ELEMENTS}</corpus:group>`;
    case "attributeGroup":
      return `<corpus:attributeGroup${named}>${ANY_ATTRIBUTE}</corpus:attributeGroup>`;
    default:
      return "";
  }
}
