/** What is found of one WSDL. */
export interface Result {
  readonly name: string;
  readonly generates: boolean;
  readonly typechecks: boolean;
  readonly roundtrips: boolean;
  /** The share of the reachable names that are in the types, from 0 to 1. */
  readonly names: number;
  /** Why no code was generated, where that is the WSDL's own fault or the generator says that it can't. */
  readonly refused: string | null;
  /** From the file to the text of the generated files, in ms. */
  readonly ms: number;
  /** The most memory that the process had until then, in MB. */
  readonly peakMb: number;
}

/** A result with what is behind it, for people. */
export interface Judgement extends Result {
  readonly problems: readonly string[];
  /** What was left unchecked, and why. */
  readonly notes: readonly string[];
}

/** What a judging process reports on its way; what it has reported counts when it is stopped after that. */
export type Report = Partial<Omit<Judgement, "name">>;

/** What is taken for true until it is reported otherwise. */
export const UNJUDGED: Omit<Judgement, "name"> = {
  generates: false,
  typechecks: false,
  roundtrips: false,
  names: 0,
  refused: null,
  ms: 0,
  peakMb: 0,
  problems: [],
  notes: [],
};

export function isAsRequired({ generates, typechecks, roundtrips, names }: Result): boolean {
  return generates && typechecks && roundtrips && names === 1;
}

/** The result without what is only for people. */
export function plainResult(judgement: Judgement): Result {
  const { name, generates, typechecks, roundtrips, names, refused, ms, peakMb } = judgement;
  return { name, generates, typechecks, roundtrips, names, refused, ms, peakMb };
}
