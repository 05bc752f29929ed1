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
import { denoCommand, install, nodeFolder } from "../../scripts/programs.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { describeWithPeer, requireProgram } from "../interop/peer.js";
import { CHROMIUM, reportOfPage } from "./browser/chromium.js";
import { bundleText } from "./bundle.js";
import * as programs from "./compatibility/programs.js";
import { compatibilityPage, type Row } from "./compatibility/table.js";
import { viteBundle } from "./compatibility/vite.js";
import { workerResponse } from "./compatibility/worker.js";
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
      const modules = requireProgram(install(name, `typescript@${version}`), name, context);
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
      const folder = requireProgram(nodeFolder(version), `Node ${version}`, context);
      await expectLink(join(folder, "node"), [await write(name, text)]);
    });
  }
});

describe("Jest 30", () => {
  cell("Jest 30", "CommonJS", async (context) => {
    const modules = requireProgram(install("jest-30", "jest@30"), "Jest 30", context);
    await write("jest/package.json", '{ "type": "commonjs" }');
    await write("jest/program.test.js", programs.JEST);
    const globals = JSON.stringify({ ENDPOINT: simulator.url });
    const args = ["--rootDir", join(installed.folder, "jest"), "--globals", globals];
    await run(join(modules, ".bin/jest"), args, installed.folder);
  });
});

describe("Bun and Deno", () => {
  for (const [how, name, text] of FORMATS) {
    cell("Bun 1", how, async (context) => {
      const modules = requireProgram(install("bun-1", "bun@1"), "Bun 1", context);
      await expectLink(join(modules, ".bin/bun"), [await write(name, text)]);
    });
    cell("Deno 2", how, async (context) => {
      const [deno, ...args] = requireProgram(denoCommand(), "Deno 2", context);
      await expectLink(deno, [...args, await write(name, text)]);
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
    const modules = requireProgram(install("miniflare-3", "miniflare@3"), "miniflare 3", context);
    const conditions = ["workerd", "worker", "browser"];
    const script = await bundleText(installed.folder, programs.WORKER, conditions);
    const url = `http://worker.example/?${new URLSearchParams({ endpoint: simulator.url })}`;
    expect(await workerResponse(script, url, modules)).toMatch(LINK);
  });
});

describeWithPeer(CHROMIUM, "Chromium", () => {
  async function expectLinkOfPage(script: string): Promise<void> {
    expect(await reportOfPage(script, { endpoint: simulator.url }, 60_000)).toMatch(LINK);
  }
  cell("Chromium", "ES modules, bundled with esbuild 0.28", async () => {
    await expectLinkOfPage(await bundleText(installed.folder, programs.PAGE));
  });
  cell("Chromium", "ES modules, bundled with Vite 8", async (context) => {
    const modules = requireProgram(install("vite-8", "vite@8"), "Vite 8", context);
    await expectLinkOfPage(await viteBundle(installed.folder, programs.PAGE, modules));
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
