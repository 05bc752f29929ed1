/** `npm run size`: what a production install of the package adds to node_modules. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedSize, installIn, pack } from "./packed-package.js";

const folder = await mkdtemp(join(tmpdir(), "rescue-soap-size-"));
try {
  const { tarball } = await pack(folder);
  await installIn(folder, ["--omit=dev", tarball]);
  const { packages, kilobytes } = await installedSize(folder);
  console.log(`${packages} packages, ${(kilobytes / 1_000).toFixed(2)} MB`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
