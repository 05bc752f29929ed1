/** The log of a demonstration: its steps, their duration and their results. */
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

  /** Prints the end of a step: one line, with the time since the previous step. */
  done(text: string): void {
    const now = performance.now();
    const duration = this.#colors.dim(`${Math.round(now - this.#stepAt)} ms`);
    this.#stepAt = now;
    this.#output.write(`${this.#colors.green("ok")}  ${text} ${duration}\n`);
  }

  /** Prints the result of a step, indented. */
  show(text: string): void {
    this.#output.write(`${text.trimEnd().replace(/^/gm, `${this.#colors.dim("  | ")}`)}\n`);
  }

  /** Prints the end of all steps: one line, with the total time. */
  end(): void {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1);
    this.#output.write(`${this.#colors.green("ok")}  all steps in ${seconds} s\n`);
  }
}
