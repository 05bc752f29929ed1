/** Nil elements: they have attributes, but no content (XML Schema part 1 §2.6.2, §3.3.4). */
import { isSpace, type StartTag } from "../../xml/index.js";
import { checkAttributes, readAttributes } from "./attributes.js";
import type { Decoding } from "./decoding.js";
import { type Frame, skipped } from "./frame.js";
import type { ComplexPlan } from "./plan/plan.js";

/** The value of a nil element of a complex type: `null`, or an object with `$nil` if it has attributes. */
export function nilValue(plan: ComplexPlan, tag: StartTag, run: Decoding, path: string): unknown {
  const value: Record<string, unknown> = {};
  readAttributes(plan, value, { tag, run, path });
  if (Object.keys(value).length === 0) {
    // Accepted, since stacks omit them: the type of the member allows null.
    for (const name of plan.requiredAttributes)
      run.onDeviation("missing-attribute", `${path}/@${name}`);
    return null;
  }
  checkAttributes(plan, value, run, path);
  return { $nil: true, ...(plan.typeKey !== undefined && { $type: plan.typeKey }), ...value };
}

/** Ignores the content that a nil element must not have, and reports it once. */
export class NilFrame implements Frame {
  #isReported = false;

  constructor(
    private readonly run: Decoding,
    private readonly path: string,
  ) {}

  child(tag: StartTag): Frame {
    this.#report("unknown-element", `${this.path}/${tag.name.local}`);
    return skipped;
  }

  text(text: string): void {
    if (!isSpace(text)) this.#report("unexpected-text", this.path);
  }

  close(): void {}

  #report(kind: "unknown-element" | "unexpected-text", path: string): void {
    if (!this.#isReported) this.run.onDeviation(kind, path);
    this.#isReported = true;
  }
}
