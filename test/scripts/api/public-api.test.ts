import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type PublicApi, publicApi } from "../../../scripts/api/declarations.js";
import { documentedShare } from "../../../scripts/api/documented.js";
import { reports } from "../../../scripts/api/report.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-api-"));
  await mkdir(join(folder, "soap"));
});
afterEach(() => rm(folder, { recursive: true }));

/** The API of a package with the subpath ./soap and, if there is a text for it, the main one. */
async function apiOf(soap: string, main?: string): Promise<PublicApi> {
  await writeFile(join(folder, "soap/index.d.ts"), `${soap}\nexport {};`);
  if (main === undefined) return publicApi(folder, { "./soap": "soap/index.ts" });
  await writeFile(join(folder, "index.d.ts"), main);
  return publicApi(folder, { ".": "index.ts", "./soap": "soap/index.ts" });
}

describe("the report", () => {
  const report = async (soap: string, main?: string) =>
    reports(await apiOf(soap, main)).get(main === undefined ? "soap.api.md" : "rescue-soap.api.md");

  it("prints declarations by name, without comments and private members", async () => {
    const text = await report(`
      /** Last. */
      export declare function zero(first: string, ...rest: number[]): void;
      export declare class Client {
        #private;
        private readonly url;
        protected send(): void;
        constructor(url: string);
      }
      declare const one: 1, two: 2;
      export { two as renamed };
    `);
    expect(text).toContain(
      [
        "```ts",
        "class Client {",
        "  protected send(): void;",
        "  constructor(url: string);",
        "}",
        "",
        "// exported as renamed",
        "declare const one: 1, two: 2;",
        "",
        "function zero(first: string, ...rest: number[]): void;",
        "```",
      ].join("\n"),
    );
  });

  it("prints what the exports refer to and no subpath exports", async () => {
    const text = await report(`
      interface Hidden { readonly next: Deeper }
      type Deeper = string;
      interface Unrelated {}
      export interface Options { readonly hidden: Hidden }
    `);
    const [, referenced] = (text ?? "").split("## Referenced, but not exported");
    expect(referenced).toMatch(/^\s+```ts\ntype Deeper = string;\n\ninterface Hidden \{/);
    expect(text).not.toContain("Unrelated");
  });

  it("refers to the report of the subpath that has the declaration", async () => {
    const text = await report(
      "export interface Options {}",
      'export { Options } from "./soap/index.js";',
    );
    expect(text).toContain("- `Options` of [rescue-soap/soap](soap.api.md)");
    expect(text).not.toContain("```ts");
  });
});

describe("the documented share", () => {
  const missing = async (soap: string) => {
    const { exports, members } = documentedShare(await apiOf(soap));
    return { exports: exports.missing, members: members.missing, total: members.total };
  };

  it("lists exports and members without a comment", async () => {
    expect(
      await missing(`
        export interface Options {
          /** In ms. */
          readonly timeout: number;
          readonly nested: { readonly inner: string };
        }
        /** It. */
        export declare class Client { #private; private url; call(): void; }
      `),
    ).toEqual({
      exports: ["rescue-soap/soap: Options"],
      members: [
        "rescue-soap/soap: Options.nested",
        "rescue-soap/soap: Options.nested.inner",
        "rescue-soap/soap: Client.call",
      ],
      total: 4,
    });
  });

  it("accepts a comment on one of several declarations or overloads", async () => {
    expect(
      await missing(`
        /** The sizes. */
        export declare const Size: { readonly small: "small" };
        export type Size = "small";
        /** Sends. */
        export interface Send {
          send(text: string): void;
          /** With bytes. */
          send(bytes: Uint8Array): void;
        }
      `),
    ).toEqual({ exports: [], members: [], total: 1 });
  });

  it("accepts the comment of the member that is implemented or overridden", async () => {
    expect(
      await missing(`
        /** The base. */
        export interface Base {
          /** The code. */
          readonly code: string;
        }
        /** The class. */
        export declare class Child implements Base { readonly code: "A"; readonly other: "B" }
      `),
    ).toMatchObject({ members: ["rescue-soap/soap: Child.other"] });
  });

  it("needs no comment on a literal in a member of a union", async () => {
    expect(
      await missing(`
        /** It. */
        export type Outcome = { status: "OK"; text: string } | { status: "No" | "Never" };
      `),
    ).toMatchObject({ members: ["rescue-soap/soap: Outcome.text"] });
  });
});
