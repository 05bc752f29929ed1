/** The result for one WSDL. */
export interface Result {
  readonly name: string;
  readonly generates: boolean;
  readonly typechecks: boolean;
  readonly roundtrips: boolean;
  /** The share of the used names that are in the types, from 0 to 1. */
  readonly names: number;
  /** Why no code was generated, if the WSDL is invalid or the generator reports that it does not support it. */
  readonly rejected: string | null;
  /** The time from the file to the text of the generated files, in ms. */
  readonly ms: number;
  /** The peak memory of the process until then, in MB. */
  readonly peakMb: number;
}

/** A result with its reasons. */
export interface Judgement extends Result {
  readonly problems: readonly string[];
  readonly unjudged: readonly Unjudged[];
}

/** A message or a component that was not judged. */
export interface Unjudged {
  readonly subject: string;
  readonly reason: Reason;
  /** The message of the judge, if there is one. */
  readonly detail?: string;
}

/** Why something was not judged, as it is counted. */
export type Reason =
  | "its binding is an HTTP binding"
  | "no value of it was found"
  | "no document of it was drawn from its schema"
  | "no valid document of it was drawn from its schema"
  | "its schema demands a declaration that the contract lacks"
  | "libxml2 rejects the schemas of its WSDL"
  | "libxml2 rejects the component, which was replaced"
  | "xmllint is not on this machine";

/** A report of a judging process; it counts even if the process is stopped later. */
export type Report = Partial<Omit<Judgement, "name">>;

/** The result before any report. */
export const UNJUDGED: Omit<Judgement, "name"> = {
  generates: false,
  typechecks: false,
  roundtrips: false,
  names: 0,
  rejected: null,
  ms: 0,
  peakMb: 0,
  problems: [],
  unjudged: [],
};

export function isAsRequired({ generates, typechecks, roundtrips, names }: Result): boolean {
  return generates && typechecks && roundtrips && names === 1;
}

/** The result without its reasons. */
export function plainResult(judgement: Judgement): Result {
  const { name, generates, typechecks, roundtrips, names, rejected, ms, peakMb } = judgement;
  return { name, generates, typechecks, roundtrips, names, rejected, ms, peakMb };
}
