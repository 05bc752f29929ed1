/** The attributes that a complex type allows (XML Schema part 1 §3.4.2). */
import { type Components, derivationOf, nameIn, type Placed } from "../raw/components.js";
import { XSD } from "../raw/namespaces.js";
import { childrenNamed, type RawElement } from "../raw/tree.js";

export interface AttributeUse extends Placed {
  readonly local: string;
  /** `""` if the attribute is unqualified. */
  readonly namespace: string;
  readonly isRequired: boolean;
  /** `undefined` if it has no fixed value. */
  readonly fixed: string | undefined;
}

/** By expanded name. */
type Uses = Map<string, AttributeUse>;

/** @param type an `xs:complexType` */
export function attributeUses(type: Placed, components: Components): Uses {
  const { element, schema } = type;
  const derivation = derivationOf(element);
  const base =
    derivation &&
    components.get("type", nameIn(derivation, schema, derivation.attributes.get("base") ?? ""));
  const isSelf = base?.element === element;
  const inherited = isSelf ? base.original : base;
  const uses: Uses =
    inherited?.element.local === "complexType" ? attributeUses(inherited, components) : new Map();
  addUses({ element: derivation ?? element, schema }, components, uses);
  return uses;
}

function addUses({ element, schema }: Placed, components: Components, uses: Uses): void {
  for (const child of childrenNamed(element, XSD, "attribute", "attributeGroup")) {
    const ref = child.attributes.get("ref");
    if (child.local === "attributeGroup") {
      const group = components.get("attributeGroup", nameIn(child, schema, ref ?? ""));
      if (group !== undefined) addUses(group, components, uses);
      continue;
    }
    const declared =
      ref === undefined
        ? { element: child, schema }
        : components.get("attribute", nameIn(child, schema, ref));
    const use = useOf(
      child,
      declared ?? { element: child, schema },
      ref === undefined ? undefined : nameIn(child, schema, ref),
    );
    const key = `{${use.namespace}}${use.local}`;
    if (child.attributes.get("use") === "prohibited") uses.delete(key);
    else uses.set(key, use);
  }
}

/** @param name the expanded name of a reference */
function useOf(use: RawElement, declared: Placed, name: string | undefined): AttributeUse {
  const { element, schema } = declared;
  const form = use.attributes.get("form") ?? schema.root.attributes.get("attributeFormDefault");
  const [, namespace = "", local = ""] = /^\{(.*)\}(.*)$/s.exec(name ?? "") ?? [];
  const own = form === "qualified" ? schema.namespace : "";
  return {
    ...declared,
    local: name === undefined ? (use.attributes.get("name") ?? "") : local,
    namespace: name === undefined ? own : namespace,
    isRequired: use.attributes.get("use") === "required",
    fixed: use.attributes.get("fixed") ?? element.attributes.get("fixed"),
  };
}
