/** The calls of the fault matrix: operations of each kind over each protocol, with the responses of the simulator. */
import type { RescueClient, RescueProtocol } from "../../src/index.js";
import { createRescueClient } from "../../src/index.js";
import { PASSWORD, startSimulator } from "../../src/simulator/index.js";
import { cookies, httpTransport } from "../../src/soap/index.js";

/** Values that no error may show. */
export const SECRETS = { authCode: "planted-auth-code", password: "planted-password" } as const;

const PROTOCOLS = ["soap12", "soap11", "post", "get"] as const satisfies readonly RescueProtocol[];

/** A call of the matrix. */
export interface Subject {
  readonly operation: string;
  readonly protocol: RescueProtocol;
  /** Whether the client may send the request again after a byte was sent. */
  readonly isRepeatable: boolean;
  readonly isSoap: boolean;
  readonly run: (client: RescueClient, options: CallOptions, values?: Values) => Promise<unknown>;
  /** The body of the right response, and its type. */
  readonly body: Buffer;
  readonly type: string;
  /** The outcome of the right response. */
  readonly outcome: unknown;
}

type CallOptions = { readonly signal?: AbortSignal; readonly timeout?: number };
type Call = Pick<Subject, "operation" | "isRepeatable" | "run">;

/** The values of the requests that depend on the server. */
interface Values {
  readonly password: string;
  readonly code: { readonly sAuthCode?: string };
  readonly iPINCode: number;
}

const PLANTED: Values = {
  password: SECRETS.password,
  code: { sAuthCode: SECRETS.authCode },
  iPINCode: 1,
};

const CALLS: readonly Call[] = [
  {
    operation: "generateEmailText",
    isRepeatable: true,
    run: (client, options, { code, iPINCode } = PLANTED) =>
      client.generateEmailText({ iPINCode, ...code }, options),
  },
  {
    operation: "requestPINCode",
    isRepeatable: false,
    run: (client, options, { code } = PLANTED) =>
      client.requestPINCode({ bNoTechConsole: true, ...code }, options),
  },
  {
    operation: "login",
    isRepeatable: false,
    run: (client, options, { password } = PLANTED) =>
      client.login({ sEmail: EMAIL, sPassword: password }, options),
  },
];

const EMAIL = "tech@example.com";

/** All subjects, with responses of a simulator. */
export async function subjects(): Promise<readonly Subject[]> {
  const all: Subject[] = [];
  for (const protocol of PROTOCOLS) {
    for (const call of CALLS) {
      // A new one each: it limits the sign-ins.
      const simulator = await startSimulator();
      all.push(await recorded(call, protocol, simulator.url).finally(() => simulator.close()));
    }
  }
  return all;
}

async function recorded(call: Call, protocol: RescueProtocol, endpoint: string): Promise<Subject> {
  const send = cookies(httpTransport());
  let body = Buffer.alloc(0);
  let type = "";
  const client = createRescueClient({
    endpoint,
    protocol,
    auth: { email: EMAIL, password: PASSWORD },
    throttle: false,
    transport: async (request) => {
      const response = await send(request);
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body) chunks.push(chunk);
      body = Buffer.concat(chunks);
      type = response.headers.get("content-type") ?? "";
      return { ...response, body: replayed(body) };
    },
  });
  const iPINCode = call.operation === "generateEmailText" ? await pinCode(client) : 0;
  const outcome = await call.run(client, {}, { password: PASSWORD, code: {}, iPINCode });
  return { ...call, protocol, isSoap: protocol.startsWith("soap"), body, type, outcome };
}

async function pinCode(client: RescueClient): Promise<number> {
  const pin = await client.requestPINCode({ bNoTechConsole: true });
  if (pin.status !== "OK") throw new Error(`The simulator returned ${pin.status}.`);
  return pin.iPINCode;
}

async function* replayed(body: Uint8Array): AsyncIterable<Uint8Array> {
  yield body;
}
