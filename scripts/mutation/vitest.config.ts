/** The tests that `npm run mutation` runs: those of the mutated folders, without the slow ones. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/{codec,redaction,xml,client/retry}/**/*.test.ts",
      "test/rescue/{pacing,session}/*.test.ts",
      "test/rescue/{client,lifetime,retrying}.test.ts",
    ],
    testTimeout: 10_000,
    maxWorkers: 1,
  },
});
