/** The project, built and packed once per run: builds at the same time would write to the same folder. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import { type Packed, pack } from "../../scripts/packed-package.js";

/** In ms. */
const LONGEST_BUILD = 170_000;

type Result = Packed | { readonly problem: string };

/** @throws Error if the build fails, here or in another file of the run */
export async function packOnce(): Promise<Packed> {
  const folder = inject("runFolder");
  const file = join(folder, "packed.json");
  const isFirst = await mkdir(join(folder, "lock")).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const result: Result = await pack(folder).catch((error) => ({ problem: String(error) }));
    await writeFile(`${file}.part`, JSON.stringify(result));
    await rename(`${file}.part`, file);
  }
  const result = await waitFor(file);
  if ("problem" in result) throw new Error(result.problem);
  return result;
}

async function waitFor(file: string): Promise<Result> {
  for (let waited = 0; waited < LONGEST_BUILD; waited += 200) {
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text !== undefined) return JSON.parse(text);
    await sleep(200);
  }
  throw new Error(`The project was not packed within ${LONGEST_BUILD / 1_000} s.`);
}
