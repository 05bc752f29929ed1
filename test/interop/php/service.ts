/** PHP's SoapServer on PHP's built-in web server. */
import { fileURLToPath } from "node:url";
import type { EchoServer } from "../echo/servers.js";
import { scratchFolder, serve } from "../program.js";

const SCRIPT = fileURLToPath(new URL("echo.php", import.meta.url));

export async function startPhp(): Promise<EchoServer> {
  const folder = await scratchFolder("php");
  try {
    const env = { SCRATCH: folder.path };
    const { url, close } = await serve(["php", "-d", "precision=17", "-S", "127.0.0.1:0", SCRIPT], {
      env,
    });
    return {
      urls: { Echo: `${url}Echo`, RpcEncoded: `${url}RpcEncoded`, RpcLiteral: `${url}RpcLiteral` },
      close: () => close().finally(folder.remove),
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
