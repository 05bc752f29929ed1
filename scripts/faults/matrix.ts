/** The fault matrix: each fault with each subject. */
import { setTimeout as delay } from "node:timers/promises";
import { checkCase } from "./check.js";
import { CONNECTION_FAULTS, cuts } from "./connection-faults.js";
import type { Fault } from "./fault.js";
import { RESPONSE_FAULTS } from "./response-faults.js";
import { FaultServer } from "./server.js";
import { type Subject, subjects } from "./subjects.js";

/** The cases of a group. */
export interface Count {
  cases: number;
  wrong: number;
}

export interface MatrixResult {
  readonly groups: ReadonlyMap<string, Count>;
  readonly problems: readonly string[];
}

/** Which part of the matrix is run. */
export interface Share {
  /** The distance of the cuts, in bytes. */
  readonly step: number;
  /** 10 runs one of ten other cases. */
  readonly every: number;
}

/** Runs the matrix. Ends with a check that nothing of it is left open. */
export async function runMatrix({ step, every }: Share): Promise<MatrixResult> {
  const groups = new Map<string, Count>();
  const problems: string[] = [];
  const add = (group: string, name: string, found: readonly string[]) => {
    const count = groups.get(group) ?? { cases: 0, wrong: 0 };
    groups.set(group, count);
    count.cases++;
    if (found.length > 0) count.wrong++;
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  };
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown) => void rejections.push(reason);
  process.on("unhandledRejection", onRejection);
  const all = await subjects();
  const server = new FaultServer();
  await server.listen();
  const before = resources();
  let index = 0;
  for (const subject of all) {
    const others = [...CONNECTION_FAULTS, ...RESPONSE_FAULTS]
      .filter(({ onlySoap = false }) => subject.isSoap || !onlySoap)
      .filter(() => index++ % every === 0);
    for (const fault of [...others, ...cuts(subject, step)]) {
      add(fault.group, nameOf(subject, fault), await checkCase(server, subject, fault));
      server.disconnect();
    }
    add("resources", `${subject.protocol} ${subject.operation}`, await leftOpen(server, before));
  }
  await server.close();
  process.off("unhandledRejection", onRejection);
  add("unhandled rejections", "all", rejections.map(String));
  return { groups, problems };
}

function nameOf({ protocol, operation }: Subject, { group, name }: Fault): string {
  return `${protocol} ${operation}, ${group}, ${name}`;
}

/** The sockets and timers that keep the process running. */
function resources(): number {
  return process
    .getActiveResourcesInfo()
    .filter((name) => /^(?:TCPSocketWrap|Timeout|TCPConnectWrap)$/.test(name)).length;
}

/** Waits up to one second for the end of sockets whose other side was closed. */
async function leftOpen(server: FaultServer, before: number): Promise<string[]> {
  for (let waited = 0; waited < 1_000; waited += 20) {
    await delay(20);
    if (server.connections === 0 && resources() <= before) return [];
  }
  return [`${resources() - before} sockets or timers are left, ${server.connections} connections.`];
}
