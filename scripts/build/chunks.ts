/** The graph of the chunks that the bundler gives. */
import type { OutputChunk, RolldownOutput } from "rolldown";

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
