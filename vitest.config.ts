import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/run-folder.ts"],
    setupFiles: ["test/secrets/setup.ts"],
    // Long, since a test that starts a process or a compiler shares the machine with the other files.
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
