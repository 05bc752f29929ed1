import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { check, generate, parseContract } from "../../src/codegen/index.js";
import { writeOutput } from "../../src/codegen/output/output.js";
import { ordersWsdl, replaced } from "../wsdl/fixtures.js";

const orders = parseContract(ordersWsdl(), "orders.wsdl");
const changed = parseContract(replaced(ordersWsdl(), "s:decimal", "s:double"), "orders.wsdl");

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rescue-soap-output-"));
  out = join(folder, "generated");
});
afterEach(() => rmSync(folder, { recursive: true }));

const contents = () =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));

describe("generate", () => {
  it("makes the folder, with those above it", async () => {
    const files = await generate(orders, { out: join(out, "deep") });
    expect(readdirSync(join(out, "deep")).sort()).toEqual(files.sort());
    expect(readFileSync(join(out, "deep", "client.ts"), "utf8")).toContain(
      'from "rescue-soap/codegen/v1"',
    );
  });

  it("replaces the whole folder, and leaves nothing beside it", async () => {
    await generate(orders, { out });
    expect(Object.keys(contents())).toContain("enums.ts");
    const without = replaced(ordersWsdl(), 'type="tns:getOrderRet"', 'type="s:string"');
    const text = replaced(without, "s:decimal", "s:double");
    await generate(parseContract(text, "orders.wsdl"), { out });
    expect(Object.keys(contents())).not.toContain("enums.ts");
    expect(contents()["types.ts"]).toContain("dPrice: number");
    expect(readdirSync(folder)).toEqual(["generated"]);
  });

  it("creates a folder with the usual permissions", async () => {
    await generate(orders, { out });
    mkdirSync(join(folder, "plain"));
    expect(statSync(out).mode).toBe(statSync(join(folder, "plain")).mode);
  });

  it("does not replace what it didn't generate", async () => {
    mkdirSync(out);
    writeFileSync(join(out, "mine.ts"), "export {};");
    await expect(generate(orders, { out })).rejects.toMatchObject({
      code: "OUTPUT",
      message: expect.stringContaining("contains mine.ts, which was not generated"),
    });
    expect(contents()).toEqual({ "mine.ts": "export {};" });
  });

  it.each<[string, string, () => void]>([
    [
      "a copy of a generated file",
      "copy.ts, which was not generated",
      () => cpSync(join(out, "client.ts"), join(out, "copy.ts")),
    ],
    [
      "a generated file that was changed",
      "client.ts, which was changed since it was generated",
      () => appendFileSync(join(out, "client.ts"), "// mine"),
    ],
    [
      "a file of the user in the place of a generated one",
      "client.ts, which was not generated",
      () => writeFileSync(join(out, "client.ts"), "export {};"),
    ],
    [
      "a symbolic link to a file",
      "link.ts, which was not generated",
      () => symlinkSync(join(out, "client.ts"), join(out, "link.ts")),
    ],
    [
      "a symbolic link to a folder",
      "link, which was not generated",
      () => symlinkSync(folder, join(out, "link")),
    ],
    [
      "a symbolic link in the place of contract.json",
      "contract.json, which was not generated",
      () => {
        rmSync(join(out, "contract.json"));
        symlinkSync(join(out, "client.ts"), join(out, "contract.json"));
      },
    ],
    [
      "a file in a folder",
      "mine/a.ts, which was not generated",
      () => {
        mkdirSync(join(out, "mine"));
        writeFileSync(join(out, "mine", "a.ts"), "");
      },
    ],
  ])("does not replace %s", async (_, message, change) => {
    await generate(orders, { out });
    change();
    const before = readdirSync(out);
    const text = readFileSync(join(out, "client.ts"), "utf8");
    await expect(generate(changed, { out })).rejects.toMatchObject({
      code: "OUTPUT",
      message: expect.stringContaining(message),
    });
    expect(readdirSync(out)).toEqual(before);
    expect(readFileSync(join(out, "client.ts"), "utf8")).toBe(text);
    expect(readdirSync(folder)).toEqual(["generated"]);
  });

  it("replaces copies and changed files of generated code with force, and no others", async () => {
    await generate(orders, { out });
    cpSync(join(out, "client.ts"), join(out, "copy.ts"));
    appendFileSync(join(out, "client.ts"), "// mine");
    await generate(changed, { out, force: true });
    expect(await check(changed, { out })).toEqual([]);
    writeFileSync(join(out, "mine.ts"), "");
    await expect(generate(orders, { out, force: true })).rejects.toThrow("contains mine.ts");
  });

  it("replaces files whose line breaks were changed", async () => {
    await generate(orders, { out });
    const file = join(out, "client.ts");
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    await generate(changed, { out });
    expect(await check(changed, { out })).toEqual([]);
  });

  it("replaces code of a version without manifest by the header and the names of its files", async () => {
    await generate(orders, { out });
    rmSync(join(out, "manifest.json"));
    appendFileSync(join(out, "client.ts"), "// of another version");
    await generate(changed, { out });
    expect(await check(changed, { out })).toEqual([]);
    rmSync(join(out, "manifest.json"));
    cpSync(join(out, "client.ts"), join(out, "copy.ts"));
    await expect(generate(orders, { out })).rejects.toThrow(
      "contains copy.ts, which was not generated; use a folder that contains only generated code, or replace these files with force (--force).",
    );
  });

  it.each<[string, (target: string) => void, string]>([
    [
      "a new file",
      (target) => writeFileSync(join(target, "mine.ts"), "mine"),
      "contains mine.ts, which was not generated",
    ],
    [
      "a change of a generated file",
      (target) => appendFileSync(join(target, "client.ts"), "// mine"),
      "contains client.ts, which was changed",
    ],
  ])("keeps %s that is saved after the check", async (_, save, message) => {
    await generate(orders, { out });
    // The files are read after the check, when they are written beside the folder.
    class Late extends Map<string, string> {
      override [Symbol.iterator]() {
        save(out);
        return super[Symbol.iterator]();
      }
    }
    expect(() => writeOutput(out, new Late([["client.ts", "new"]]))).toThrow(message);
    expect(Object.values(contents()).join("")).toContain("mine");
    expect(Object.keys(contents())).toContain("schema.ts");
    expect(readdirSync(folder)).toEqual(["generated"]);
  });

  it("writes to the folder that a link leads to, and keeps the link", async () => {
    const real = join(folder, "real");
    mkdirSync(real);
    symlinkSync(real, out);
    await generate(orders, { out });
    await generate(changed, { out });
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readdirSync(real)).toContain("client.ts");
    expect(readdirSync(folder).sort()).toEqual(["generated", "real"]);
    rmSync(real, { recursive: true });
    await expect(generate(orders, { out })).rejects.toThrow(
      "is a symbolic link to a folder that does not exist",
    );
  });

  it.each([
    [".", "current"],
    ["..", "current"],
    ["/", "current"],
    [homedir(), "home"],
  ])("rejects %s", async (path, what) => {
    await expect(generate(orders, { out: path })).rejects.toMatchObject({
      code: "OUTPUT",
      message: expect.stringContaining(`${path} is the ${what} folder or contains it.`),
    });
  });

  it("rejects a link to the current folder", async () => {
    symlinkSync(process.cwd(), out);
    await expect(generate(orders, { out })).rejects.toThrow("is the current folder");
  });

  it("does not accept contract.json of another program", async () => {
    mkdirSync(out);
    writeFileSync(join(out, "contract.json"), '{"mine":true}');
    await expect(generate(orders, { out })).rejects.toMatchObject({ code: "OUTPUT" });
    expect(contents()).toEqual({ "contract.json": '{"mine":true}' });
  });

  it("replaces generated code whose contract.json is damaged", async () => {
    await generate(orders, { out });
    writeFileSync(join(out, "contract.json"), "<<<<<<<");
    await generate(orders, { out });
    expect(await check(orders, { out })).toEqual([]);
  });

  it("leaves the folder as it was when the new one can't be written", async () => {
    await generate(orders, { out });
    const before = contents();
    // A folder can't be renamed onto a path below a file.
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(generate(changed, { out: join(file, "out") })).rejects.toMatchObject({
      code: "OUTPUT",
      message: expect.stringContaining("file/out"),
    });
    expect(contents()).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["file", "generated"]);
  });

  it.runIf(existsSync("/proc/self"))(
    "reports a file system without new folders at once",
    async () => {
      const below = generate(orders, { out: "/proc/rescue-soap/generated" });
      await expect(below).rejects.toMatchObject({
        code: "OUTPUT",
        message:
          "/proc/rescue-soap/generated can't be written: the file system does not allow new folders there (ENOENT at /proc/rescue-soap).",
      });
    },
  );

  it("names the reason when a path is too long", async () => {
    const deep = join(out, ...Array.from({ length: 30 }, () => "x".repeat(250)));
    await expect(generate(orders, { out: deep })).rejects.toMatchObject({
      code: "OUTPUT",
      message: expect.stringContaining("the path is too long (ENAMETOOLONG at "),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("writes nothing when there is nothing to generate", async () => {
    const none = { ...orders, services: [] };
    await expect(generate(none, { out })).rejects.toMatchObject({ code: "NOTHING" });
    expect(existsSync(out)).toBe(false);
  });
});

describe("check", () => {
  it("finds nothing if all files are as generated", async () => {
    await generate(orders, { out });
    expect(await check(orders, { out })).toEqual([]);
  });

  it("reports what changed in the contract", async () => {
    await generate(orders, { out });
    const before = contents();
    expect(await check(changed, { out })).toEqual([
      "type of LINE/dPrice changed from xs:decimal to xs:double (breaks callers and servers)",
    ]);
    expect(contents()).toEqual(before);
  });

  it("ignores the version that wrote the code if all else is the same", async () => {
    await generate(orders, { out });
    const file = join(out, "schema.ts");
    const text = readFileSync(file, "utf8");
    const other = text.replace(/^const generator = ".*";$/m, 'const generator = "9.9.9";');
    expect(other).not.toBe(text);
    writeFileSync(file, other);
    expect(await check(orders, { out })).toEqual([]);
    writeFileSync(file, `${other}\n`);
    expect(await check(orders, { out })).toHaveLength(1);
  });

  it("reports which files are not as generated", async () => {
    await generate(orders, { out });
    writeFileSync(join(out, "types.ts"), "edited");
    writeFileSync(join(out, "more.ts"), "");
    rmSync(join(out, "enums.ts"));
    expect(await check(orders, { out })).toEqual([
      "enums.ts is missing",
      "more.ts was not generated",
      "types.ts is not as it was generated",
    ]);
  });

  it("reports missing code, and code of another form", async () => {
    expect(await check(orders, { out })).toEqual([`${out} has no generated code`]);
    await generate(orders, { out });
    writeFileSync(join(out, "contract.json"), "{}");
    expect(await check(orders, { out })).toEqual(["contract.json is not as it was generated"]);
  });
});
