/** Programs in C# that call the Rescue API: the proxy of Mono's wsdl tool, and HttpWebRequest. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, scratchFolder } from "../program.js";

const SOURCES = fileURLToPath(new URL("rescue/", import.meta.url));

/** @param url of API.asmx @returns what the program printed */
export async function monoProxy(url: string, version: string): Promise<string> {
  const folder = await scratchFolder("mono-proxy");
  try {
    const proxy = join(folder.path, "API.cs");
    const protocol = version === "1.2" ? "SOAP12" : "SOAP";
    await run(["wsdl", `-protocol:${protocol}`, `-out:${proxy}`, `${url}?WSDL`]);
    return await compileAndRun(
      folder.path,
      ["Proxy.cs", "Show.cs"],
      [url, version],
      [proxy, `-define:${protocol}`, "-r:System.Web.Services"],
    );
  } finally {
    await folder.remove();
  }
}

/** @param url of API.asmx @param method of HTTP @returns what the program printed */
export async function monoWebRequest(url: string, method: string): Promise<string> {
  const folder = await scratchFolder("mono-webrequest");
  try {
    return await compileAndRun(folder.path, ["WebRequest.cs", "Show.cs"], [url, method]);
  } finally {
    await folder.remove();
  }
}

async function compileAndRun(
  folder: string,
  sources: readonly string[],
  args: readonly string[],
  options: readonly string[] = [],
): Promise<string> {
  const program = join(folder, "program.exe");
  const files = sources.map((source) => join(SOURCES, source));
  await run(["mcs", `-out:${program}`, "-codepage:utf8", ...options, ...files]);
  return run(["mono", program, ...args]);
}
