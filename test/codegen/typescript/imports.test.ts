import { describe, expect, it } from "vitest";
import { Imports } from "../../../src/codegen/typescript/imports.js";
import { externalModule, generatedModule } from "../../../src/codegen/typescript/module.js";
import { imported, importedFrom, local } from "../../../src/codegen/typescript/type-nodes.js";

const runtime = externalModule("rescue-soap/soap");
const [types, enums, schema] = ["types", "enums", "schema"].map(generatedModule);

function importsFor(use: (imports: Imports) => void): readonly string[] {
  const imports = new Imports({ module: generatedModule("client"), extension: ".js" });
  use(imports);
  return imports.print();
}

describe("Imports", () => {
  it("has nothing for global names and those of the file itself", () => {
    const texts: string[] = [];
    const printed = importsFor((imports) => {
      texts.push(imports.use(local("Record"), "type"));
      texts.push(imports.use(imported("Here", generatedModule("client")), "value"));
      texts.push(imports.use(importedFrom("client", generatedModule("client"), "Here"), "value"));
    });
    expect(printed).toEqual([]);
    expect(texts).toEqual(["Record", "Here", "Here"]);
  });

  it("imports types alone as types, and values with types in one declaration", () => {
    const printed = importsFor((imports) => {
      imports.use(imported("B", types ?? runtime), "type");
      imports.use(imported("A", types ?? runtime), "type");
      imports.use(imported("A", types ?? runtime), "type");
      imports.use(imported("SoapClient", runtime), "type");
      imports.use(imported("SoapClient", runtime), "value");
      imports.use(imported("CallOptions", runtime), "type");
    });
    expect(printed).toEqual([
      'import { type CallOptions, SoapClient } from "rescue-soap/soap";',
      'import type { A, B } from "./types.js";',
    ]);
  });

  it("imports a whole module under a name, as types unless a value is used", () => {
    const printed = importsFor((imports) => {
      expect(imports.use(importedFrom("types", types ?? runtime, "A"), "type")).toBe("types.A");
      imports.use(importedFrom("schema", schema ?? runtime, "ports"), "type");
      imports.use(importedFrom("schema", schema ?? runtime, "login"), "value");
    });
    expect(printed).toEqual([
      'import * as schema from "./schema.js";',
      'import type * as types from "./types.js";',
    ]);
  });

  it("sorts the runtime first, then files by path, and names like a formatter", () => {
    const printed = importsFor((imports) => {
      for (const name of ["B10", "Ba", "B9", "a", "B_1", "B_", "A"]) {
        imports.use(imported(name, enums ?? runtime), "type");
      }
      imports.use(imported("x", generatedModule("a")), "type");
      imports.use(imported("Attachment", runtime), "type");
    });
    expect(printed).toEqual([
      'import type { Attachment } from "rescue-soap/soap";',
      'import type { x } from "./a.js";',
      'import type { A, a, B_, B_1, B9, B10, Ba } from "./enums.js";',
    ]);
  });

  it("breaks a list that is too long, but not a single name", () => {
    const [one, other] = ["A".repeat(50), "B".repeat(50)];
    const both = importsFor((imports) => {
      imports.use(imported(one, runtime), "type");
      imports.use(imported(other, runtime), "type");
    });
    expect(both).toEqual([`import type {\n  ${one},\n  ${other},\n} from "rescue-soap/soap";`]);
    const single = importsFor((imports) => imports.use(imported("A".repeat(99), runtime), "type"));
    expect(single).toEqual([`import type { ${"A".repeat(99)} } from "rescue-soap/soap";`]);
  });

  it("quotes a specifier", () => {
    const module = externalModule('x"; evil("');
    expect(importsFor((imports) => imports.use(imported("a", module), "type"))).toEqual([
      "import type { a } from 'x\"; evil(\"';",
    ]);
  });
});
