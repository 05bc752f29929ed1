/** C# programs that use proxies of Mono's wsdl tool, which are the proxies of .NET. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ContractUrls } from "../echo/servers.js";
import { run, scratchFolder } from "../program.js";

const SOURCES = fileURLToPath(new URL(".", import.meta.url));

/** The namespace of each contract's proxy. */
const NAMESPACES = { Echo: "Documents", RpcEncoded: "Encoded", RpcLiteral: "Literal" } as const;

/** @param url of API.asmx @returns what the program printed */
export function rescueProxy(url: string, version: string): Promise<string> {
  return runWithProxies({ "": url }, ["rescue/Proxy.cs"], [url, version], version);
}

/** @returns what the program printed */
export function echoProxies(urls: ContractUrls, version: string): Promise<string> {
  const { Echo, RpcEncoded, RpcLiteral } = urls;
  const wsdls = Object.fromEntries(
    Object.entries(urls).map(([contract, url]) => [Reflect.get(NAMESPACES, contract), url]),
  );
  const sources = ["echo/Messages.cs", "echo/Values.cs"];
  return runWithProxies(wsdls, sources, [Echo, RpcEncoded, RpcLiteral, version], version);
}

/** @param url of API.asmx @param method of HTTP @returns what the program printed */
export function rescueWebRequest(url: string, method: string): Promise<string> {
  return runWithProxies({}, ["rescue/WebRequest.cs"], [url, method], method);
}

/** @param services the URL of each, by the C# namespace of its proxy */
async function runWithProxies(
  services: Readonly<Record<string, string>>,
  sources: readonly string[],
  args: readonly string[],
  version: string,
): Promise<string> {
  const folder = await scratchFolder("mono-client");
  try {
    const protocol = version === "1.2" ? "SOAP12" : "SOAP";
    const proxies: string[] = [];
    for (const [namespace, url] of Object.entries(services)) {
      const proxy = join(folder.path, `${namespace}Proxy.cs`);
      const options = [`-protocol:${protocol}`, `-namespace:${namespace}`, `-out:${proxy}`];
      await run(["wsdl", ...options, `${url}?WSDL`]);
      proxies.push(proxy);
    }
    const program = join(folder.path, "program.exe");
    const files = [...sources, "Show.cs"].map((source) => join(SOURCES, source));
    const options = ["-codepage:utf8", `-define:${protocol}`];
    const libraries = "-r:System.Web.Services,System.Data,System.Xml";
    await run(["mcs", `-out:${program}`, ...options, libraries, ...files, ...proxies]);
    return await run(["mono", program, ...args]);
  } finally {
    await folder.remove();
  }
}
