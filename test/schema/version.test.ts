import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { VERSION } from "../../src/schema/version.js";

it("the version of the runtime is the package's", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version: VERSION });
});
