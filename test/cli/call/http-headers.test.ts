import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { httpHeaders } from "../../../src/cli/call/http-headers.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rescue-soap-headers-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each<[string[], Record<string, string>]>([
  [[], {}],
  [["X-A: 1"], { "X-A": "1" }],
  [["X-A:1", "X-B:  a: b  "], { "X-A": "1", "X-B": "a: b" }],
  [["X-Empty:"], { "X-Empty": "" }],
])("%j", async (given, want) => {
  expect(await httpHeaders(given)).toEqual(want);
});

it("reads headers from a file", async () => {
  const file = join(folder, "headers");
  await writeFile(file, "Authorization: Bearer hush\r\n\r\nX-B: 2\n");
  expect(await httpHeaders([`@${file}`, "X-C: 3"])).toEqual({
    Authorization: "Bearer hush",
    "X-B": "2",
    "X-C": "3",
  });
});

it.each(["hush", "X A: hush", "X-A: hush\nX-B: 1", ": hush"])(
  "%j is rejected, without its value in the message",
  async (given) => {
    await expect(httpHeaders([given])).rejects.toThrow(
      'The value of --header is not a header: write "Name: value", or @file for a file with one header per line.',
    );
  },
);

it("reports a file that does not exist", async () => {
  const file = join(folder, "none");
  await expect(httpHeaders([`@${file}`])).rejects.toMatchObject({
    code: "USAGE",
    message: `The file of --header, ${file}, can't be read: there is no such file.`,
  });
});
