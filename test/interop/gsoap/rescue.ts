/** gSOAP: the proxy that its tools generate from the WSDL, in C++. */
import { fileURLToPath } from "node:url";
import { run, scratchFolder } from "../program.js";

const SOURCE = fileURLToPath(new URL("rescue.cpp", import.meta.url));
/** Types that its WSDL tool treats as known. */
const IMPORTS = "/usr/share/gsoap/import";

/** @param url of API.asmx @returns what the program printed */
export async function gsoap(url: string, version: string): Promise<string> {
  const folder = await scratchFolder("gsoap");
  try {
    const cwd = folder.path;
    await run(["wsdl2h", "-o", "api.h", `${url}?WSDL`], { cwd });
    const envelope = version === "1.2" ? "-2" : "-1";
    await run(["soapcpp2", envelope, "-C", "-j", "-x", `-I${IMPORTS}`, "api.h"], { cwd });
    const sources = [SOURCE, "soapC.cpp", "soapAPISoapProxy.cpp"];
    const options = ["-O0", "-w", "-DWITH_COOKIES", `-I${cwd}`];
    await run(["g++", ...options, ...sources, "-lgsoapck++", "-o", "rescue"], { cwd });
    return await run(["./rescue", url, version], { cwd });
  } finally {
    await folder.remove();
  }
}
