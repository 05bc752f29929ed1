/**
 * `npm run coverage`: the covered branches of each layer that a message passes through. It fails below 95 % in any of them.
 * Tests of other layers count as well, except those that run the package in other processes.
 */
import { defineConfig, mergeConfig } from "vitest/config";
import tests from "../../vitest.config.js";

const LAYERS = [
  "bytes",
  "client",
  "codec",
  "dataset",
  "errors",
  "http",
  "mime",
  "protocol",
  "redaction",
  "rescue",
  "schema",
  "server",
  "xml",
];

const LEAST_BRANCHES = 95;

export default mergeConfig(
  tests,
  defineConfig({
    test: {
      exclude: ["test/{cli,codegen,corpus,docs,interop,package}/**"],
      coverage: {
        enabled: true,
        provider: "v8",
        include: LAYERS.map((layer) => `src/${layer}/**/*.ts`),
        thresholds: Object.fromEntries(
          LAYERS.map((layer) => [`src/${layer}/**/*.ts`, { branches: LEAST_BRANCHES }]),
        ),
        reporter: ["text", "json-summary", "json"],
        reportsDirectory: "node_modules/.cache/coverage",
      },
    },
  }),
);
