/**
 * The sources of the declaration maps. Maps of JavaScript contain their sources; an editor follows a declaration map only to
 * a file. All of `src` would take more disk space than the rest of the package, because of its many small files.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Copies the sources of the declarations to `src` in `out`, and lets their maps refer to the copies. */
export function copyDeclarationSources(out: string): void {
  const maps = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".d.cts.map"),
  );
  for (const name of maps) {
    const path = join(out, name);
    const map: { sources: string[] } = JSON.parse(readFileSync(path, "utf8"));
    map.sources = map.sources.map((source) => {
      const original = join(dirname(path), source);
      const copy = join(out, original);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(original, copy);
      return relative(dirname(path), copy);
    });
    writeFileSync(path, JSON.stringify(map));
  }
}
