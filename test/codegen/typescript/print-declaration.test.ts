import { describe, expect, it } from "vitest";
import type { Declaration } from "../../../src/codegen/typescript/declaration-nodes.js";
import {
  call,
  member,
  objectLiteral,
  value,
} from "../../../src/codegen/typescript/expression-nodes.js";
import { externalModule, generatedModule } from "../../../src/codegen/typescript/module.js";
import { printSourceFile } from "../../../src/codegen/typescript/source-file.js";
import {
  imported,
  keyword,
  literalType,
  local,
  nullable,
  union,
} from "../../../src/codegen/typescript/type-nodes.js";

const string = keyword("string");
const options = { heading: "Heading", extension: ".js" };
const printed = (...declarations: Declaration[]) =>
  printSourceFile({ path: "client", declarations }, options);
const long = "L".repeat(90);

describe("printSourceFile", () => {
  it.each<[string, Declaration, string]>([
    [
      "a type alias",
      { kind: "type-alias", name: "A", type: nullable(string), documentation: ["An A."] },
      "/** An A. */\nexport type A = string | null;\n",
    ],
    [
      "a type alias of a long union",
      { kind: "type-alias", name: "A", type: union([literalType(long), string]) },
      `export type A =\n  | "${long}"\n  | string;\n`,
    ],
    [
      "a type alias of a long name",
      { kind: "type-alias", name: "A", type: local(long) },
      `export type A =\n  ${long};\n`,
    ],
    [
      "an interface",
      {
        kind: "interface",
        name: "A",
        base: local("B"),
        properties: [{ name: "a-b", type: string, isOptional: true, documentation: ["Text."] }],
      },
      'export interface A extends B {\n  /** Text. */\n  "a-b"?: string;\n}\n',
    ],
    [
      "an interface without properties",
      { kind: "interface", name: "A", properties: [] },
      "export interface A {}\n",
    ],
    [
      "an interface with a long base",
      {
        kind: "interface",
        name: "A",
        base: local(long),
        properties: [{ name: "a", type: string }],
      },
      `export interface A\n  extends ${long} {\n  a: string;\n}\n`,
    ],
    [
      "a constant",
      { kind: "constant", name: "a", type: string, value: value("b") },
      'export const a: string = "b";\n',
    ],
    [
      "a constant that is not exported",
      { kind: "constant", name: "a", value: value(1), isExported: false },
      "const a = 1;\n",
    ],
  ])("%s", (_, given, want) => {
    expect(printed(given)).toBe(`// Heading\n\n${want}`);
  });

  it("prints a class, and the imports that its references need", () => {
    const runtime = externalModule("runtime");
    const client = member(local("this"), "#client");
    expect(
      printed({
        kind: "class",
        name: "Client",
        documentation: ["A client."],
        members: [
          { kind: "private-field", name: "client", type: imported("SoapClient", runtime) },
          {
            kind: "constructor",
            name: "constructor",
            parameters: [
              {
                name: "options",
                type: imported("Options", runtime),
                defaultValue: objectLiteral([]),
              },
            ],
            body: [
              {
                kind: "assignment",
                target: client,
                value: call(imported("connect", runtime), [local("options")]),
              },
            ],
          },
          {
            kind: "method",
            name: "constructor",
            documentation: ["Calls it."],
            parameters: [{ name: "request", type: string, isOptional: true }],
            result: local("Promise", [string]),
            body: [{ kind: "return", value: call(member(client, "call"), [local("request")]) }],
          },
        ],
      }),
    ).toBe(`// Heading
import { connect, type Options, type SoapClient } from "runtime";

/** A client. */
export class Client {
  readonly #client: SoapClient;

  constructor(options: Options = {}) {
    this.#client = connect(options);
  }

  /** Calls it. */
  ["constructor"](request?: string): Promise<string> {
    return this.#client.call(request);
  }
}
`);
  });

  it("separates declarations by an empty line, but not exports of modules", () => {
    const all = (path: string): Declaration => ({
      kind: "export-all",
      module: generatedModule(path),
      isTypeOnly: false,
    });
    const constant: Declaration = { kind: "constant", name: "a", value: value(1) };
    expect(printed(all("b"), all("c"), constant)).toBe(
      '// Heading\nexport * from "./b.js";\nexport * from "./c.js";\n\nexport const a = 1;\n',
    );
  });

  it("makes a module of a file without declarations", () => {
    expect(printed()).toBe("// Heading\nexport {};\n");
  });
});
