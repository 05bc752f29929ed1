/** The file of `--record`. A recording contains the data of an account, so only its user may read it. */
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../failure/errors.js";
import { fileProblem } from "../options/text-file.js";

const ONLY_USER = 0o600;

export class RecordingFile {
  readonly #path: string;

  /**
   * Makes the file.
   *
   * @param force whether an existing file is replaced; a symbolic link itself is replaced, not its target
   * @throws UsageError if the file exists or can't be written
   */
  constructor(path: string, text: string, force: boolean) {
    this.#path = path;
    if (force) this.write(text);
    else this.#try(() => writeFileSync(path, text, { flag: "wx", mode: ONLY_USER }));
  }

  /** Replaces the whole file at once: a reader never sees half of it. */
  write(text: string): void {
    const name = `.${basename(this.#path)}-${process.pid}-${process.hrtime.bigint()}`;
    const staged = join(dirname(this.#path), name);
    this.#try(() => {
      try {
        writeFileSync(staged, text, { flag: "wx", mode: ONLY_USER });
        renameSync(staged, this.#path);
      } catch (error) {
        rmSync(staged, { force: true });
        throw error;
      }
    });
  }

  #try(work: () => void): void {
    try {
      work();
    } catch (cause) {
      const exists = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
      const reason = exists
        ? "it exists already; name another file, or replace it with --force"
        : fileProblem(cause);
      const message = `The file of --record, ${this.#path}, can't be written: ${reason}.`;
      throw new UsageError(message, { cause });
    }
  }
}
