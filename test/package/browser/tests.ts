/** The installed package in a browser: what a bundler makes of it, and that it runs in Chromium. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type RunningService,
  type Simulator,
  serve,
  startSimulator,
} from "../../../src/simulator/index.js";
import type { Attachment, Operation } from "../../../src/soap/index.js";
import { describeWithPeer } from "../../interop/peer.js";
import { bundle, bundleText } from "../bundle.js";
import { PROJECT } from "../installed-package.js";
import { CHROMIUM, reportOfPage } from "./chromium.js";

/** As the page has it. */
const message = (element: string) =>
  ({
    element,
    namespace: "urn:files",
    type: {
      namespace: "urn:files",
      sequence: [{ element: "file", type: { builtin: "base64Binary", as: "Attachment" } }],
    },
  }) as const;
const echo: Operation<{ file: Attachment }, { file: Attachment }> = {
  generator: "test",
  name: "echo",
  soapAction: "urn:files/echo",
  input: message("echo"),
  output: message("echoResponse"),
};

/** The program of the page. */
function page(): Promise<string> {
  return readFile(new URL("page.mjs", import.meta.url), "utf8");
}

/** @param folder gives where the package is installed, once it is */
export function browserTests(folder: () => string): void {
  it("bundles for a browser without anything of Node, the cookie jar and proxies included", async () => {
    const { metafile, outputFiles } = await bundle(folder(), await page());
    const { outputs } = metafile;
    // What a bundler left out has no bytes.
    const files = Object.values(outputs).flatMap(({ inputs }) =>
      Object.keys(inputs).filter((file) => inputs[file]?.bytesInOutput !== 0),
    );
    expect(files.some((file) => file.endsWith("default-transport.browser.js"))).toBe(true);
    expect(files.filter((file) => /\.node\.js|tough-cookie|proxy/.test(file))).toEqual([]);
    const text = outputFiles.map((file) => file.text).join("");
    expect(text).toContain("fetch(");
    // The transport of Node, its libraries, and the cookie jar.
    expect(text).not.toMatch(/node:(?:https?|net|tls|stream|zlib)|tough-cookie|HTTPS_PROXY|ntlm/i);
    expect(Object.values(outputs).flatMap((output) => output.imports)).toEqual([]);
  });

  it("bundles whole, and where the packages are that only Node needs", async () => {
    const everything = [
      'export * from "rescue-soap";',
      'export * as soap from "rescue-soap/soap";',
    ];
    const { outputs } = (await bundle(PROJECT, everything.join("\n"))).metafile;
    expect(Object.values(outputs).flatMap((output) => output.imports)).toEqual([]);
  });

  describeWithPeer(CHROMIUM, "in Chromium", () => {
    let simulator: Simulator;
    let elsewhere: Server;
    let files: RunningService;
    let seen: unknown;
    beforeAll(async () => {
      simulator = await startSimulator({ cors: true });
      elsewhere = await redirecting(simulator.url);
      const script = await bundleText(folder(), await page());
      files = await serve({ echo }, { cors: true, handlers: { echo: (request) => request } });
      const parameters = {
        endpoint: simulator.url,
        files: files.url,
        redirect: `http://127.0.0.1:${portOf(elsewhere)}/moved`,
        // A port that browsers may call, and where nobody listens without being root.
        nowhere: "http://127.0.0.1:81/",
      };
      seen = await reportOfPage(script, parameters, 60_000);
    }, 120_000);
    afterAll(async () => {
      await simulator?.close();
      await files?.close();
      elsewhere?.closeAllConnections();
      elsewhere?.close();
    });

    const email = {
      status: "OK",
      ret: "generateEmailText_OK",
      sLink: expect.stringMatching(/^https:.*Code=\d{6}$/),
    };

    it("there is nothing of Node", () => expect(seen).toMatchObject({ process: "undefined" }));

    it.each(["soap12", "soap11", "post", "get"])(
      "signs in with the browser's cookies, requests a PIN and gets its email over %s",
      (protocol) =>
        expect(seen).toMatchObject({ [protocol]: { ...email, ret: expect.any(String) } }),
    );

    it("needs no transport with an auth code", () =>
      expect(seen).toMatchObject({ authCode: { status: "OK", sEmail: "tech@example.com" } }));

    it("sends and gets attachments", () =>
      expect(seen).toMatchObject({ attachments: [true, true, true] }));

    it("says what failed as it does elsewhere", () => {
      expect(seen).toMatchObject({
        refused: { code: "SIGN_IN_REFUSED" },
        fault: { code: "FAULT" },
        redirect: {
          code: "CONNECTION",
          message: expect.stringContaining("redirects to another address"),
        },
        nowhere: {
          code: "CONNECTION",
          message: expect.stringContaining("Can't reach 127.0.0.1:81"),
        },
      });
      expect(JSON.stringify(seen)).not.toContain("hidden-word");
    });
  });
}

/** A server that sends every request on to another address, as far as a browser lets it. */
async function redirecting(location: string): Promise<Server> {
  const server = createServer(({ method, headers }, response) => {
    response.writeHead(method === "OPTIONS" ? 204 : 307, {
      "Access-Control-Allow-Origin": headers.origin ?? "",
      "Access-Control-Allow-Credentials": "true",
      "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "",
      Location: location,
    });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
