/** A server with Windows authentication, whose part of NTLM Samba plays by its `ntlm_auth`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterEach } from "vitest";
import type { NtlmCredentials } from "../../src/http/node/ntlm.js";
import { listen, received } from "./loopback.js";

/** For `describeWithPeer`. */
export const SAMBA = {
  name: "Samba's ntlm_auth (winbind)",
  probe: ["ntlm_auth", "--help"],
} as const;
/** The account that the server has. */
export const BOB: NtlmCredentials = { username: "bob", password: "s3cret ü", domain: "CORP" };

const helpers: { kill(): boolean }[] = [];
afterEach(() => {
  for (const helper of helpers.splice(0)) helper.kill();
});

/** The side of Samba in one sign-in: gets a message in base64, returns the next one. */
function samba({ username, password }: NtlmCredentials): (line: string) => Promise<string> {
  const args = ["--helper-protocol=squid-2.5-ntlmssp", "--configfile=/dev/null", "--domain=CORP"];
  const secrets = [`--username=${username}`, `--password=${password}`];
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const helper = spawn("ntlm_auth", [...args, ...secrets], {
    stdio: ["pipe", "pipe", "ignore"],
    env,
  });
  helpers.push(helper);
  const responses = createInterface(helper.stdout);
  return async (line) => {
    const next = once(responses, "line");
    helper.stdin.write(`${line}\n`);
    return String((await next)[0]);
  };
}

/** A server that returns the user of the connection and the body, as IIS does; `seen` has each request. */
export async function startServer(account = BOB) {
  const users = new WeakMap<Socket, string>();
  const talks = new WeakMap<Socket, (line: string) => Promise<string>>();
  const seen: string[] = [];
  const reject = (response: ServerResponse, challenge: string) =>
    response.writeHead(401, { "WWW-Authenticate": challenge }).end("<html>Unauthorized</html>");
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const body = await received(request);
    const [, token] = /^NTLM (.+)$/.exec(request.headers.authorization ?? "") ?? [];
    seen.push(`${token === undefined ? "-" : "NTLM"} ${body}`);
    if (token === undefined) {
      const user = users.get(socket);
      if (user === undefined) return reject(response, "NTLM");
      return response.end(`${user}: ${body}`);
    }
    const talk = talks.get(socket) ?? samba(account);
    const isFirst = !talks.has(socket);
    if (isFirst) talks.set(socket, talk);
    else talks.delete(socket);
    const [verdict, value = ""] = (await talk(`${isFirst ? "YR" : "KK"} ${token}`)).split(" ");
    if (verdict === "TT") return reject(response, `NTLM ${value}`);
    if (verdict !== "AF") return reject(response, "NTLM");
    users.set(socket, value);
    return response.end(`${value}: ${body}`);
  };
  const server = createServer(respond);
  return { ...(await listen(server)), seen, drop: () => server.closeAllConnections() };
}
