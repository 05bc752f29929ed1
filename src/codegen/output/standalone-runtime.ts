/** The runtime as files next to generated code. */
import { readdir, readFile } from "node:fs/promises";
import { packageFile } from "../../package/package-file.js";
import { GenerateError } from "../errors.js";
import { HEADER } from "../print/header.js";

const FOLDER = "runtime";

/** The module from which the code imports it; the extension fits all module settings, since it is JavaScript. */
export const STANDALONE_RUNTIME = `./${FOLDER}/index.js`;

/**
 * @returns the files of the runtime by their paths below the output folder
 * @throws GenerateError (`NO_RUNTIME`) if they are not built
 */
export async function standaloneRuntime(): Promise<ReadonlyMap<string, string>> {
  const folder = packageFile("dist/standalone/");
  const names = await readdir(folder).catch((cause: unknown) => {
    const message =
      "The files of the runtime for --standalone are missing: run `npm run build` in the clone of rescue-soap.";
    throw new GenerateError("NO_RUNTIME", message, { cause });
  });
  const texts = names.sort().map(async (name): Promise<[string, string]> => {
    const text = await readFile(new URL(name, folder), "utf8");
    return [`${FOLDER}/${name}`, `// ${HEADER}: its runtime; do not edit.\n${text}`];
  });
  return new Map(await Promise.all(texts));
}
