/** The output folder compared with what it would be now. */
import { brokenBy, type Change, diffContracts } from "../../contract/diff/index.js";
import { readContractJson } from "../../contract/index.js";
import { CONTRACT_FILE } from "../files.js";
import { readFolder } from "./folder.js";
import { withoutVersion } from "./manifest.js";
import type { Files } from "./output.js";

/**
 * Compares the folder with the files that would be written now.
 *
 * @returns a sentence for each difference: what changed in the contract, and which files are not as generated
 */
export function compareOutput(folder: string, files: Files): string[] {
  const present = readFolder(folder);
  if (present.size === 0) return [`${folder} has no generated code`];
  const before = readContractJson(present.get(CONTRACT_FILE) ?? "");
  const after = readContractJson(files.get(CONTRACT_FILE) ?? "");
  if (before.problem === "version") {
    return [`${CONTRACT_FILE} was written by another version; generate the code again`];
  }
  const changes =
    before.contract && after.contract ? diffContracts(before.contract, after.contract) : [];
  if (changes.length > 0) return changes.map(sentence);
  const missing = [...files.keys()].filter((name) => !present.has(name));
  const extra = [...present.keys()].filter((name) => !files.has(name));
  const edited = [...files].filter(([name, text]) => {
    const own = present.get(name);
    return present.has(name) && withoutVersion(own ?? "") !== withoutVersion(text);
  });
  return [
    ...missing.map((name) => `${name} is missing`),
    ...extra.map((name) => `${name} was not generated`),
    ...edited.map(([name]) => `${name} is not as it was generated`),
  ];
}

/** The change, and whom it breaks. */
function sentence(change: Change): string {
  const whom = brokenBy(change);
  return whom === "" ? change.message : `${change.message} (breaks ${whom})`;
}
