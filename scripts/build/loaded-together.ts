/** Which modules are loaded with an entry at once, not on demand. */
import { rolldown } from "rolldown";
import { chunksOf, reachable } from "./chunks.js";
import { inputOptions } from "./input.js";

/**
 * Bundles the entries alone, and follows the static imports of their chunks.
 *
 * @returns the ids of modules of which the bundler keeps code
 */
export async function loadedTogether(
  entries: Readonly<Record<string, string>>,
  external: readonly string[],
): Promise<ReadonlySet<string>> {
  const bundle = await rolldown(inputOptions(entries, external));
  const chunks = chunksOf(await bundle.generate({ format: "es" }));
  await bundle.close();
  const first = chunks.filter(({ isEntry }) => isEntry);
  return new Set(
    [...reachable(chunks, first, { onDemand: false })].flatMap(({ modules }) =>
      Object.entries(modules)
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => id),
    ),
  );
}
