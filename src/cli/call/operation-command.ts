/** The subcommand of `call` for one operation: its options by its schema, and its help. */
import type { Command } from "commander";
import type { Operation } from "../../schema/index.js";
import type { Io } from "../io.js";
import { membersOfMessage } from "./content.js";
import { flagTree } from "./flag-tree.js";
import { type JsonInput, readJsonOption } from "./input.js";
import { parameterList, parameterText } from "./operation-help.js";
import { toValues, withFlags } from "./request-values.js";

export type Request = Record<string, unknown>;

/** The options of `call` that all modes have. */
export interface InputFlags {
  readonly input?: string;
  readonly json?: true;
}

export interface OperationCommand {
  readonly name: string;
  readonly description: string;
  /** The operation that the help describes. */
  readonly operation: Operation;
  /** The message for a secret that is given as an option. */
  secretHint(flag: string): string;
  /** Runs the command. */
  run(request: RequestReader): Promise<void>;
}

/** Reads the request for an operation from the command line. */
export type RequestReader = (operation: Operation) => Promise<Request>;

/** Adds the subcommand to `call`, which has its options already. */
export function defineOperation(call: Command, definition: OperationCommand, io: Io): Command {
  const { name, description, operation, secretHint } = definition;
  const otherOptions = call.options.flatMap(({ long }) => long ?? []);
  const parameters = () => parameterList(membersOfMessage(operation.input), otherOptions);
  const command = call
    .command(name)
    .summary([...membersOfMessage(operation.input).keys()].join(", ") || "no parameters")
    .description(description)
    .usage("[parameters] [options]")
    .allowUnknownOption()
    .allowExcessArguments()
    .configureHelp({ ...call.configureHelp(), showGlobalOptions: true })
    .addHelpText("after", () => parameterText(parameters()));
  return command.action(() =>
    definition.run(async (called) => {
      const members = membersOfMessage(called.input);
      const flags = flagTree(command.args, {
        name: called.name,
        members,
        otherOptions,
        secretHint,
      });
      const { input } = call.opts<InputFlags>();
      const json = input === undefined ? NO_INPUT : await readJsonOption(input, "--input", io);
      return toValues(members, withFlags(json.value, flags), called.name, json);
    }),
  );
}

const NO_INPUT: JsonInput = { option: "--input", isVisible: true, value: {} };
