/** An option that a command can't do without. */
import type { Command, Option } from "commander";
import { UsageError } from "../failure/errors.js";

/**
 * Adds an option that has to be given. Commander's own check runs before that for unknown options: for a misspelled
 * option it would report that the right one is missing.
 */
export function addRequiredOption(command: Command, option: Option): Command {
  return command.addOption(option).hook("preAction", () => {
    if (command.getOptionValue(option.attributeName()) !== undefined) return;
    throw new UsageError(`The option ${option.flags} is missing: ${option.description}.`);
  });
}
