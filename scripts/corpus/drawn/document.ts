/** Elements drawn from the schemas of a WSDL, independently of our reader of schemas. */
import { type Draw, Unsatisfiable } from "../../../test/arbitrary/draw.js";
import {
  type Component,
  type Components,
  derivationOf,
  nameIn,
  type Placed,
  soapArrayBase,
} from "../raw/components.js";
import { XSD } from "../raw/namespaces.js";
import { childrenNamed, type RawElement } from "../raw/tree.js";
import { attribute } from "../validation/xsd-text.js";
import { attributeUses } from "./attributes.js";
import { restriction, type SimpleTypes, SWA_REF, textOf } from "./simple-types.js";

const XSI = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** From this depth on, and after this number of elements, only what is required is drawn. */
const TIGHT_DEPTH = 7;
const MOST_ELEMENTS = 150;
/** A type without an end is not drawn. */
const TOO_DEEP = 40;

const FOREIGN = "urn:example:foreign";

/** The components of the schemas. */
export interface Declared {
  readonly components: Components;
  readonly simple: SimpleTypes;
}

/** An `xs:complexType` or `xs:simpleType`, or the expanded name of a built-in type. */
type AnyType = (Placed & Partial<Component>) | string;

interface Item {
  readonly local: string;
  readonly namespace: string;
  readonly type: AnyType;
  readonly isNillable: boolean;
  readonly fixed: string | undefined;
  /** Whether a derived type may replace its type. */
  readonly isBlocked: boolean;
}

export class DocumentDraw {
  #left = MOST_ELEMENTS;
  #depth = 0;

  constructor(
    private readonly declared: Declared,
    private readonly draw: Draw,
  ) {}

  /**
   * A global element.
   *
   * @param outer the default namespace around it
   * @throws Unsatisfiable if there is no such element, or no end of it was found
   */
  element(name: string, outer: string): string {
    const found = this.declared.components.get("element", name);
    if (found === undefined) throw new Unsatisfiable(`the schemas have no element ${name}`);
    const able = this.#substitutes(found).filter(({ element }) => !isTrue(element, "abstract"));
    const chosen = this.draw.chance(0.7) && able.includes(found) ? found : this.draw.pick(able);
    return this.#item(this.#declaration(chosen, chosen.schema.namespace), outer);
  }

  /** An element of a type. @throws Unsatisfiable as `element` */
  typed(local: string, namespace: string, typeName: string, outer: string): string {
    const type = this.#named(typeName);
    const item = { local, namespace, type, isNillable: false, fixed: undefined, isBlocked: false };
    return this.#item(item, outer);
  }

