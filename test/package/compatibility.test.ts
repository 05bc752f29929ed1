/** The packed package in every environment that it supports; writes docs/compatibility.md. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  type TestContext,
} from "vitest";
import { denoBinary, install, nodeFolder } from "../../scripts/programs.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { describeWithPeer } from "../interop/peer.js";
import { CHROMIUM, reportOfPage } from "./browser/chromium.js";
import { esbuildBundle, workerResponse } from "./compatibility/bundles.js";
import * as programs from "./compatibility/programs.js";
import { compatibilityPage, type Row } from "./compatibility/table.js";
import { type InstalledPackage, installPackage, PROJECT, run } from "./installed-package.js";

const LINK = /^https:.*Code=\d{6}\s*$/;

let installed: InstalledPackage;
let simulator: Simulator;
beforeAll(async () => {
  installed = await installPackage();
}, 180_000);
afterAll(() => installed?.remove());
// One for each test, since sign-ins have a rate limit.
beforeEach(async () => {
  simulator = await startSimulator({ cors: true });
});
afterEach(() => simulator.close());

const rows: Row[] = [];
let cells = 0;

/** A test that adds a row to the table when it passes. */
function cell(environment: string, how: string, test: (context: TestContext) => Promise<void>) {
  cells += 1;
  const run = async (context: TestContext) => {
    await test(context);
    rows.push({ environment, how });
  };
  // The first use of a program installs it.
  it(`${environment}, ${how}`, run, 300_000);
}

/** Skips the test if a program cannot be installed. With `RESCUE_SOAP_REQUIRE_PEERS`, which CI sets, it fails. */
function present<T>(program: T | undefined, name: string, context: TestContext): T {
  if (program !== undefined) return program;
  const message = `${name} cannot be installed`;
  if (process.env.RESCUE_SOAP_REQUIRE_PEERS === "1") throw new Error(message);
  return context.skip(message);
}

/** Writes a file next to the installed package. */
async function write(path: string, text: string): Promise<string> {
  const file = join(installed.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

describe.each(["5.4", "5.6", "5.8", "5.9", "6.0", "7.0"])("TypeScript %s", (version) => {
  const MODES = [
    { how: "ES modules, `nodenext`", module: "nodenext", type: "module" },
    { how: "ES modules, `bundler`", module: "esnext", moduleResolution: "bundler", type: "module" },
    { how: "CommonJS, `node16`", module: "node16", type: "commonjs" },
  ];
  for (const { how, type, ...options } of MODES) {
    cell(`TypeScript ${version}`, how, async (context) => {
      const name = `typescript-${version}`;
      const modules = present(install(name, `typescript@${version}`), name, context);
      const folder = `${name}-${type}-${options.module}`;
      const compilerOptions = {
        ...options,
        target: "es2022",
        lib: ["es2023"],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        typeRoots: [join(PROJECT, "node_modules/@types")],
        types: ["node"],
      };
      await write(`${folder}/package.json`, JSON.stringify({ type }));
      const tsconfig = { compilerOptions, files: ["consumer.ts"] };
      const file = await write(`${folder}/tsconfig.json`, JSON.stringify(tsconfig));
      await write(`${folder}/consumer.ts`, programs.TYPED);
      await run(join(modules, ".bin/tsc"), ["-p", file], installed.folder);
    });
  }
});

const ES_MODULE = `${programs.IMPORT}\n${programs.LINK}\n${programs.PRINT}`;
const COMMON_JS = `${programs.REQUIRE}\n${programs.LINK}\n${programs.PRINT}`;
const FORMATS = [
  ["ES modules", "program.mjs", ES_MODULE],
  ["CommonJS", "program.cjs", COMMON_JS],
] as const;

/** Runs a program next to the installed package, which prints the link. */
async function expectLink(command: string, args: readonly string[]): Promise<void> {
  expect(await run(command, [...args, simulator.url], installed.folder)).toMatch(LINK);
}

describe.each(["20", "22", "24"])("Node %s", (version) => {
  for (const [how, name, text] of FORMATS) {
    cell(`Node ${version}`, how, async (context) => {
      const folder = present(nodeFolder(version), `Node ${version}`, context);
      await expectLink(join(folder, "node"), [await write(name, text)]);
    });
  }
});

describe("Jest 30", () => {
  cell("Jest 30", "CommonJS", async (context) => {
    const modules = present(install("jest-30", "jest@30"), "Jest 30", context);
    await write("jest/package.json", '{ "type": "commonjs" }');
    await write("jest/program.test.js", programs.JEST);
    const globals = JSON.stringify({ ENDPOINT: simulator.url });
    const args = ["--rootDir", join(installed.folder, "jest"), "--globals", globals];
    await run(join(modules, ".bin/jest"), args, installed.folder);
  });
});

const DENO = ["run", "--no-remote", "--node-modules-dir=manual", "--allow-all"];

describe("Bun and Deno", () => {
  for (const [how, name, text] of FORMATS) {
    cell("Bun 1", how, async (context) => {
      const modules = present(install("bun-1", "bun@1"), "Bun 1", context);
      await expectLink(join(modules, ".bin/bun"), [await write(name, text)]);
    });
    cell("Deno 2", how, async (context) => {
      const deno = present(denoBinary(), "Deno 2", context);
      await expectLink(deno, [...DENO, await write(name, text)]);
    });
  }
});

describe("tsx 4", () => {
  for (const [how, name, text] of FORMATS) {
    cell("tsx 4", how, async () => {
      const file = await write(name.replace(".", "-tsx.").replace("js", "ts"), text);
      await expectLink(join(PROJECT, "node_modules/.bin/tsx"), [file]);
    });
  }
});

describe("workerd", () => {
  const how = "ES modules, bundled with esbuild 0.28";
  cell("workerd (miniflare 3)", how, async (context) => {
    const modules = present(install("miniflare-3", "miniflare@3"), "miniflare 3", context);
    const conditions = ["workerd", "worker", "browser"];
    const script = await esbuildBundle(programs.WORKER, installed.folder, conditions);
    const url = `http://worker.example/?${new URLSearchParams({ endpoint: simulator.url })}`;
    expect(await workerResponse(script, url, modules)).toMatch(LINK);
  });
});

describeWithPeer(CHROMIUM, "Chromium", () => {
  async function expectLinkOfPage(script: string): Promise<void> {
    expect(await reportOfPage(script, { endpoint: simulator.url }, 60_000)).toMatch(LINK);
  }
  cell("Chromium", "ES modules, bundled with esbuild 0.28", async () => {
    await expectLinkOfPage(await esbuildBundle(programs.PAGE, installed.folder));
  });
});

describe("docs/compatibility.md", () => {
  it("has the results", async (context) => {
    const missing = cells - rows.length;
    if (missing > 0) context.skip(`${missing} environments have no result`);
    const page = compatibilityPage(rows);
    await expect(page).toMatchFileSnapshot(join(PROJECT, "docs/compatibility.md"));
  });
});
