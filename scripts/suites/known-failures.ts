/** The committed lists of tests of outside suites that fail, each with the reason. */
import { readFileSync } from "node:fs";

type Suite = "xmlconf" | "xsts";

/** The reasons by the ids of the tests. */
export function knownFailures(suite: Suite): Readonly<Record<string, string>> {
  const lists: Readonly<Record<Suite, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync(new URL("known-failures.json", import.meta.url), "utf8"),
  );
  return lists[suite];
}
