/** A page in headless Chromium, which posts what it has seen to the server that it comes from. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const CHROMIUM = { name: "chromium", probe: ["chromium", "--version"] } as const;

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Loads a page that runs `script`, and gives what it posts to `/report`.
 *
 * @param parameters the query of the page's address
 * @param timeout in ms
 * @throws Error with what Chromium wrote, when no report comes in time
 */
export async function reportOfPage(
  script: string,
  parameters: Readonly<Record<string, string>>,
  timeout: number,
): Promise<unknown> {
  const reports = new AbortController();
  let report = "";
  const server = createServer(async (request, response) => {
    if (request.url === "/report") {
      for await (const chunk of request.setEncoding("utf8")) report += chunk;
      response.end();
      reports.abort();
    } else if (request.url === "/page.js") {
      response.setHeader("Content-Type", "text/javascript; charset=utf-8").end(script);
    } else {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end('<!doctype html><script type="module" src="/page.js"></script>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const profile = await mkdtemp(join(tmpdir(), "rescue-soap-chromium-"));
  const page = `http://127.0.0.1:${address.port}/?${new URLSearchParams(parameters)}`;
  const log: string[] = [];
  const browser = spawn("chromium", [...FLAGS, `--user-data-dir=${profile}`, page]);
  browser.stderr.on("data", (chunk) => log.push(String(chunk)));
  const exited = once(browser, "exit");
  try {
    const signal = AbortSignal.any([reports.signal, AbortSignal.timeout(timeout)]);
    await Promise.race([exited, once(signal, "abort")]);
    if (report === "") throw new Error(`The page has reported nothing. ${log.join("")}`);
    return JSON.parse(report);
  } finally {
    browser.kill();
    await exited;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
