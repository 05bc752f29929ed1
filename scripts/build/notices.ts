/** The licences of the packages whose code is bundled. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * @param folders of the packages
 * @throws Error if a package states no licence
 */
export function notices(folders: Iterable<string>): string {
  const byText = new Map<string, string[]>();
  for (const folder of [...withDependencies(folders)].sort()) {
    const [title, text] = notice(folder);
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const texts = [...byText].map(([text, titles]) => `${titles.join("\n")}\n\n${text}`);
  return ["Code of these packages is part of the bundles in this folder.", ...texts]
    .join(`\n\n${"=".repeat(80)}\n\n`)
    .concat("\n");
}

/** A file of a package may contain code of its dependencies: that of fast-xml-parser and of tldts do. */
function withDependencies(folders: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>();
  const add = (folder: string): void => {
    if (all.has(folder)) return;
    all.add(folder);
    const { dependencies = {} } = readPackage(folder);
    for (const name of Object.keys(dependencies)) {
      const found = [join(folder, "node_modules", name), resolve("node_modules", name)];
      const installed = found.find((each) => existsSync(each));
      if (installed !== undefined) add(installed);
    }
  };
  for (const folder of folders) add(folder);
  return all;
}

function readPackage(folder: string): PackageJson {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function notice(folder: string): readonly [title: string, text: string] {
  const { name, version, license, author, repository } = readPackage(folder);
  if (license === undefined) throw new Error(`${name} states no licence in ${folder}/package.json`);
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:$|[.-])/i.test(each));
  const by = typeof author === "object" ? author.name : author;
  const text =
    file === undefined
      ? `The package contains no licence text. Author: ${by}. Source: ${repository?.url}`
      : readFileSync(join(folder, file), "utf8").trim();
  return [`${name} ${version} (${license})`, text];
}

/** What is read of it. */
interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly repository?: { readonly url: string };
}
