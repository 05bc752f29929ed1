/** Runs a worker in workerd. */
import { createRequire } from "node:module";
import { join } from "node:path";

/** What the test uses of miniflare. */
interface Miniflare {
  dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}

/** The text with which a worker responds in workerd. */
export async function workerResponse(
  script: string,
  url: string,
  modules: string,
): Promise<string> {
  const { Miniflare }: { Miniflare: new (options: object) => Miniflare } = createRequire(
    join(modules, "x.cjs"),
  )("miniflare");
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2025-07-01" });
  try {
    return await (await miniflare.dispatchFetch(url)).text();
  } finally {
    await miniflare.dispose();
  }
}
