/** `npm run build`: writes dist. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyDeclarationSources } from "./declaration-sources.js";
import { buildJavaScript, type Manifest } from "./javascript.js";
import { notices } from "./notices.js";
import { buildStandalone } from "./standalone.js";

const OUT = "dist";

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT);
const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const [bundled, copied] = await Promise.all([
  buildJavaScript(manifest, OUT),
  buildStandalone(OUT),
  run("tsx", "scripts/build/declarations.mjs", OUT),
]);
copyDeclarationSources(OUT);
writeFileSync(join(OUT, "THIRD-PARTY-NOTICES.txt"), notices(bundled));
// A copy needs the licences, and every generated file starts with a comment.
const licences = [readFileSync("LICENSE", "utf8").trim(), notices(copied).trim()].join("\n\n");
writeFileSync(
  join(OUT, "standalone/licenses.js"),
  `/*\n${licences.replaceAll("*/", "* /")}\n*/\nexport {};\n`,
);

async function run(command: string, ...args: readonly string[]): Promise<void> {
  const [code] = await once(spawn(command, args, { stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}
