/**
 * Each TypeScript block of the README and the guides, as a reader uses it: pasted into a project that has the installed
 * package, compiled with the `tsconfig.json` of the README, and run. A block with the word `compile-only` is not run: it
 * needs files or a service of the reader.
 */
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type InstalledPackage,
  installPackage,
  PROJECT,
  run,
} from "../package/installed-package.js";
import { blocksOf, type CodeBlock, codeBlocks } from "./code-blocks.js";

const all = codeBlocks();
const blocks = all.filter(({ language }) => language === "ts");
const tsconfigs = all.filter(
  ({ name, language, code }) =>
    name.startsWith("README") && language === "json" && code.includes("compilerOptions"),
);

/** What a reader installs for the blocks that need it. */
const PEERS = [
  "soap",
  "xml-crypto",
  "xml-encryption",
  "@node-ntlm/core",
  "@types/node",
  "@opentelemetry/api",
  "@opentelemetry/sdk-metrics",
  "@opentelemetry/sdk-trace-base",
  "pino",
];

let installed: InstalledPackage;
let problems: string;
beforeAll(async () => {
  installed = await installPackage();
  const { folder } = installed;
  for (const peer of PEERS) await linkPackage(peer, folder);
  const contract = "node_modules/rescue-soap/docs/examples/Quotes.wsdl";
  const command = join(folder, "node_modules/.bin/rescue-soap");
  await run(command, ["generate", contract, "--out", "generated"], folder);
  await writeFile(join(folder, "tsconfig.json"), tsconfigs[0]?.code ?? "");
  for (const block of blocks) await writeFile(join(folder, `${fileOf(block)}.ts`), block.code);
  const tsc = join(PROJECT, "node_modules/.bin/tsc");
  problems = await run(tsc, ["-p", folder, "--pretty", "false"], folder).then(
    () => "",
    (error: unknown) => String(error),
  );
}, 240_000);
afterAll(() => installed?.remove());

async function linkPackage(name: string, folder: string): Promise<void> {
  const target = join(folder, "node_modules", name);
  await mkdir(join(target, ".."), { recursive: true });
  await symlink(join(PROJECT, "node_modules", name), target).catch(() =>
    cp(join(PROJECT, "node_modules", name), target, { recursive: true }),
  );
}

function fileOf({ name }: CodeBlock): string {
  return name.replace(/\.md /, "-").replace(/\W+/g, "-").toLowerCase();
}

describe("the documents", () => {
  it("have blocks, and one tsconfig", () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect(tsconfigs).toHaveLength(1);
  });

  it("have no attribute that this test does not know", () => {
    const attributes = new Set(all.flatMap((block) => block.attributes));
    expect([...attributes]).toEqual(["compile-only"]);
  });

  it("are split into blocks", () => {
    const text = "a\n```ts compile-only\nconst a = 1;\n```\n```sh\nls\n```\n";
    expect(blocksOf("a.md", text)).toEqual([
      { name: "a.md 1", language: "ts", attributes: ["compile-only"], code: "const a = 1;\n" },
      { name: "a.md 2", language: "sh", attributes: [], code: "ls\n" },
    ]);
  });
});

describe("the TypeScript blocks", () => {
  it.each(blocks.map((block) => [block.name, block] as const))("%s compiles", (_, block) => {
    const file = `${fileOf(block)}.ts`;
    expect(problems.split("\n").filter((line) => line.startsWith(file))).toEqual([]);
  });

  it("have no other problem", () => {
    expect(problems).toBe("");
  });

  it.each(
    blocks
      .filter(({ attributes }) => !attributes.includes("compile-only"))
      .map((block) => [block.name, block] as const),
  )("%s runs", async (_, block) => {
    expect(await run("node", [`${fileOf(block)}.js`], installed.folder)).not.toBe("");
  });
});
