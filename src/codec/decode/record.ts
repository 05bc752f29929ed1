/** An object while its elements come in: which member takes each, and which item of a repeated group. */
import type { GroupPlan, MemberPlan, RecordPlan, WildcardPlan } from "./record-plan.js";

/** Where a decoded value goes. */
export interface Target {
  /** @returns false where the member has a value already and takes no other */
  take(name: string, many: boolean, value: unknown): boolean;
  /** Whether a member that takes one value has it. */
  holds(name: string): boolean;
}

export class OpenRecord implements Target {
  readonly value: Record<string, unknown> = {};
  /** The place of the latest element. */
  #latest = -1;
  /** The arms that elements have been of, by the numbers of their choices. */
  #arms: Map<number, number> | undefined;
  #items: Map<GroupPlan, OpenRecord> | undefined;

  constructor(private readonly plan: RecordPlan) {}

  /** Notes that an element comes. @returns whether it comes in order */
  advance({ index, arms }: MemberPlan | WildcardPlan): boolean {
    if (arms.size > 0) {
      this.#arms ??= new Map();
      for (const [choice, arm] of arms) this.#arms.set(choice, arm);
    }
    if (index < this.#latest) return false;
    this.#latest = index;
    return true;
  }

  /** Whether another element goes into this item, and not into the next one. */
  fits({ index, arms }: MemberPlan | WildcardPlan, many: boolean): boolean {
    for (const [choice, arm] of arms) {
      if ((this.#arms?.get(choice) ?? arm) !== arm) return false;
    }
    return index > this.#latest || (index === this.#latest && many);
  }

  /** The item of a repeated group that an element goes into: the latest one, or a new one. */
  item(group: GroupPlan, inner: MemberPlan | WildcardPlan): OpenRecord {
    this.#items ??= new Map();
    const latest = this.#items.get(group);
    const many = inner.many || inner.group !== undefined;
    if (latest?.fits(inner, many)) return latest;
    const item = new OpenRecord(group.record);
    this.#items.set(group, item);
    this.take(group.name, true, item.value);
    return item;
  }

  take(name: string, many: boolean, value: unknown): boolean {
    const before = Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    if (before === undefined) define(this.value, name, many ? [value] : value);
    else if (many && Array.isArray(before)) before.push(value);
    else return false;
    return true;
  }

  holds(name: string): boolean {
    return Object.hasOwn(this.value, name);
  }

  /** Tells what a complete record would have: of it, and of the items of its groups. */
  check(told: Incomplete): void {
    checkRecord(this.plan, this.value, told);
  }
}

/** Is told what a record is not complete for. */
export interface Incomplete {
  /** @param value what the record has, of those that the plan names */
  lacks(member: string, plan: RecordPlan, value: Record<string, unknown>): void;
  /** Of choices and of groups that are optional together, as the end of a sentence. */
  breaks(presence: string): void;
}

function checkRecord(plan: RecordPlan, value: Record<string, unknown>, told: Incomplete): void {
  for (const name of plan.required) {
    if (!Object.hasOwn(value, name)) told.lacks(name, plan, value);
  }
  const problem = plan.presence?.(value);
  if (problem !== undefined) told.breaks(problem);
  for (const { name, record } of plan.groups) {
    const items = value[name];
    if (!Array.isArray(items)) continue;
    for (const item of items) checkRecord(record, item, told);
  }
}

/** Sets a property as data whatever its name: assigning `__proto__` would not. */
export function define(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") target[name] = value;
  else {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}
