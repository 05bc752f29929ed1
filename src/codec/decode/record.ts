/** An object while its elements are read: the member for each of them, and the item of a repeated group. */
import type { Target } from "./decoding.js";
import type { GroupPlan, MemberPlan, Position, RecordPlan, WildcardPlan } from "./plan/plan.js";

/** An object that is being decoded. */
export class OpenRecord implements Target {
  readonly value: Record<string, unknown> = {};
  /** The position of the latest element. */
  #latest = -1;
  /** The arms that have occurred, by the number of their choice. */
  #arms: Map<number, number> | undefined;
  #items: Map<GroupPlan, OpenRecord> | undefined;

  constructor(private readonly plan: RecordPlan) {}

  /** Records that an element occurs. @returns whether it is in order */
  advance({ index, arms }: Position): boolean {
    if (arms.size > 0) {
      this.#arms ??= new Map();
      for (const [choice, arm] of arms) this.#arms.set(choice, arm);
    }
    if (index < this.#latest) return false;
    this.#latest = index;
    return true;
  }

  /**
   * Whether an element that both a member and a wildcard accept belongs to the wildcard, because of its position (XML
   * Schema part 1 §3.8.6): the member before the wildcard has a value, or the wildcard before the member has none.
   */
  isOfWildcard(member: MemberPlan, wildcard: WildcardPlan): boolean {
    const hasWildcard = this.has(wildcard.name);
    if (wildcard.index < member.index)
      return wildcard.required && !hasWildcard && !this.has(member.name);
    if (hasWildcard && !wildcard.many) return false;
    return (!member.many && this.has(member.name)) || this.#excludes(member);
  }

  /** Whether another arm of a choice has occurred. */
  #excludes({ arms }: Position): boolean {
    for (const [choice, arm] of arms) if ((this.#arms?.get(choice) ?? arm) !== arm) return true;
    return false;
  }

  /** Whether another element belongs to this item and not to the next one. */
  fits(place: Position, many: boolean): boolean {
    const { index } = place;
    return !this.#excludes(place) && (index > this.#latest || (index === this.#latest && many));
  }

  /** The item of a repeated group that an element belongs to: the latest item, or a new one. */
  item(group: GroupPlan, inner: MemberPlan | WildcardPlan): OpenRecord {
    this.#items ??= new Map();
    const latest = this.#items.get(group);
    const many = inner.many || inner.group !== undefined;
    if (latest?.fits(inner, many)) return latest;
    const item = new OpenRecord(group.record);
    this.#items.set(group, item);
    this.add(group.name, true, item.value);
    return item;
  }

  add(name: string, many: boolean, value: unknown): boolean {
    const before = Object.hasOwn(this.value, name) ? this.value[name] : undefined;
    if (before === undefined) define(this.value, name, many ? [value] : value);
    else if (many && Array.isArray(before)) before.push(value);
    else return false;
    return true;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.value, name);
  }

  /** Reports what the record lacks, and the items of its groups. */
  check(report: CompletenessReport): void {
    checkRecord(this.plan, this.value, report);
  }
}

/** Gets what a record lacks. */
export interface CompletenessReport {
  /** @param value the record */
  missing(member: string, plan: RecordPlan, value: Record<string, unknown>): void;
  /** @param problem the broken rule of a choice or of an optional group, as the end of a sentence */
  incomplete(problem: string): void;
}

function checkRecord(
  plan: RecordPlan,
  value: Record<string, unknown>,
  report: CompletenessReport,
): void {
  for (const name of plan.required) {
    if (!Object.hasOwn(value, name)) report.missing(name, plan, value);
  }
  const problem = plan.presence?.(value);
  if (problem !== undefined) report.incomplete(problem);
  for (const { name, record } of plan.groups) {
    const items = value[name];
    if (!Array.isArray(items)) continue;
    for (const item of items) checkRecord(record, item, report);
  }
}

/** Sets a property of any name: an assignment to `__proto__` would set the prototype. */
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
