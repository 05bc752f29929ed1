/** Validation by xmllint of libxml2, which is no reader of ours. */
import { execFile, spawnSync } from "node:child_process";
import { dirname } from "node:path";

export interface Validation {
  /** Why libxml2 does not take the schema; `undefined` where it does. */
  readonly refusal: string | undefined;
  /** What is wrong, by the name of the file. */
  readonly errors: ReadonlyMap<string, string>;
  /** What libxml2 says of the schema. */
  readonly faults: readonly SchemaFault[];
}

export interface SchemaFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function hasXmllint(): boolean {
  return spawnSync("xmllint", ["--version"]).status === 0;
}

/** In ms; a content model that counts far takes libxml2 a long time. */
const TIME_LIMIT = 60_000;

/** How many files at once: the length of a command is bounded. */
const BATCH = 400;

/** Validates files, which are named relative to the schema's folder. */
export async function validate(schema: string, files: readonly string[]): Promise<Validation> {
  const errors = new Map<string, string>();
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const { output, timedOut } = await xmllint(schema, batch);
    const refusal = timedOut ? "libxml2 takes too long for this schema." : refusalIn(output);
    if (refusal !== undefined) return { refusal, errors, faults: faultsIn(output) };
    for (const [file, error] of errorsIn(output)) errors.set(file, error);
    const judged = new Set(
      [...output.matchAll(/^(.*) (?:validates|fails to validate)$/gm)].map(([, file]) => file),
    );
    for (const file of batch) {
      if (!judged.has(file) && !errors.has(file)) errors.set(file, "It was not validated.");
    }
  }
  return { refusal: undefined, errors, faults: [] };
}

function xmllint(
  schema: string,
  files: readonly string[],
): Promise<{ readonly output: string; readonly timedOut: boolean }> {
  return new Promise((done) => {
    execFile(
      "xmllint",
      ["--noout", "--nonet", "--huge", "--schema", schema, ...files],
      { cwd: dirname(schema), timeout: TIME_LIMIT, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) =>
        done({ output: stdout + stderr, timedOut: error?.killed === true }),
    );
  });
}

function refusalIn(output: string): string | undefined {
  if (!/failed to compile/.test(output)) return undefined;
  const [first] = /^.*Schemas parser error.*$/m.exec(output) ?? [];
  return `libxml2 refuses the schema: ${first ?? output.split("\n")[0]}`;
}

function faultsIn(output: string): readonly SchemaFault[] {
  const lines = output.matchAll(/^(\S+?):(\d+): (.*Schemas parser error.*)$/gm);
  return [...lines].map(([, file = "", line, message = ""]) => ({
    file,
    line: Number(line),
    message,
  }));
}

/** The first error of each file. */
function errorsIn(output: string): ReadonlyMap<string, string> {
  const errors = new Map<string, string>();
  for (const line of output.split("\n")) {
    const [, file, what] = /^(\S+?):\d+: (.*error.*)$/.exec(line) ?? [];
    if (file !== undefined && what !== undefined && !errors.has(file)) errors.set(file, what);
  }
  return errors;
}
