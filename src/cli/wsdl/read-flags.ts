/** The options of all commands that read a WSDL. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_LIMITS, type ReadOptions, type WsdlLimits } from "../../wsdl/index.js";
import type { Io } from "../io.js";
import { repeated } from "../options/repeated.js";

export interface ReadFlags extends Omit<WsdlLimits, "timeout"> {
  readonly readTimeout?: number;
  readonly allowImportHost?: readonly string[];
  readonly allowImportFolder?: readonly string[];
}

const GROUP = "Reading the WSDL:";

/** Adds the options to a command. */
export function withReadFlags(command: Command): Command {
  for (const option of readFlags()) command.addOption(option.helpGroup(GROUP));
  return command;
}

/** The options in arguments that contain other options too. */
export function findReadFlags(command: Command, argv: readonly string[]): ReadFlags {
  const only = command.createCommand().allowUnknownOption().allowExcessArguments().exitOverride();
  only.helpOption(false).configureOutput({ writeErr: () => {}, outputError: () => {} });
  return withReadFlags(only).parse(argv, { from: "user" }).opts<ReadFlags>();
}

/** The options of `readContract`. */
export function readOptions(flags: ReadFlags, { signal }: Io): ReadOptions {
  const { readTimeout, allowImportHost, allowImportFolder, ...limits } = flags;
  return {
    ...limits,
    signal,
    ...(readTimeout !== undefined && { timeout: readTimeout }),
    ...(allowImportHost !== undefined && { allowImportHosts: allowImportHost }),
    ...(allowImportFolder !== undefined && { allowImportFolders: allowImportFolder }),
  };
}

function readFlags(): readonly Option[] {
  return [
    list("--allow-import-host <host>", "allow imports from this host; can be repeated"),
    list("--allow-import-folder <folder>", "allow imports from this folder; can be repeated"),
    limit("--max-bytes <number>", "the size of all documents", "maxBytes"),
    limit("--max-documents <number>", "the number of documents", "maxDocuments"),
    limit("--max-depth <number>", "the levels of elements and of derived types", "maxDepth"),
    limit("--max-components <number>", "the number of elements and attributes", "maxComponents"),
    limit("--read-timeout <ms>", "the time for reading, with downloads", "timeout"),
  ];
}

function list(flags: string, description: string): Option {
  return new Option(flags, description).argParser(repeated);
}

function limit(flags: string, description: string, name: keyof WsdlLimits): Option {
  const text = `${description} (default: ${DEFAULT_LIMITS[name]})`;
  return new Option(flags, text).argParser(wholeNumber);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Expected a whole number above 0.");
}
