/** Simple types of a schema document, in the form from which `test/arbitrary` draws texts within all facets. */
import { FACETS, type Facet, QName, type SimpleDefinition } from "../../../src/contract/index.js";
import { type Draw, Unsatisfiable } from "../../../test/arbitrary/draw.js";
import { simpleText } from "../../../test/arbitrary/simple-value.js";
import { type Components, nameIn, type Placed } from "../raw/components.js";
import { XSD } from "../raw/namespaces.js";
import { childrenNamed, type RawElement } from "../raw/tree.js";

const NOWHERE = { name: undefined, documentation: undefined } as const;
const LOCATION = { file: "", line: 1, column: 1, importedAt: undefined };

export class SimpleTypes {
  readonly #known = new Map<RawElement, SimpleDefinition>();

  constructor(private readonly components: Components) {}

  /** @param name an expanded name */
  named(name: string): SimpleDefinition {
    const local = name.slice(name.lastIndexOf("}") + 1);
    if (name.startsWith(`{${XSD}}`)) return { kind: "builtin", name: new QName(XSD, local) };
    const found = this.components.get("type", name);
    if (found?.element.local === "simpleType") return this.defined(found);
    throw new Unsatisfiable(`the schemas have no simple type ${name}`);
  }

  /** @param type an `xs:simpleType` */
  defined({ element, schema }: Placed): SimpleDefinition {
    let definition = this.#known.get(element);
    if (definition === undefined) {
      definition = this.#read({ element, schema });
      this.#known.set(element, definition);
    }
    return definition;
  }

  #read({ element, schema }: Placed): SimpleDefinition {
    const [variety] = childrenNamed(element, XSD, "restriction", "list", "union");
    if (variety === undefined) throw new Unsatisfiable("a simple type has no variety");
    const user = { ...NOWHERE, location: LOCATION };
    const inner = childrenNamed(variety, XSD, "simpleType").map((each) =>
      this.defined({ element: each, schema }),
    );
    const named = (key: string) =>
      (variety.attributes.get(key) ?? "")
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => this.named(nameIn(variety, schema, name)));
    const [only = ANY_SIMPLE] = [...named("base"), ...named("itemType"), ...inner];
    if (variety.local === "list") return { ...user, kind: "list", item: only };
    if (variety.local === "union") {
      return { ...user, kind: "union", members: [...named("memberTypes"), ...inner] };
    }
    return restriction({ element: variety, schema }, only);
  }
}

/** The type of references to attachments (WS-I Attachments Profile 1.0 §4.4). */
export const SWA_REF = "{http://ws-i.org/profiles/basic/1.1/xsd}swaRef";

const ANY_SIMPLE: SimpleDefinition = { kind: "builtin", name: new QName(XSD, "anySimpleType") };

/** A restriction of a simple type, or of the text of a complex type. */
export function restriction({ element }: Placed, base: SimpleDefinition): SimpleDefinition {
  const user = { ...NOWHERE, location: LOCATION };
  const facets = FACETS.flatMap((name): Facet[] =>
    childrenNamed(element, XSD, name).map((each) => ({
      name,
      value: each.attributes.get("value") ?? "",
    })),
  );
  const values = childrenNamed(element, XSD, "enumeration").map((each) => ({
    value: each.attributes.get("value") ?? "",
    documentation: undefined,
  }));
  return values.length === 0
    ? { ...user, kind: "restriction", base, facets }
    : { ...user, kind: "enumeration", base, facets, values };
}

/** A text of the type: of any member of a union, also if an earlier member accepts it. */
export function textOf(type: SimpleDefinition, draw: Draw): string {
  if (type.kind === "union") return textOf(draw.pick(type.members), draw);
  if (type.kind === "list") {
    const items = draw.list(1, 3, () => textOf(type.item, draw));
    return items.filter((item) => /^\S+$/.test(item)).join(" ");
  }
  if (isName(type)) {
    if (type.kind === "enumeration") throw new Unsatisfiable("a listed name is not drawn");
    return "name";
  }
  return simpleText(type, draw);
}

function isName(type: SimpleDefinition): boolean {
  if (type.kind === "builtin") return ["QName", "NOTATION"].includes(type.name.local);
  return (type.kind === "restriction" || type.kind === "enumeration") && isName(type.base);
}
