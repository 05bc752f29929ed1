/** Removes secrets from values. */
import type { ExchangeSecrets } from "../http/index.js";
import { XmlElement } from "../xml/index.js";

type Secrets = Pick<ExchangeSecrets, "remove">;

/**
 * The value without secrets. Objects and arrays are changed in place; a number that is a secret becomes NaN, and
 * bytes that contain one become empty.
 *
 * @param value a decoded value: without cycles of XML elements
 */
export function redactValue<Value>(value: Value, secrets: Secrets): Value {
  // Strings stay strings, objects stay objects of their kind.
  return new ValueRedaction(secrets).value(value) as Value;
}

class ValueRedaction {
  readonly #done = new Map<object, unknown>();

  constructor(private readonly secrets: Secrets) {}

  value(value: unknown): unknown {
    if (typeof value === "string") return this.secrets.remove(value);
    if (typeof value === "number") return this.#isSecret(value) ? Number.NaN : value;
    if (typeof value === "bigint") return this.#isSecret(value) ? 0n : value;
    if (typeof value !== "object" || value === null) return value;
    if (this.#done.has(value)) return this.#done.get(value);
    this.#done.set(value, value);
    const shown = this.#object(value);
    this.#done.set(value, shown);
    return shown;
  }

  #isSecret(value: number | bigint): boolean {
    // A number is not cut off: its end is not the end of the text.
    const text = `${value};`;
    return this.secrets.remove(text) !== text;
  }

  #object(value: object): object {
    if (value instanceof Uint8Array) {
      return containsSecret(value, this.secrets) ? new Uint8Array() : value;
    }
    if (value instanceof XmlElement) return this.#element(value);
    if (!Array.isArray(value) && !isRecord(value)) return value;
    for (const [name, member] of Object.entries(value)) {
      const shown = this.value(member);
      if (shown !== member) Reflect.set(value, name, shown);
    }
    return value;
  }

  #element(element: XmlElement): XmlElement {
    const { name, attributes, children, scope } = element;
    for (const [index, child] of children.entries()) {
      children[index] = typeof child === "string" ? this.secrets.remove(child) : this.#child(child);
    }
    const shownName = this.#name(name);
    const shownAttributes = attributes.map((attribute) => {
      const shown = {
        name: this.#name(attribute.name),
        value: this.secrets.remove(attribute.value),
      };
      return shown.value === attribute.value && shown.name === attribute.name ? attribute : shown;
    });
    const isSame =
      shownName === name && shownAttributes.every((each, index) => each === attributes[index]);
    return isSame ? element : new XmlElement(shownName, shownAttributes, children, scope);
  }

  #child(element: XmlElement): XmlElement {
    const shown = this.value(element);
    return shown instanceof XmlElement ? shown : element;
  }

  #name(name: XmlElement["name"]): XmlElement["name"] {
    const shown = {
      namespace: this.secrets.remove(name.namespace),
      local: this.secrets.remove(name.local),
    };
    return shown.namespace === name.namespace && shown.local === name.local ? name : shown;
  }
}

/** Whether bytes contain a secret, read as text in an encoding with one byte per character. */
export function containsSecret(bytes: Uint8Array, secrets: Secrets): boolean {
  const text = new TextDecoder("latin1").decode(bytes);
  return secrets.remove(text) !== text;
}

function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
