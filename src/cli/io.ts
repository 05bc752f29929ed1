/** What a command has to do with the outside: streams, environment, a person to ask. Tests put their own in. */

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** How many characters a line of the terminal has. */
  readonly columns?: number;
}

export interface Io {
  /** Standard input, as bytes. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks for a secret without echo; `undefined` where there is no terminal to ask at. */
  readonly askSecret: ((question: string) => Promise<string>) | undefined;
  /** Aborts when the process is asked to end (SIGINT, SIGTERM). */
  readonly signal: AbortSignal;
}

/** Whether colour is welcome on `output`: a terminal's, unless NO_COLOR is set; FORCE_COLOR wins over the terminal. */
export function wantsColor(output: Output, env: Io["env"]): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR) || (output.isTTY === true && env.TERM !== "dumb");
}

/** All of standard input as text. */
export async function readStdin(io: Io): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of io.stdin) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
