/** A client and a server, and their cells of the table. */
import { missingPeer, type Peer } from "./peer.js";

/** The reason why a peer cannot do a kind. */
export type Lacks<Kind extends string> = Partial<Readonly<Record<Kind, string>>>;

export interface Pair<Kind extends string = string> {
  readonly client: string;
  readonly server: string;
  /** The programs that must be installed. */
  readonly peers: readonly Peer[];
  /** The protocols: `1.1`, `1.2`, `HTTP`. */
  readonly protocols: readonly string[];
  readonly kinds: readonly Kind[];
  lacks(protocol: string): Lacks<Kind>;
  /** Starts the programs that the cells of a protocol need. */
  start(protocol: string): Promise<Running<Kind>>;
}

export interface Running<Kind extends string = string> {
  /** @throws Error if the kind does not work */
  run(kind: Kind): Promise<void>;
  close(): Promise<void>;
}

export interface Cell {
  readonly client: string;
  readonly server: string;
  readonly protocol: string;
  readonly kind: string;
  /** `skipped` if a program is missing, `n/a` if a peer cannot do the kind. */
  readonly result: "ok" | "failed" | "n/a" | "skipped";
  readonly reason?: string;
  readonly ms?: number;
}

/** Runs all cells of a pair. */
export async function runPair(pair: Pair): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const protocol of pair.protocols) cells.push(...(await runProtocol(pair, protocol)));
  return cells;
}

async function runProtocol(pair: Pair, protocol: string): Promise<Cell[]> {
  const { client, server, kinds } = pair;
  const cell = (kind: string, result: Omit<Cell, "client" | "server" | "protocol" | "kind">) => ({
    client,
    server,
    protocol,
    kind,
    ...result,
  });
  const missing = missingPeer(pair.peers);
  if (missing !== undefined) {
    const reason = `${missing.name} is not on this machine`;
    return kinds.map((kind) => cell(kind, { result: "skipped", reason }));
  }
  let running: Running;
  try {
    running = await pair.start(protocol);
  } catch (error) {
    return kinds.map((kind) => cell(kind, { result: "failed", reason: messageOf(error) }));
  }
  const lacks = pair.lacks(protocol);
  const cells: Cell[] = [];
  try {
    for (const kind of kinds) {
      const reason = lacks[kind];
      if (reason !== undefined) cells.push(cell(kind, { result: "n/a", reason }));
      else cells.push(cell(kind, await timed(() => running.run(kind))));
    }
  } finally {
    await running.close();
  }
  return cells;
}

async function timed(run: () => Promise<void>): Promise<Pick<Cell, "result" | "reason" | "ms">> {
  const started = performance.now();
  try {
    await run();
    return { result: "ok", ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { result: "failed", reason: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
