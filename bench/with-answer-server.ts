import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs `work` with the URL of an answering server in a process of its own. */
export async function withAnswerServer<Result>(
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/answer-server.ts"], {
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
