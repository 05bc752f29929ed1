/** Compares the imports and sizes of source files with the rules. */
import { posix } from "node:path";
import { cyclesOf } from "./cycles.js";
import { LAYERS, type LayerRule } from "./rules.js";
import { MAX_PARAMETERS, type SourceGraph } from "./source-graph.js";

export const MAX_LINES = 300;
export const MAX_FILES = 15;

/** Findings by kind; each is one sentence that names the file. */
export interface Findings {
  readonly disallowed: readonly string[];
  readonly nonPublic: readonly string[];
  readonly cycles: readonly string[];
  readonly longFiles: readonly string[];
  readonly longSignatures: readonly string[];
  readonly largeFolders: readonly string[];
}

/**
 * @param graph the files below `src`
 * @param layers the rules; an unknown folder is a layer without any allowed import
 */
export function checkLayers(
  graph: SourceGraph,
  layers: Readonly<Record<string, LayerRule>> = LAYERS,
): Findings {
  const disallowed: string[] = [];
  const nonPublic: string[] = [];
  for (const [file, { imports }] of graph) {
    const layer = layerOf(file);
    const rule = layers[layer];
    const allowed = [...(rule?.imports ?? []), ...(rule?.exceptions?.[inLayer(file)] ?? [])];
    for (const { specifier, target } of imports) {
      if (target === undefined) {
        if (!/^rescue-soap(?:\/|$)/.test(specifier)) continue;
        disallowed.push(`${file} imports "${specifier}": use the relative path of the file`);
        continue;
      }
      const to = layerOf(target);
      if (to === layer || allowed.includes(target)) continue;
      if (!allowed.includes(to)) {
        const list = allowed.join(", ") || "no other layer";
        disallowed.push(`${file} imports "${specifier}": ${layer} may import from ${list}`);
      } else if (!isPublic(target, layers[to])) {
        nonPublic.push(`${file} imports "${specifier}", which is not a public file of ${to}`);
      }
    }
  }
  return { disallowed, nonPublic, cycles: cyclesOf(graph).map(cycleText), ...sizes(graph) };
}

function layerOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : ".";
}

function inLayer(file: string): string {
  return file.slice(file.indexOf("/") + 1);
}

function isPublic(target: string, rule: LayerRule | undefined): boolean {
  const file = inLayer(target);
  return file === "index.ts" || rule?.publicFiles?.includes(file) === true;
}

function cycleText(files: readonly string[]): string {
  return `import cycle: ${[...files, files[0] ?? ""].join(" → ")}`;
}

type Sizes = Pick<Findings, "longFiles" | "longSignatures" | "largeFolders">;

/** Generated code is as long as its contract. */
function sizes(graph: SourceGraph): Sizes {
  const written = [...graph].filter(([file]) => layerOf(file) !== "generated");
  const folders = new Map<string, number>();
  for (const [file] of written) {
    const folder = posix.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return {
    longFiles: written
      .filter(([, { lines }]) => lines > MAX_LINES)
      .map(([file, { lines }]) => `${file} has ${lines} lines; the limit is ${MAX_LINES}`),
    longSignatures: written.flatMap(([file, { longSignatures }]) =>
      longSignatures.map((text) => `${file}: ${text}; the limit is ${MAX_PARAMETERS}`),
    ),
    largeFolders: [...folders]
      .filter(([, count]) => count > MAX_FILES)
      .map(([folder, count]) => `${folder} has ${count} files; the limit is ${MAX_FILES}`),
  };
}
