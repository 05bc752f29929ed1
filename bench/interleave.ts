/** Times subjects in turn, A B C A B C …, in one process. */

export type Subject = () => unknown;

/**
 * @param batch calls of a subject in a round
 * @returns µs a call of each subject, a figure for each round
 */
export async function interleave<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  rounds: number,
  batch: number,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (const name of names) await timed(subjects[name], batch);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(await timed(subjects[name], batch));
  }
  return times;
}

async function timed(subject: Subject, batch: number): Promise<number> {
  const start = process.hrtime.bigint();
  for (let call = 0; call < batch; call++) {
    const result = subject();
    if (result instanceof Promise) await result;
  }
  return Number(process.hrtime.bigint() - start) / 1_000 / batch;
}
