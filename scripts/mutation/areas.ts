/** The parts of the sources that mutation testing changes, each with the tests that have to notice it. */

/** A part of the sources. */
export interface Area {
  /** Globs of the changed files. */
  readonly mutate: readonly string[];
  /** The beginnings of the paths of the tests. */
  readonly tests: readonly string[];
}

export const AREAS: Readonly<Record<string, Area>> = {
  xml: { mutate: ["src/xml/**/*.ts"], tests: ["test/xml/"] },
  codec: { mutate: ["src/codec/**/*.ts"], tests: ["test/codec/"] },
  redaction: { mutate: ["src/redaction/*.ts"], tests: ["test/redaction/", "test/har/"] },
  pacing: { mutate: ["src/rescue/pacing/*.ts"], tests: ["test/rescue/pacing/"] },
  session: {
    mutate: ["src/rescue/session/*.ts"],
    tests: ["test/rescue/session/", "test/rescue/client.", "test/rescue/lifetime."],
  },
  retry: {
    mutate: ["src/client/retry/*.ts", "src/rescue/retrying.ts"],
    tests: ["test/client/retry/", "test/rescue/retrying."],
  },
};
