/** Validation with xmllint of libxml2, which is independent of our readers. */
import { execFile, spawnSync } from "node:child_process";
import { dirname } from "node:path";

export interface Validation {
  /** Why libxml2 rejects the schema; `undefined` if it accepts it. */
  readonly rejection: string | undefined;
  /** The problems by file name. */
  readonly errors: ReadonlyMap<string, string>;
  /** The output of libxml2 for the schema. */
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

/** In ms; content models with large numbers of occurrences are slow in libxml2. */
const TIME_LIMIT = 60_000;

/** The number of files per command, whose length is limited. */
const BATCH = 400;

/** Validates files; their names are relative to the folder of the schema. */
export async function validate(schema: string, files: readonly string[]): Promise<Validation> {
  const errors = new Map<string, string>();
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const { output, timedOut } = await xmllint(schema, batch);
    const rejection = timedOut ? "libxml2 is too slow for this schema." : rejectionIn(output);
    if (rejection !== undefined) return { rejection, errors, faults: schemaErrorsIn(output) };
    for (const [file, error] of errorsIn(output)) errors.set(file, error);
    const judged = new Set(
      [...output.matchAll(/^(.*) (?:validates|fails to validate)$/gm)].map(([, file]) => file),
    );
    for (const file of batch) {
      if (!judged.has(file) && !errors.has(file)) errors.set(file, "It was not validated.");
    }
  }
  return { rejection: undefined, errors, faults: [] };
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

function rejectionIn(output: string): string | undefined {
  if (!/failed to compile/.test(output)) return undefined;
  const [first] = /^.*Schemas parser error.*$/m.exec(output) ?? [];
  return `libxml2 rejects the schema: ${first ?? output.split("\n")[0]}`;
}

function schemaErrorsIn(output: string): readonly SchemaFault[] {
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
