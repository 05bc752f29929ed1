import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Downloaded, type ReadOptions, readContract } from "../../../src/wsdl/index.js";
import { schema, wsdl } from "../wsdl-text.js";

const folder = mkdtempSync(join(tmpdir(), "rescue-soap-policy-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  for (const name of ["own", "own/sub", "other"]) mkdirSync(join(folder, name));
  for (const name of ["own/a.xsd", "own/sub/a.xsd", "other/a.xsd"]) {
    writeFileSync(join(folder, name), XSD);
  }
  symlinkSync(join(folder, "other/a.xsd"), join(folder, "own/link.xsd"));
  symlinkSync(join(folder, "own"), join(folder, "alias"));
});

const XSD = schema(`<xs:complexType name="Imported"/>`);

const importing = (location: string) =>
  wsdl({
    types: schema(`<xs:include schemaLocation="${location}"/><xs:element name="run"/>`),
  });

interface Web {
  /** The URLs that were requested. */
  readonly requested: string[];
  download(url: string, options: { checkRedirect(url: string): void }): Promise<Downloaded>;
}

/** A web of documents, and of redirects, which start with `->`. */
function web(documents: Readonly<Record<string, string>>): Web {
  const requested: string[] = [];
  return {
    requested,
    async download(url, { checkRedirect }) {
      let at = url;
      for (;;) {
        requested.push(at);
        const text = documents[at] ?? "";
        if (!text.startsWith("->")) {
          return { url: at, status: 200, contentType: "text/xml", bytes: Buffer.from(text) };
        }
        at = text.slice(2);
        checkRedirect(at);
      }
    },
  };
}

async function read(source: string, documents: Web, options?: ReadOptions): Promise<string> {
  try {
    const { types } = await readContract(source, documents.download, options);
    return types.map(({ name }) => name?.local).join();
  } catch (error) {
    return error instanceof Error && "code" in error ? `${error.code} ${error.message}` : "";
  }
}

describe("a downloaded WSDL", () => {
  const A = "https://a.example/s?wsdl";
  const B = "https://b.example/a.xsd";

  it.each<[string, string, ReadOptions?]>([
    ["a relative URL", "a.xsd"],
    ["its own origin", "https://a.example/a.xsd"],
    ["an allowed host", B, { allowImportHosts: ["B.example"] }],
    [
      "an allowed host with a port",
      "http://c.example:8080/a.xsd",
      { allowImportHosts: ["c.example:8080"] },
    ],
  ])("imports from %s", async (_, location, options) => {
    const url = new URL(location, A).href;
    const documents = web({ [A]: importing(location), [url]: XSD });
    expect(await read(A, documents, options)).toBe("Imported");
  });

  it.each<[string, string, string]>([
    ["another host", B, "--allow-import-host b.example"],
    ["another port", "https://a.example:8443/a.xsd", "--allow-import-host a.example:8443"],
    ["another scheme", "http://a.example/a.xsd", "--allow-import-host a.example"],
    ["a file", "file:///etc/hosts", "is not an http or https URL"],
    ["a data: URL", "data:text/xml,x", "is not an http or https URL"],
  ])("does not import from %s", async (_, location, message) => {
    const documents = web({ [A]: importing(location) });
    const result = await read(A, documents);
    expect(result).toMatch(/^NOT_ALLOWED https:\/\/a\.example\/s\?wsdl:\d/);
    expect(result).toContain(message);
    expect(documents.requested).toEqual([A]);
  });

  it("does not follow a redirect of an import to another origin", async () => {
    const own = "https://a.example/a.xsd";
    const documents = web({ [A]: importing(own), [own]: `->${B}`, [B]: XSD });
    expect(await read(A, documents)).toContain(
      `${own} redirects to ${B}, which is not of the origin of the WSDL, and is not read. If you trust its host, allow it with allowImportHosts (--allow-import-host b.example).`,
    );
    expect(documents.requested).toEqual([A, own]);
    expect(await read(A, documents, { allowImportHosts: ["b.example"] })).toBe("Imported");
  });

  it("is of the origin that its own URL redirects to, too", async () => {
    const target = "https://b.example/s?wsdl";
    const documents = web({ [A]: `->${target}`, [target]: importing("a.xsd"), [B]: XSD });
    expect(await read(A, documents)).toBe("Imported");
  });

  it("rejects a redirect that a download followed without asking", async () => {
    const own = "https://a.example/a.xsd";
    const documents = web({ [A]: importing(own) });
    const download = async (url: string) =>
      url === own
        ? { url: B, status: 200, contentType: "text/xml", bytes: Buffer.from(XSD) }
        : documents.download(url, { checkRedirect: () => {} });
    await expect(readContract(A, download)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  });
});

describe("a local WSDL", () => {
  const nothing = web({});

  function file(location: string, name = "own/s.wsdl"): string {
    const path = join(folder, name);
    writeFileSync(path, importing(location));
    return path;
  }

  it.each<[string, string, ReadOptions?]>([
    ["its folder", "a.xsd"],
    ["a folder in it", "./sub/a.xsd"],
    ["its folder by a file: URL", pathToFileURL(join(folder, "own/a.xsd")).href],
    ["an allowed folder", "../other/a.xsd", { allowImportFolders: [join(folder, "other")] }],
    ["a link to an allowed folder", "link.xsd", { allowImportFolders: [folder] }],
  ])("imports from %s", async (_, location, options) => {
    expect(await read(file(location), nothing, options)).toBe("Imported");
  });

  it("imports from its folder if that is a link", async () => {
    expect(await read(file("sub/a.xsd", "alias/s.wsdl"), nothing)).toBe("Imported");
  });

  it.each<[string, string, string]>([
    ["another folder", "../other/a.xsd", "other"],
    ["another folder by an escape", "%2e%2e/other/a.xsd", "other"],
    ["another folder by a backslash", "..\\other\\a.xsd", "other"],
    ["a link to a file of another folder", "link.xsd", "other"],
    ["a folder whose name starts the same", "../own-secret/a.xsd", "own-secret"],
  ])("does not import from %s", async (_, location, outside) => {
    const result = await read(file(location), nothing);
    expect(result).toContain("NOT_ALLOWED");
    expect(result).toContain(`(--allow-import-folder ${join(folder, outside)})`);
  });

  it("downloads nothing, unless the host is allowed", async () => {
    const url = "https://a.example/a.xsd";
    const documents = web({ [url]: XSD });
    expect(await read(file(url), documents)).toContain(
      `${url} is not a file, as the WSDL is, and is not read.`,
    );
    expect(documents.requested).toEqual([]);
    expect(await read(file(url), documents, { allowImportHosts: ["a.example"] })).toBe("Imported");
  });

  it("does not import files by a document that it downloads", async () => {
    const url = "https://a.example/a.xsd";
    const own = pathToFileURL(join(folder, "own/a.xsd")).href;
    const documents = web({ [url]: schema(`<xs:include schemaLocation="${own}"/>`) });
    const result = await read(file(url), documents, { allowImportHosts: ["a.example"] });
    expect(result).toContain(`${own} is not an http or https URL`);
  });
});
