/** Fails a file of tests if its output contains a planted secret. Loaded before each file. */
import { afterAll } from "vitest";
import { marksIn } from "./planted.js";

const found: string[] = [];

function watch(object: object, name: string): void {
  const original: unknown = Reflect.get(object, name);
  if (typeof original !== "function") return;
  Reflect.set(object, name, (...args: unknown[]): unknown => {
    for (const arg of args) found.push(...marksIn(String(arg)));
    return Reflect.apply(original, object, args);
  });
}

watch(process.stdout, "write");
watch(process.stderr, "write");
for (const name of ["log", "info", "debug", "warn", "error"]) watch(console, name);

afterAll(() => {
  if (found.length > 0) throw new Error(`The output contains planted secrets: ${found.join("; ")}`);
});
