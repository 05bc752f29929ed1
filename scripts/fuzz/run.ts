/** Gives seeded inputs to the targets, and collects the findings. */
import { disagreements, hasXmllint, isComparable, type JudgedDocument } from "./libxml.js";
import { Random } from "./random.js";
import { TARGETS, type TargetName } from "./targets.js";

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** 10 compares one of ten documents with libxml2; 0 compares none. */
  readonly compare: number;
  readonly onProgress?: (done: number) => void;
}

export interface Finding {
  readonly target: TargetName;
  /** Gives the same input again: `--seed S --count 1`. */
  readonly seed: number;
  readonly problem: string;
  readonly input: string;
}

export interface FuzzResult {
  /** The numbers of inputs by target and result. */
  readonly results: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly compared: number;
  readonly slowest: number;
  readonly findings: readonly Finding[];
}

/** The longest time for an input, in milliseconds of the processor. */
const MAX_TIME = 1_000;
const BATCH = 500;

export async function fuzz({ count, seed, compare, onProgress }: FuzzOptions): Promise<FuzzResult> {
  const findings: Finding[] = [];
  const results: Record<string, Record<string, number>> = {};
  const judged: (JudgedDocument & { readonly seed: number })[] = [];
  let compared = 0;
  let slowest = 0;
  const judge = () => {
    compared += judged.length;
    for (const { text, code, seed } of disagreements(judged)) {
      findings.push({
        target: "xml",
        seed,
        problem: `libxml2 disagrees with ${code}`,
        input: text,
      });
    }
    judged.length = 0;
  };
  const isCompared = compare > 0 && hasXmllint();
  for (let index = 0; index < count; index++) {
    const own = seed + index;
    const { name, input, run } = inputOf(own);
    const start = performance.now();
    let code = "finding";
    try {
      code = await run();
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      findings.push({ target: name, seed: own, problem, input });
    }
    let time = performance.now() - start;
    // Another process may have used the processor.
    if (time > MAX_TIME) time = await processorTime(own);
    slowest = Math.max(slowest, time);
    if (time > MAX_TIME) findings.push({ target: name, seed: own, problem: `${time} ms`, input });
    const ofTarget = results[name] ?? {};
    results[name] = ofTarget;
    ofTarget[code] = (ofTarget[code] ?? 0) + 1;
    const document = { text: input, code, seed: own };
    if (isCompared && name === "xml" && own % compare === 0 && isComparable(document)) {
      judged.push(document);
      if (judged.length === BATCH) judge();
    }
    if (index % 10_000 === 9_999) onProgress?.(index + 1);
  }
  if (judged.length > 0) judge();
  return { results, compared, slowest, findings };
}

/** The input of a seed, and its target. */
function inputOf(seed: number): {
  readonly name: TargetName;
  readonly input: string;
  readonly run: () => Promise<string>;
} {
  const random = new Random(seed);
  const name = targetOf(random);
  const target = TARGETS[name];
  const input = target.input(random);
  return { name, input, run: () => target.run(input, random) };
}

/** The time of the processor for the input of a seed, in milliseconds. */
async function processorTime(seed: number): Promise<number> {
  const { run } = inputOf(seed);
  const start = process.cpuUsage();
  await run().catch(() => undefined);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

function targetOf(random: Random): TargetName {
  let rest = random.below(100);
  for (const name of NAMES) {
    rest -= TARGETS[name].share;
    if (rest < 0) return name;
  }
  return "xml";
}

const NAMES: readonly TargetName[] = [
  "xml",
  "response",
  "encoded",
  "mime",
  "contentType",
  "request",
  "wsdl",
];
