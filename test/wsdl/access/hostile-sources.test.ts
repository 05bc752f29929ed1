/** Sources without an end, and sources that are not files. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Download, type Downloaded, readContract } from "../../../src/wsdl/index.js";
import { schema, wsdl } from "../wsdl-text.js";

const folder = mkdtempSync(join(tmpdir(), "rescue-soap-sources-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
});

const never: Download = () => Promise.reject(new Error("Nothing is to be downloaded."));
const including = (location: string) =>
  wsdl({ types: schema(`<xs:include schemaLocation="${location}"/><xs:element name="run"/>`) });

const document = (url: string, text: string): Downloaded => ({
  url,
  status: 200,
  contentType: "text/xml",
  bytes: Buffer.from(text),
});

describe.skipIf(!existsSync("/dev/zero"))("what is not a regular file", () => {
  it.each([
    ["a device", "/dev/zero"],
    ["a pipe", join(folder, "pipe")],
    ["a terminal", "/dev/tty"],
  ])("%s as the WSDL", async (_, file) => {
    await expect(readContract(file, never)).rejects.toMatchObject({
      code: "UNREADABLE",
      message: expect.stringContaining("not a regular file"),
    });
  });

  it.each([
    ["a device", "/dev/zero", "not a regular file"],
    ["a pipe", join(folder, "pipe"), "not a regular file"],
    ["a folder", folder, "it is a folder"],
  ])("%s as an import", async (_, location, message) => {
    const file = join(folder, "s.wsdl");
    writeFileSync(file, including(location));
    await expect(
      readContract(file, never, { allowImportFolders: ["/dev", folder] }),
    ).rejects.toThrow(message);
  });
});

describe("sources without an end", () => {
  const URL = "https://a.example/0";

  it("imports a new URL in each document", async () => {
    let count = 0;
    const download: Download = async (url) => {
      count += 1;
      const text = including(String(count));
      return document(url, count === 1 ? text : schema(`<xs:include schemaLocation="${count}"/>`));
    };
    await expect(readContract(URL, download, { maxDocuments: 20 })).rejects.toMatchObject({
      code: "LIMIT",
      message:
        "https://a.example/20: The WSDL imports and includes more than 20 documents, the limit. If you trust its author, raise the limit with maxDocuments (--max-documents).",
    });
    expect(count).toBe(20);
  });

  it("reads few documents at the same time", async () => {
    let open = 0;
    let most = 0;
    const download: Download = async (url) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      const includes = Array.from(
        { length: 50 },
        (_, i) => `<xs:include schemaLocation="${i}.xsd"/>`,
      );
      return document(
        url,
        url === URL
          ? wsdl({ types: schema(`${includes.join("")}<xs:element name="run"/>`) })
          : schema(""),
      );
    };
    await readContract(URL, download);
    expect(most).toBe(8);
  });

  it("limits the bytes of all documents", async () => {
    const long = schema(`<!--${" ".repeat(50_000)}-->`);
    const seen: number[] = [];
    const download: Download = async (url, { maxBytes }) => {
      seen.push(maxBytes);
      return document(url, url === URL ? including("1") : long);
    };
    await expect(readContract(URL, download, { maxBytes: 20_000 })).rejects.toMatchObject({
      code: "LIMIT",
      message: expect.stringContaining("more than 20000 bytes together"),
    });
    expect(seen[0]).toBe(20_000);
    expect(seen[1]).toBeLessThan(20_000);
  });

  it("limits the bytes of files", async () => {
    const file = join(folder, "long.wsdl");
    writeFileSync(file, wsdl({ head: `<!--${" ".repeat(50_000)}-->` }));
    await expect(readContract(file, never, { maxBytes: 20_000 })).rejects.toMatchObject({
      code: "LIMIT",
    });
  });

  it("ends after the time, and the downloads with it", async () => {
    let ended = false;
    const download: Download = (_, { signal }) => {
      signal.addEventListener("abort", () => {
        ended = true;
      });
      return new Promise(() => {});
    };
    await expect(readContract(URL, download, { timeout: 20 })).rejects.toMatchObject({
      code: "LIMIT",
      message: expect.stringContaining("takes longer than 20 ms"),
    });
    expect(ended).toBe(true);
  });

  it("ends with the reason of the signal", async () => {
    const reason = new Error("Enough.");
    const controller = new AbortController();
    const reading = readContract(URL, () => new Promise(() => {}), { signal: controller.signal });
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
    await expect(readContract(URL, never, { signal: controller.signal })).rejects.toBe(reason);
  });
});
