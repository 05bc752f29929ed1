import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs `work` with the URL of a response server in a separate process. */
export async function withResponseServer<Result>(
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/response-server.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const [line] = await once(child.stdout, "data");
    return await work(`http://127.0.0.1:${Number(String(line))}/API/API.asmx`);
  } finally {
    child.stdin.end();
    await once(child, "exit");
  }
}
