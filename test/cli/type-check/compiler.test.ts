import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Compiler } from "../../../src/cli/type-check/compiler.js";
import { findCompiler } from "../../../src/cli/type-check/find-compiler.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-compiler-"));
});
afterEach(() => rm(folder, { recursive: true }));

const COMPILERS: readonly (readonly [name: RegExp, find: () => Promise<Compiler>])[] = [
  [/^TypeScript \d/, () => findCompiler([folder, process.cwd()])],
  // No typescript can be resolved from a temporary folder.
  [/^ts-morph, TypeScript \d/, () => findCompiler([folder])],
];

describe.each(COMPILERS)("%s", (name, find) => {
  it("reports the errors in a folder and below it, by file and line", async () => {
    const compiler = await find();
    expect(compiler.name).toMatch(name);
    await mkdir(join(folder, "inner"));
    await writeFile(join(folder, "good.ts"), "export const good: number = 1;");
    await writeFile(join(folder, "inner/bad.ts"), '\nexport const wrong: number = "text";');
    expect(await compiler.check(folder)).toEqual({
      files: 2,
      problems: [
        expect.stringMatching(/^(?:inner\/)?bad\.ts:2: Type 'string' is not assignable to type/),
      ],
    });
  });
});

it("asks the project's compiler first", async () => {
  const typescript = join(folder, "node_modules/typescript");
  await mkdir(typescript, { recursive: true });
  await writeFile(
    join(typescript, "package.json"),
    JSON.stringify({ version: "5.4.0", bin: { tsc: "./tsc.js" } }),
  );
  await writeFile(
    join(typescript, "tsc.js"),
    `console.log("error TS5023: Unknown compiler option.");
     console.log("a.ts(1,2): error TS1: One.\\n  More of it.\\n../b.ts(1,2): error TS2: Two.");
     process.exitCode = 2;`,
  );
  await writeFile(join(folder, "a.ts"), "");
  const compiler = await findCompiler([folder]);
  expect(compiler.name).toBe("TypeScript 5.4.0");
  expect((await compiler.check(folder)).problems).toEqual([
    "TS5023: Unknown compiler option.",
    "a.ts:1: One.",
  ]);
});
