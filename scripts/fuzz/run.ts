/** Gives seeded inputs to the targets, and collects the findings. */
import { disagreements, hasXmllint, isComparable, type JudgedDocument } from "./libxml.js";
import { Random } from "./random.js";
import { TARGETS, type TargetName } from "./targets.js";

export interface FuzzOptions {
  readonly count: number;
  readonly seed: number;
  /** Of the documents, one of so many is compared with libxml2; 0 for none. */
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

/** An input may take so long, in milliseconds of the processor. */
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
    for (const wrong of disagreements(judged)) {
      const { text, code } = wrong;
      const own = judged.find((each) => each === wrong)?.seed ?? 0;
      const problem = `libxml2 disagrees with ${code}`;
      findings.push({ target: "xml", seed: own, problem, input: text });
    }
    judged.length = 0;
  };
  const isCompared = compare > 0 && hasXmllint();
  for (let index = 0; index < count; index++) {
    const own = seed + index;
    const random = new Random(own);
    const name = targetOf(random);
    const target = TARGETS[name];
    const input = target.input(random);
    const start = performance.now();
    let code = "finding";
    try {
      code = await target.run(input, random);
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      findings.push({ target: name, seed: own, problem, input });
    }
    let time = performance.now() - start;
    // Another process may have had the processor.
    if (time > MAX_TIME) time = await processorTime(name, own);
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

/** The time of the processor for an input, in milliseconds. */
async function processorTime(name: TargetName, seed: number): Promise<number> {
  const random = new Random(seed);
  targetOf(random);
  const target = TARGETS[name];
  const input = target.input(random);
  const start = process.cpuUsage();
  await target.run(input, random).catch(() => undefined);
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
