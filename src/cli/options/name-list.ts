/** Names with commas between them. */
import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError if there is no name */
export function nameList(text: string): readonly string[] {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length > 0) return names;
  throw new InvalidArgumentError("Expected names with commas between them.");
}
