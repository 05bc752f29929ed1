/**
 * The results of `npm run corpus` for public WSDLs, if they are beside the project: for a few of them by default, for all
 * with RESCUE_SOAP_WHOLE_CORPUS=1.
 */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../scripts/corpus/result.js";
import { readContract } from "../../src/wsdl/index.js";

const FOLDER = "../shared/corpus";
const isWhole = process.env.RESCUE_SOAP_WHOLE_CORPUS === "1";

/** Each has a construct that the others do not have. */
const FEW = new Set([
  "axis1-import3",
  "axis1-overloaded",
  "axis1-soap12-rpcenc",
  "cxf-header-rpc-lit",
  "cxf-swa-mime",
  "cxf-xkms",
  "epcis-1-2",
  "ihe-xds-iti57",
  "jaxws-redefine",
  "naics-asmx",
  "order-contract",
  "php-soap-imports",
  "ss-chameleon-include",
  "wcf-dataset",
]);

function namesIn(index: string): string[] {
  if (!existsSync(FOLDER)) return [];
  const entries: { name: string }[] = JSON.parse(readFileSync(join(FOLDER, index), "utf8"));
  return entries.map(({ name }) => name);
}

function judge(names: readonly string[]): Promise<readonly Result[]> {
  const only = names.flatMap((name) => ["--only", name]);
  const command = ["tsx", "scripts/corpus/main.ts", "--corpus", FOLDER, "--json", ...only];
  return new Promise((resolve, reject) => {
    execFile("npx", command, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      // It exits with 1 if a WSDL does not meet the requirements; the tests show which one.
      if (stdout.startsWith("[")) resolve(JSON.parse(stdout));
      else reject(error);
    });
  });
}

const names = namesIn("index.json").filter((name) => isWhole || FEW.has(name));

describe.skipIf(names.length === 0)(`the WSDLs of ${FOLDER}`, () => {
  let results: ReadonlyMap<string, Result>;

  beforeAll(async () => {
    const judged = await judge(isWhole ? [] : names);
    results = new Map(judged.map((result) => [result.name, result]));
  }, 15 * 60_000);

  it.each(names)(
    "%s: generates, type-checks, contains every name, and encodes and decodes values",
    (name) => {
      expect(results.get(name)).toMatchObject({
        generates: true,
        typechecks: true,
        names: 1,
        roundtrips: true,
        rejected: null,
      });
    },
  );
});

interface Broken {
  readonly name: string;
  readonly entry: string;
  /** The problems that another reader than ours finds. */
  readonly broken: string;
}

describe.skipIf(!existsSync(FOLDER))(`the broken WSDLs of ${FOLDER}`, () => {
  const all: Broken[] = existsSync(FOLDER)
    ? JSON.parse(readFileSync(join(FOLDER, "broken.json"), "utf8"))
    : [];

  it.each(all)(
    "$name: rejected as invalid, for the reason that other readers find",
    async (each) => {
      const noDownload = () => Promise.reject(new Error("There are no downloads."));
      const error: unknown = await readContract(join(FOLDER, each.entry), noDownload).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ code: "INVALID", diagnostics: expect.any(Array) });
      const [, local] = /\{[^}]*\}([\w.-]+)/.exec(each.broken) ?? [];
      expect(String(error)).toContain(local);
    },
  );
});
