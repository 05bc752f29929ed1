/** The option for further names of a server. */
import { Option } from "commander";

export function allowHostOption(): Option {
  return new Option(
    "--allow-host <name>",
    "respond to this name in the header Host too; can be repeated",
  ).argParser((text: string, before: readonly string[] = []) => [...before, text]);
}
