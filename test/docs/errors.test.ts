/** `docs/errors.md` lists each exported error class and each of its codes, and nothing else. */
import { readFileSync } from "node:fs";
import { type ClassDeclaration, Node } from "ts-morph";
import { describe, expect, it } from "vitest";
import { readPublicApi } from "../../scripts/api/declarations.js";

/** The rows of the tables: the names in the first column, the codes in the first or second one. */
const rows = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.split("|").slice(1, 3));
const documented = {
  classes: rows.flatMap(([first = ""]) => first.match(/(?<=`)[A-Z]\w*[a-z]\w*(?=`)/g) ?? []),
  codes: rows.flatMap((cells) => cells.join(" ").match(/(?<=`)[A-Z]+(?:[A-Z_0-9]*)(?=`)/g) ?? []),
};

const classes = errorClasses();

function errorClasses(): ReadonlyMap<string, ClassDeclaration> {
  const { bySubpath } = readPublicApi();
  const found = new Map<string, ClassDeclaration>();
  for (const exports of bySubpath.values()) {
    for (const [name, declarations] of exports) {
      for (const each of declarations) {
        if (Node.isClassDeclaration(each) && isError(each)) found.set(name, each);
      }
    }
  }
  return found;
}

/** The declarations are read without the library of ECMAScript: its `Error` has no declaration. */
function isError(each: ClassDeclaration): boolean {
  const base = each.getBaseClass();
  return base === undefined ? each.getExtends()?.getText() === "Error" : isError(base);
}

function codesOf(each: ClassDeclaration): string[] {
  const type = each.getType().getProperty("code")?.getTypeAtLocation(each);
  const members = type?.isUnion() === true ? type.getUnionTypes() : [type];
  return members.flatMap((member) => {
    const value = member?.getLiteralValue();
    return typeof value === "string" ? [value] : [];
  });
}

describe("docs/errors.md", () => {
  it("lists the concrete classes", () => {
    const concrete = [...classes].filter(([, each]) => !each.isAbstract()).map(([name]) => name);
    expect([...new Set(documented.classes)].sort()).toEqual(concrete.sort());
  });

  it("lists the codes", () => {
    const codes = [...classes.values()].flatMap(codesOf);
    expect([...new Set(documented.codes)].sort()).toEqual([...new Set(codes)].sort());
  });
});