  get #isTight(): boolean {
    return this.#depth >= TIGHT_DEPTH || this.#left <= 0;
  }

  #wants(share = 0.5): boolean {
    return !this.#isTight && this.draw.chance(share);
  }

  #substitutes(element: Component): readonly Component[] {
    const found = [element];
    for (const each of found) {
      for (const substitute of this.declared.components.substitutesOf(each)) {
        if (!found.includes(substitute)) found.push(substitute);
      }
    }
    return isBlocked(element) ? [element] : found;
  }

  #declaration({ element, schema }: Placed, namespace: string): Item {
    return {
      local: element.attributes.get("name") ?? "",
      namespace,
      type: this.#typeOf({ element, schema }),
      isNillable: isTrue(element, "nillable"),
      fixed: element.attributes.get("fixed"),
      isBlocked: isBlocked({ element, schema }),
    };
  }

  #typeOf({ element, schema }: Placed): AnyType {
    const name = element.attributes.get("type");
    if (name !== undefined) return this.#named(nameIn(element, schema, name));
    const [inline] = childrenNamed(element, XSD, "complexType", "simpleType");
    if (inline !== undefined) return { element: inline, schema };
    const head = element.attributes.get("substitutionGroup");
    const group = head && this.declared.components.get("element", nameIn(element, schema, head));
    return group ? this.#typeOf(group) : `{${XSD}}anyType`;
  }

  #named(name: string): AnyType {
    if (name.startsWith(`{${XSD}}`)) return name;
    if (name === SWA_REF) throw new Unsatisfiable("references to attachments are not drawn");
    const found = this.declared.components.get("type", name);
    if (found === undefined) throw new Unsatisfiable(`the schemas have no type ${name}`);
    return found;
  }

  #item(item: Item, outer: string): string {
    if (this.#depth > TOO_DEEP) throw new Unsatisfiable(`${item.local} has no end`);
    this.#depth += 1;
    this.#left -= 1;
    try {
      return this.#text(item, outer);
    } finally {
      this.#depth -= 1;
    }
  }

  #text({ local, namespace, fixed, isNillable, ...item }: Item, outer: string): string {
    const { type, stated } = this.#concrete(item);
    const declaration = namespace === outer ? "" : attribute("xmlns", namespace);
    const start = `<${local}${declaration}${stated}${this.#attributes(type)}`;
    if (isNillable && fixed === undefined && (this.#isTight || this.draw.chance(0.25))) {
      return `${start}${stated === "" ? XSI : ""} xsi:nil="true"/>`;
    }
    const content = fixed === undefined ? this.#content(type, namespace) : escaped(fixed);
    return `${start}>${content}</${local}>`;
  }

  /** The type, or one that is derived from it, with the attribute that states that. */
  #concrete({ type, isBlocked: blocked }: Pick<Item, "type" | "isBlocked">) {
    // A complex type in the place of a simple one has attributes that the decoder reports and drops.
    if (
      typeof type === "string" ||
      type.name === undefined ||
      type.element.local === "simpleType"
    ) {
      return { type, stated: "" };
    }
    const isAbstract = isTrue(type.element, "abstract");
    if (!isAbstract && (blocked || !this.#wants(0.3))) return { type, stated: "" };
    const able = this.#derived(type.name).filter(({ element }) => !isTrue(element, "abstract"));
    const chosen = this.draw.pick(able);
    if (chosen.name === type.name) return { type, stated: "" };
    const [, namespace = "", local = ""] = /^\{(.*)\}(.*)$/s.exec(chosen.name) ?? [];
    const prefix = namespace === "" ? "" : "d:";
    const declaration = namespace === "" ? "" : attribute("xmlns:d", namespace);
    // Without a prefix the name would be of the default namespace.
    if (namespace === "") throw new Unsatisfiable(`${local} has no namespace`);
    return { type: chosen, stated: `${XSI}${declaration} xsi:type="${prefix}${local}"` };
  }

  /** The type, and all types that are derived from it. */
  #derived(name: string): readonly Component[] {
    const { components } = this.declared;
    const type = components.get("type", name);
    const found = type === undefined ? [] : [type];
    for (const each of found) {
      for (const next of components.derivedFrom(each)) if (!found.includes(next)) found.push(next);
    }
    return found;
  }

  #attributes(type: AnyType): string {
    if (typeof type === "string" || type.element.local === "simpleType") return "";
    const uses = [...attributeUses(type, this.declared.components).values()];
    return uses
      .map((use, at) => {
        if (!use.isRequired && !this.#wants()) return "";
        const { namespace, local, fixed } = use;
        if (namespace.startsWith("http://www.w3.org/")) {
          if (use.isRequired) throw new Unsatisfiable(`the attribute ${local} is not drawn`);
          return "";
        }
        const text = fixed ?? textOf(this.#simpleType(this.#attributeType(use)), this.draw);
        const name = namespace === "" ? local : `a${at}:${local}`;
        const declaration = namespace === "" ? "" : attribute(`xmlns:a${at}`, namespace);
        return declaration + attribute(name, text);
      })
      .join("");
  }

  #attributeType(use: Placed): AnyType {
    const type = this.#typeOf(use);
    return type === `{${XSD}}anyType` ? `{${XSD}}string` : type;
  }

  #simpleType(type: AnyType) {
    return typeof type === "string"
      ? this.declared.simple.named(type)
      : this.declared.simple.defined(type);
  }

  #content(type: AnyType, namespace: string): string {
    if (type === `{${XSD}}anyType`) return "";
    if (typeof type === "string" || type.element.local === "simpleType") {
      return escaped(textOf(this.#simpleType(type), this.draw));
    }
    if (childrenNamed(type.element, XSD, "simpleContent").length > 0) {
      return escaped(textOf(this.#textType(type), this.draw));
    }
    return this.#elements(type, namespace);
  }

  /** The type of the text of a complex type with simple content. */
  #textType(type: AnyType): ReturnType<SimpleTypes["named"]> {
    if (typeof type === "string" || type.element.local === "simpleType") {
      return this.#simpleType(type);
    }
    const { element, schema } = type;
    const derivation = derivationOf(element);
    if (derivation === undefined) throw new Unsatisfiable("a type has no text");
    const [inline] = childrenNamed(derivation, XSD, "simpleType");
    const base =
      inline === undefined
        ? this.#textType(this.#base(type, derivation))
        : this.#simpleType({ element: inline, schema });
    return derivation.local === "restriction"
      ? restriction({ element: derivation, schema }, base)
      : base;
  }

  /** A redefined type is its own base (part 1 §4.2.2). */
  #base({ element, schema }: Placed, derivation: RawElement): AnyType {
    const base = this.#named(nameIn(derivation, schema, derivation.attributes.get("base") ?? ""));
    if (typeof base === "string" || base.element !== element) return base;
    if (base.original === undefined) throw new Unsatisfiable("a type is its own base");
    return base.original;
  }

  #elements(type: Placed, outer: string): string {
    const { element, schema } = type;
    if (soapArrayBase(element, schema) !== undefined) {
      throw new Unsatisfiable("arrays of the SOAP encoding are not drawn");
    }
    const derivation = derivationOf(element);
    const base = derivation?.local === "extension" ? this.#base(type, derivation) : undefined;
    const inherited = base === undefined ? "" : this.#content(base, outer);
    const holder = derivation ?? element;
    const own = childrenNamed(holder, XSD, "sequence", "choice", "all", "group").map((each) =>
      this.#particle({ element: each, schema }, outer),
    );
    return inherited + own.join("");
  }

  #particle(particle: Placed, outer: string, isPresent = false): string {
    const { attributes } = particle.element;
    const least = Number(attributes.get("minOccurs") ?? 1);
    const text = attributes.get("maxOccurs") ?? "1";
    const most = text === "unbounded" ? least + 3 : Math.min(Number(text), least + 3);
    const low = isPresent && most > 0 ? Math.max(1, least) : least;
    const count = this.#wants() ? this.draw.integer(low, most) : low;
    return Array.from({ length: count }, () => this.#once(particle, outer)).join("");
  }

  #once({ element, schema }: Placed, outer: string): string {
    const { components } = this.declared;
    const ref = element.attributes.get("ref");
    const children = childrenNamed(element, XSD, "element", "sequence", "choice", "group", "any");
    switch (element.local) {
      case "element": {
        if (ref !== undefined) return this.element(nameIn(element, schema, ref), outer);
        const form =
          element.attributes.get("form") ?? schema.root.attributes.get("elementFormDefault");
        const namespace = form === "qualified" ? schema.namespace : "";
        return this.#item(this.#declaration({ element, schema }, namespace), outer);
      }
      case "group": {
        const group = components.get("group", nameIn(element, schema, ref ?? ""));
        const content = group && childrenNamed(group.element, XSD, "sequence", "choice", "all")[0];
        return group && content
          ? this.#once({ element: content, schema: group.schema }, outer)
          : "";
      }
      case "choice":
        if (children.length === 0) return "";
        return this.#particle({ element: this.draw.pick(children), schema }, outer, true);
      case "any":
        return this.#wildcard(element, schema.namespace);
      default:
        return children.map((each) => this.#particle({ element: each, schema }, outer)).join("");
    }
  }

  /** An element that no schema declares. */
  #wildcard({ attributes }: RawElement, target: string): string {
    if (!/^(?:lax|skip)$/.test(attributes.get("processContents") ?? "strict")) {
      throw new Unsatisfiable("a strict wildcard is not drawn");
    }
    const [first = "##any"] = (attributes.get("namespace") ?? "").trim().split(/\s+/);
    const named = { "##local": "", "##targetNamespace": target }[first];
    const namespace = named ?? (/^(?:##any|##other|)$/.test(first) ? FOREIGN : first);
    return `<anything${attribute("xmlns", namespace)}>text</anything>`;
  }
}

function isTrue({ attributes }: RawElement, key: string): boolean {
  return /^\s*(?:true|1)\s*$/.test(attributes.get(key) ?? "");
}

function isBlocked({ element, schema }: Placed): boolean {
  return element.attributes.has("block") || schema.root.attributes.has("blockDefault");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}
