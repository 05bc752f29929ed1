/** The steps of a demonstration: what happened, how long it took, and what came of it. */
import { createColors } from "picocolors";
import { type Io, type Output, wantsColor } from "../io.js";

export class Steps {
  readonly #output: Output;
  readonly #colors: ReturnType<typeof createColors>;
  readonly #startedAt = performance.now();
  #stepAt = this.#startedAt;

  constructor(output: Output, env: Io["env"]) {
    this.#output = output;
    this.#colors = createColors(wantsColor(output, env));
  }

  /** A step is done: one line, with the time since the step before. */
  done(text: string): void {
    const now = performance.now();
    const took = this.#colors.dim(`${Math.round(now - this.#stepAt)} ms`);
    this.#stepAt = now;
    this.#output.write(`${this.#colors.green("ok")}  ${text} ${took}\n`);
  }

  /** What came of the step, set off from the steps. */
  show(text: string): void {
    this.#output.write(`${text.trimEnd().replace(/^/gm, `${this.#colors.dim("  | ")}`)}\n`);
  }

  /** All steps are done: one line, with the time that they took. */
  end(): void {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1);
    this.#output.write(`${this.#colors.green("ok")}  all of it in ${seconds} s\n`);
  }
}
