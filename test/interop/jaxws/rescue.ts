/** JAX-WS (Java): the proxy that wsimport generates from the WSDL. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, scratchFolder } from "../program.js";

const SOURCE = fileURLToPath(new URL("Rescue.java", import.meta.url));
const JARS = "/usr/share/java";

/** Libraries of JAX-WS, which Java no longer contains. */
const LIBRARIES = [
  "jaxws-api jaxws-rt jaxb-api jaxb-core jaxb-runtime jaxb-impl javax.xml.soap-api saaj-impl",
  "istack-commons-runtime stax-ex streambuffer mimepull gmbal metro-policy FastInfoset txw2",
  "javax.activation jws-api geronimo-annotation-1.3-spec glassfish-management-api",
  "glassfish-pfl-basic glassfish-pfl-tf",
]
  .flatMap((names) => names.split(" "))
  .map((name) => join(JARS, `${name}.jar`));

/** @param url of API.asmx @returns what the program printed */
export async function jaxWs(url: string, version: string): Promise<string> {
  const folder = await scratchFolder("jax-ws");
  try {
    const cwd = folder.path;
    // In JAX-WS, SOAP 1.2 is an extension.
    const options = ["-extension", "-keep", "-Xnocompile", "-p", "rescue", "-d", cwd];
    await run(["wsimport", ...options, `${url}?WSDL`]);
    const proxy = (await readdir(join(cwd, "rescue"))).map((file) => join("rescue", file));
    const path = [...LIBRARIES, cwd].join(":");
    const encoding = ["-nowarn", "-encoding", "UTF-8"];
    await run(["javac", ...encoding, "-cp", path, "-d", cwd, SOURCE, ...proxy], { cwd });
    return await run(["java", "-cp", path, "Rescue", url, version], { cwd });
  } finally {
    await folder.remove();
  }
}
