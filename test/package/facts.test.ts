import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { VERSION } from "../../src/package/index.js";
import { packageFile } from "../../src/package/package-file.js";

it("has the version of package.json", async () => {
  const text = await readFile(packageFile("package.json"), "utf8");
  expect(JSON.parse(text)).toMatchObject({ name: "rescue-soap", version: VERSION });
});
