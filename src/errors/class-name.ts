/**
 * `instanceof` for objects of another copy of the package. A program can load the ES module and the CommonJS build of the
 * package side by side; each copy has its own classes.
 */

/** The key of the static property with the name of a class. It is the same in all copies. */
export const CLASS_NAME: unique symbol = Symbol.for("rescue-soap.class-name");

/** A class whose objects are recognized across copies by its `CLASS_NAME`. */
interface NamedClass {
  readonly [CLASS_NAME]: string;
}

/**
 * The implementation of `Symbol.hasInstance` for a named class and its subclasses. A subclass without a `CLASS_NAME` of
 * its own, for example one of a user, has only instances of its own copy.
 */
export function hasInstance(this: NamedClass, value: unknown): boolean {
  if (Function.prototype[Symbol.hasInstance].call(this, value)) return true;
  if (typeof value !== "object" || value === null || !Object.hasOwn(this, CLASS_NAME)) return false;
  const name = this[CLASS_NAME];
  let prototype: unknown = Object.getPrototypeOf(value);
  while (typeof prototype === "object" && prototype !== null) {
    if (classNameOf(prototype) === name) return true;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}

function classNameOf(prototype: object): unknown {
  const type: unknown = Reflect.get(prototype, "constructor");
  return typeof type === "function" && Object.hasOwn(type, CLASS_NAME)
    ? Reflect.get(type, CLASS_NAME)
    : undefined;
}
