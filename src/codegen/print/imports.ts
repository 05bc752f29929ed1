import { WIDTH } from "./layout.js";

/** An import of names, each once and in order; nothing where there are none. */
export function importOf(
  keyword: "import" | "import type",
  names: readonly string[],
  from: string,
): string[] {
  const sorted = [...new Set(names)].sort(naturally);
  if (sorted.length === 0) return [];
  const line = `${keyword} { ${sorted.join(", ")} } from "${from}";`;
  if (line.length <= WIDTH || sorted.length === 1) return [line];
  return [`${keyword} {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "${from}";`];
}

/** As formatters sort names: numbers by their value, letters without regard to case first. */
function naturally(a: string, b: string): number {
  const [one, other] = [pieces(a), pieces(b)];
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const [left = "", right = ""] = [one[index], other[index]];
    const byValue = DIGITS.test(left) && DIGITS.test(right) ? Number(left) - Number(right) : 0;
    if (byValue !== 0) return byValue;
    if (left !== right) return left < right ? -1 : 1;
  }
  return one.length - other.length || (a < b ? -1 : 1);
}

const DIGITS = /^\d+$/;

/** Digits and the rest, letters as small ones; what is neither comes before both, as `_`. */
function pieces(name: string): readonly string[] {
  return (
    bare(name)
      .toLowerCase()
      .replaceAll("_", "\u0001")
      .match(/\d+|\D+/g) ?? []
  );
}

function bare(name: string): string {
  return name.replace(/^type /, "");
}
