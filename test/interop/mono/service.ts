/** The services of `service/`, compiled and served by Mono's ASP.NET. */
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EchoServer } from "../echo/servers.js";
import { run, scratchFolder, serve } from "../program.js";

const SOURCES = fileURLToPath(new URL("service", import.meta.url));
const LIBRARIES = "System.Web.Services,System.Data,System.Xml,System.Web";

/** Serves `Echo.asmx`, `RpcEncoded.asmx` and `RpcLiteral.asmx`, each with its `?wsdl`. */
export async function startMono(): Promise<EchoServer> {
  const folder = await scratchFolder("mono");
  try {
    const bin = join(folder.path, "bin");
    await mkdir(bin);
    const services = ["Types.cs", "Echo.cs", "Rpc.cs"];
    await compile(services, ["-target:library", `-out:${join(bin, "Services.dll")}`]);
    await compile(["Host.cs"], [`-out:${join(bin, "Host.exe")}`]);
    for (const name of await readdir(SOURCES)) {
      if (!name.endsWith(".cs")) await copyFile(join(SOURCES, name), join(folder.path, name));
    }
    const { url, close } = await serve(["mono", join(bin, "Host.exe"), folder.path]);
    return {
      urls: {
        Echo: `${url}Echo.asmx`,
        RpcEncoded: `${url}RpcEncoded.asmx`,
        RpcLiteral: `${url}RpcLiteral.asmx`,
      },
      close: () => close().finally(folder.remove),
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

function compile(sources: readonly string[], options: readonly string[]): Promise<string> {
  return run(["mcs", ...options, `-r:${LIBRARIES}`, ...sources], { cwd: SOURCES });
}
