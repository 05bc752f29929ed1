/** Files of the package that are not code. */
import { existsSync } from "node:fs";

/**
 * The URL of a file of this package. Bundles are in other folders than the sources, so the package is searched upwards
 * from this file.
 *
 * @param path below the folder of package.json
 */
export function packageFile(path: string): URL {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder))) {
    const parent = new URL("..", folder);
    if (parent.href === folder.href)
      throw new Error("The folder of rescue-soap has no package.json");
    folder = parent;
  }
  return new URL(path, folder);
}
