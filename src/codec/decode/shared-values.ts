/** The values of elements that several references refer to. */
import type { Target } from "./decoding.js";
import type { SharedTarget } from "./frame.js";
import type { ContentPlan } from "./plan/plan.js";

/** Content whose values are shared: trees share only their children. */
type SharedContent = Exclude<ContentPlan, { readonly kind: "any" }>;

/** The decoded values of one message: one per target and type. */
export class SharedValues {
  readonly #values = new Map<SharedTarget, Map<object, SharedValue>>();

  /** The value of a target as content of a type; `undefined` if it was not decoded before. */
  get(target: SharedTarget, content: SharedContent): SharedValue | undefined {
    return this.#values.get(target)?.get(typeOf(content));
  }

  /** Begins a value; `slot` is the place of the first element with it. */
  begin(target: SharedTarget, content: SharedContent, slot: Target): SharedValue {
    const value = new SharedValue(slot);
    const values = this.#values.get(target);
    if (values === undefined) this.#values.set(target, new Map([[typeOf(content), value]]));
    else values.set(typeOf(content), value);
    return value;
  }
}

/** Members of the same type have different plans of their content. */
function typeOf(content: SharedContent): object {
  return content.kind === "text" ? content.lexical : content.plan;
}

/** A value that several members may have. It passes the value to the first of them. */
export class SharedValue implements Target {
  /** `undefined` until the value is complete, and if it is not a value of its type, which was reported. */
  value: { readonly of: unknown } | undefined;

  constructor(private readonly first: Target) {}

  add(name: string, many: boolean, value: unknown): boolean {
    this.value = { of: value };
    return this.first.add(name, many, value);
  }

  has(name: string): boolean {
    return this.first.has(name);
  }
}
