/** Compares wire schemas as graphs: functions are called, and objects that several others share have to correspond. */

interface Pair {
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** @returns the path of the first difference with both values; `undefined` if there is none */
export function schemaDifference(one: unknown, other: unknown): string | undefined {
  const partners = new Map<object, object>();
  const queue: Pair[] = [{ path: "", one, other }];
  for (const { path, ...pair } of queue) {
    const left = resolved(pair.one);
    const right = resolved(pair.other);
    if (!isObject(left) || !isObject(right)) {
      if (left !== right) return `${path}: ${String(left)} and ${String(right)}`;
      continue;
    }
    const partner = partners.get(left);
    if (partner !== undefined) {
      if (partner !== right) return `${path}: one object and two`;
      continue;
    }
    partners.set(left, right);
    const keys = Object.keys(left).sort();
    const others = Object.keys(right).sort();
    if (keys.join() !== others.join()) return `${path}: {${keys}} and {${others}}`;
    for (const key of keys) {
      queue.push({ path: `${path}/${key}`, one: own(left, key), other: own(right, key) });
    }
  }
  return undefined;
}

/** The functions of a schema return types that refer to each other in a circle. */
function resolved(value: unknown): unknown {
  return typeof value === "function" ? Reflect.apply(value, undefined, []) : value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function own(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
