/** The files of large contracts. */
import { describe, expect, it } from "vitest";
import { type FilesOptions, generateFiles, parseContract } from "../../../src/codegen/index.js";
import { keptNames } from "../../../src/codegen/model/kept-names.js";
import { readGeneratedNames } from "../../../src/contract/index.js";
import { replaced } from "../../wsdl/fixtures.js";
import { type LargeContract, largeWsdl } from "../large-wsdl.js";

const files = (wsdl: string, options: FilesOptions = {}) =>
  generateFiles(parseContract(wsdl, "orders.wsdl"), "rescue-soap/codegen/v1", options);
const largeFiles = (contract: LargeContract, options: FilesOptions = {}) =>
  files(largeWsdl(contract), options);
const namesOf = (all: ReadonlyMap<string, string>) => [...all.keys()];

const billing = "http://billing.example.com/2024/invoices/v2";

describe("a large contract", () => {
  const large = { namespaces: [billing, "urn:parts"], size: 300 };

  it("is split into files by namespace, with the same exports", () => {
    const all = largeFiles(large);
    expect(namesOf(all)).toEqual([
      "client.ts",
      "contract.json",
      "enums.ts",
      "index.ts",
      "outcomes.ts",
      "schema.ts",
      "schema/invoices.ts",
      "schema/orders.operations.ts",
      "schema/orders.ts",
      "schema/parts.ts",
      "types.ts",
      "types/invoices.ts",
      "types/orders.operations.ts",
      "types/orders.ts",
      "types/parts.ts",
    ]);
    expect(all.get("types.ts")).toContain('export type * from "./types/orders.operations.js";');
    expect(all.get("types/invoices.ts")).toMatch(
      /import type \{[^}]*\bItem299\b[^}]*\} from "\.\/parts\.js"/,
    );
    expect(all.get("schema/orders.operations.ts")).toContain('from "./orders.js"');
    for (const [name, text] of all) {
      if (name !== "contract.json")
        expect([name, text.split("\n").length < 1_000]).toEqual([name, true]);
    }
  });

  it("refers to other files in circles by functions", () => {
    const all = largeFiles(large);
    expect(all.get("schema/orders.ts")).toContain("refs: () => ({ Item1: Item1Schema }),");
    expect(all.get("schema/parts.ts")).toContain("refs: () => ({ Item0: Item0Schema }),");
  });

  it("has stable files: an addition moves no declaration between them", () => {
    const wsdl = largeWsdl(large);
    const more = replaced(
      wsdl,
      '<s:complexType name="ORDER">',
      (found) => `<s:complexType name="AA"><s:sequence/></s:complexType>${found}`,
    );
    const used = replaced(
      more,
      '<s:element name="first"',
      (found) => `<s:element name="more" type="tns:AA"/>${found}`,
    );
    const [before, after] = [files(wsdl), files(used)];
    expect(namesOf(after)).toEqual(namesOf(before));
    const changed = namesOf(after).filter((name) => after.get(name) !== before.get(name));
    expect(changed).toEqual(["contract.json", "schema/orders.ts", "types/orders.ts"]);
  });

  it("keeps the file of a namespace when another namespace gets the same name", () => {
    const before = largeFiles(large);
    const names = readGeneratedNames(before.get("contract.json") ?? "");
    const kept = keptNames(names?.types ?? [], names?.names ?? {});
    const namespaces = [billing, "http://a.example.com/invoices"];
    const after = largeFiles({ namespaces, size: 301 }, { keptNames: kept });
    expect(after.get("types/invoices.ts")).toContain("Item1");
    expect(namesOf(after)).toContain("types/a-example-invoices.ts");
    // Without the earlier names the first in order has it.
    expect(namesOf(largeFiles({ namespaces, size: 301 }))).toContain(
      "types/billing-example-invoices.ts",
    );
  });

  it("has further files by the first words of names if one would be too large", () => {
    const words = ["Get", "set", "URL", "_9"];
    const nameOf = (index: number) => `${words[index % words.length]}Item${index}`;
    const all = largeFiles({ namespaces: [], size: 1_200, nameOf });
    expect(namesOf(all).filter((name) => name.startsWith("types/"))).toEqual([
      "types/orders.get.ts",
      "types/orders.item.ts",
      "types/orders.line.ts",
      "types/orders.operations.ts",
      "types/orders.order.ts",
      "types/orders.set.ts",
      "types/orders.url.ts",
    ]);
  });
});
