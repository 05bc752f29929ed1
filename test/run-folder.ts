/** A temporary folder per run of vitest, for what test files share. At its end no file contains a planted secret. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { planted } from "./secrets/search-files.js";

declare module "vitest" {
  export interface ProvidedContext {
    readonly runFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-soap-run-"));
  project.provide("runFolder", folder);
  return async () => {
    const isSnapshot = (path: string) => path.includes("__snapshots__");
    const found = [...(await planted(folder)), ...(await planted("test", isSnapshot))];
    await rm(folder, { recursive: true, force: true });
    if (found.length === 0) return;
    console.error(`Files contain planted secrets:\n${found.join("\n")}`);
    process.exitCode = 1;
  };
}
