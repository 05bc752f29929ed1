import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["scripts/mutation/area.test.ts"], testTimeout: 10_000 },
});
