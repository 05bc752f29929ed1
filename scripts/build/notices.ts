/** The licences of the packages whose code is bundled. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param folders of the packages
 * @throws Error if a package states no licence
 */
export function notices(folders: Iterable<string>): string {
  const byText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const [title, text] = notice(folder);
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const texts = [...byText].map(([text, titles]) => `${titles.join("\n")}\n\n${text}`);
  return ["Code of these packages is part of the bundles in this folder.", ...texts]
    .join(`\n\n${"=".repeat(80)}\n\n`)
    .concat("\n");
}

function notice(folder: string): readonly [title: string, text: string] {
  const { name, version, license, author, repository }: PackageJson = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
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
  readonly repository?: { readonly url: string };
}
