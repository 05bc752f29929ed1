/** The chunks that the bundler returns: their graph, and their names. */
import type { OutputChunk, PreRenderedChunk, RolldownOutput } from "rolldown";
import { isLibrary, packageName } from "./input.js";

export function chunksOf({ output }: RolldownOutput): readonly OutputChunk[] {
  return output.flatMap((each) => (each.type === "chunk" ? [each] : []));
}

/** The chunks that are loaded with the first ones at once, and with `onDemand` also those that may follow later. */
export function reachable(
  all: readonly OutputChunk[],
  first: readonly OutputChunk[],
  { onDemand }: { readonly onDemand: boolean },
): ReadonlySet<OutputChunk> {
  const byName = new Map(all.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set<OutputChunk>();
  const visit = (chunk: OutputChunk | undefined): void => {
    if (chunk === undefined || reached.has(chunk)) return;
    reached.add(chunk);
    const next = onDemand ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports;
    for (const name of next) visit(byName.get(name));
  };
  for (const chunk of first) visit(chunk);
  return reached;
}

/** Of a bundled package, not of the sources. */
export function isOfLibrary({ moduleIds }: Pick<PreRenderedChunk, "moduleIds">): boolean {
  return moduleIds.length > 0 && moduleIds.every(isLibrary);
}

/** A library is known by its name, not by that of a file in it. */
export function vendorName(chunk: PreRenderedChunk): string | undefined {
  if (!isOfLibrary(chunk)) return undefined;
  const [name = ""] = (chunk.moduleIds.at(-1) ?? "").split("/node_modules/").slice(-1);
  return `vendor-${packageName(name).replace("@", "").replace("/", "-")}`;
}
