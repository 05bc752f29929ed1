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
  return ORDER.compare(bare(a), bare(b)) || (a < b ? -1 : 1);
}

const ORDER = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function bare(name: string): string {
  return name.replace(/^type /, "");
}
