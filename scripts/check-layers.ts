/** Holds the arrows between the folders of src: each imports from those that are named for it here, and no others. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** What each folder may import from, beside itself; a file where only that one is meant. "." is src itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  soap: [],
  wsdl: [],
  generated: ["soap"],
  codegen: ["wsdl", "soap/schema.ts", "soap/declaration-text.ts", "soap/status-prefix.ts"],
  "node-soap": ["soap"],
  "ws-security": ["soap"],
  rescue: ["generated", "soap"],
  simulator: ["generated", "soap", "wsdl"],
  cli: ["codegen", "generated", "rescue", "simulator", "soap", "wsdl"],
  ".": ["generated", "rescue", "soap"],
};

/** A relative module, or this package by its own name, of a static or dynamic import or of an export. */
const IMPORT = /\b(?:from|import)\s*\(?\s*"((?:\.|rescue-soap\b)[^"]*)"/g;

/** @returns a sentence for each import below the folder `root` that goes where it may not */
export function layerFaults(root: string): string[] {
  return sources(root).flatMap((path) => {
    const file = posix(relative(root, path));
    const layer = layerOf(file);
    return [...readFileSync(path, "utf8").matchAll(IMPORT)].flatMap(([, specifier = ""]) => {
      if (!specifier.startsWith(".")) {
        return [`${file} imports "${specifier}": src imports its own files by their relative path`];
      }
      const target = posix(relative(root, join(dirname(path), specifier)));
      const to = layerOf(target);
      const allowed = ALLOWED[layer] ?? [];
      if (to === layer || allowed.includes(to) || allowed.includes(target.replace(/\.js$/, ".ts")))
        return [];
      return [
        `${file} imports "${specifier}": ${layer} may import from ${allowed.join(", ") || "no other folder"}`,
      ];
    });
  });
}

function layerOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : ".";
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
}

function posix(path: string): string {
  return path.split(sep).join("/");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = layerFaults(fileURLToPath(new URL("../src", import.meta.url)));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
