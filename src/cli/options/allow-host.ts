/** The option for further names of a server. */
import { Option } from "commander";
import { repeated } from "./repeated.js";

export function allowHostOption(): Option {
  return new Option(
    "--allow-host <name>",
    "respond to this name in the header Host too; can be repeated",
  ).argParser(repeated);
}
