/** The limits in SECURITY.md are those of the code. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/wsdl/limits.js";
import * as scanLimits from "../../src/xml/scan/limits.js";

const security = readFileSync("SECURITY.md", "utf8");
const ROW = /^\| (.+?) \| ([\d,]+) \| (.*?) ?\| `(\w+)` in `(src\/[\w/-]+\.ts)` \|$/gm;
const rows = [...security.matchAll(ROW)].map(
  ([, limit = "", value = "", option, name = "", file = ""]) => ({
    limit,
    value: Number(value.replaceAll(",", "")),
    option,
    name,
    file,
  }),
);

/** The value of a constant or a member that is a product of numbers. */
function valueIn(file: string, name: string): number | undefined {
  const source = readFileSync(file, "utf8");
  const [, product] =
    new RegExp(`(?:const ${name} = |^ {2}${name}: )([\\d_ *]+)[;,]$`, "m").exec(source) ?? [];
  return product
    ?.split("*")
    .map((factor) => Number(factor.replaceAll("_", "")))
    .reduce((first, second) => first * second);
}

it("has a row for each line of the table", () => {
  expect(rows.length).toBe(security.match(/^\|.*\| `\w+` in `src\//gm)?.length);
  expect(rows.length).toBeGreaterThan(20);
});

it.each(rows)("$limit: $value", ({ value, file, name }) => {
  expect(valueIn(file, name)).toBe(value);
});

it("has the limits of WSDLs", () => {
  const named = rows.filter(({ file }) => file === "src/wsdl/limits.ts");
  expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(DEFAULT_LIMITS).sort());
});

it("has the limits of a scanned document", () => {
  const named = rows.filter(({ file }) => file === "src/xml/scan/limits.ts");
  const constants = Object.keys(scanLimits).filter((name) => name.startsWith("MAX_"));
  expect(named.map(({ name }) => name).sort()).toEqual(constants.sort());
});

it.each(["maxResponseElements", "maxRequestElements"])("has the option %s", (option) => {
  expect(rows.map((row) => row.option)).toContain(`\`${option}\``);
});

it("names the address of package.json for reports", () => {
  expect(security).toContain(JSON.parse(readFileSync("package.json", "utf8")).bugs);
});
