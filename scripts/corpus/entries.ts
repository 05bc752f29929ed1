/** The WSDLs of a folder. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { loadContract, readXml } from "./raw/documents.js";

export interface Entry {
  readonly name: string;
  readonly file: string;
}

/** The entries of its index.json; without that file all WSDLs that no other WSDL imports. */
export function findEntries(folder: string): readonly Entry[] {
  return indexed(folder) ?? found(folder);
}

function indexed(folder: string): readonly Entry[] | undefined {
  const file = join(folder, "index.json");
  if (!existsSync(file)) return undefined;
  const index: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(index)) return undefined;
  const entries = index.flatMap((item: unknown) => (isIndexItem(item) ? item : []));
  if (entries.length !== index.length) return undefined;
  return entries.map(({ name, entry }) => ({ name, file: resolve(folder, entry) }));
}

function isIndexItem(item: unknown): item is { readonly name: string; readonly entry: string } {
  if (typeof item !== "object" || item === null || !("name" in item) || !("entry" in item)) {
    return false;
  }
  return typeof item.name === "string" && typeof item.entry === "string";
}

function found(folder: string): readonly Entry[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => resolve(folder, name))
    .filter(isWsdl)
    .sort();
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const imported = new Set(
    [...imports].flatMap(([file, all]) => all.filter((each) => each !== file)),
  );
  const roots = files.filter((file) => !imported.has(file));
  const covered = new Set(roots.flatMap((file) => [file, ...(imports.get(file) ?? [])]));
  // Of WSDLs that import each other, the first one is the entry.
  for (const file of files) {
    if (covered.has(file)) continue;
    roots.push(file);
    for (const each of [file, ...(imports.get(file) ?? [])]) covered.add(each);
  }
  return roots.sort().map((file) => ({
    name: relative(folder, file)
      .replace(/\.(?:wsdl|xml)$/i, "")
      .split(sep)
      .join("/"),
    file,
  }));
}

const WSDL_ROOT = /<(?:[\w.-]+:)?definitions[\s>][\s\S]*?http:\/\/schemas\.xmlsoap\.org\/wsdl\//;

function isWsdl(file: string): boolean {
  if (/\.wsdl$/i.test(file)) return true;
  if (!/\.xml$/i.test(file)) return false;
  const start = readXml(file)
    .slice(0, 20_000)
    .replace(/<!--[\s\S]*?-->/g, "");
  const root = /<(?![?!])[^>]*>/.exec(start)?.[0];
  return root !== undefined && WSDL_ROOT.test(root);
}

/** The files of a WSDL and of the WSDLs that it imports, directly or through others. */
function importsOf(file: string): readonly string[] {
  try {
    return loadContract(file).definitions.map((document) => document.file);
  } catch {
    return [];
  }
}
