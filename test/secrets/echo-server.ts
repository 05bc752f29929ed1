/** A server that repeats all that it was sent, in a given place of its response. */
import { createServer } from "node:net";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { type Loopback, listen } from "../http/loopback.js";
import { PLANTED } from "./planted.js";

/** A whole response, as it is on the wire. */
export type Respond = (echo: Echo) => string;

export interface Echo {
  /** The planted secrets and the request, encoded, in one line. */
  readonly text: string;
  /** The same for XML: only characters of the coding that XML would decode are escaped. */
  readonly inXml: string;
  /** `soap11` or `soap12`. */
  readonly version: keyof typeof ENVELOPE_NAMESPACE;
}

/**
 * @param encode the coding of the echo
 * @param sent the secrets that it repeats, in addition to the request
 */
export function echoServer(
  respond: Respond,
  encode: (text: string) => string,
  sent: readonly (keyof typeof PLANTED)[],
): Promise<Loopback> {
  const cookie = `Set-Cookie: ASP.NET_SessionId=${PLANTED.cookie}; path=/\r\n`;
  return listen(
    createServer((socket) => {
      let received = "";
      socket.on("data", (chunk) => {
        received += chunk.toString("utf8");
        if (!isComplete(received)) return;
        const request = received;
        received = "";
        if (
          /loginRequest|<login |login\.aspx/.test(request) &&
          !respond.name.startsWith("atLogin")
        ) {
          socket.write(loggedIn(request, cookie));
          return;
        }
        const all = [...sent.map((name) => PLANTED[name]), request.replace(/\s+/g, " ")].join(
          " | ",
        );
        const text = encode(all).replace(/[\r\n]/g, " ");
        const version = request.includes(ENVELOPE_NAMESPACE.soap11) ? "soap11" : "soap12";
        const inXml = text.replaceAll("<", "&lt;").replace(/&(?![#\w]+;)/g, "&amp;");
        socket.end(Buffer.from(respond({ text, inXml, version }).replace("COOKIE\r\n", cookie)));
      });
    }),
  );
}

function isComplete(request: string): boolean {
  const head = request.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const body = Buffer.byteLength(request.slice(head + 4));
  const length = /^content-length: (\d+)/im.exec(request)?.[1];
  if (/^transfer-encoding: chunked/im.test(request)) return request.endsWith("0\r\n\r\n");
  return body >= Number(length ?? 0);
}

function loggedIn(request: string, cookie: string): string {
  if (!request.includes("Envelope")) return http({ head: cookie, body: "OK" });
  const version = request.includes(ENVELOPE_NAMESPACE.soap11) ? "soap11" : "soap12";
  const ns = "https://secure.logmeinrescue.com/API/API.asmx";
  const body = `<loginResponse xmlns="${ns}"><loginResult>login_OK</loginResult></loginResponse>`;
  return http({ head: cookie, type: "text/xml", body: envelope(version, body) });
}

export function envelope(version: Echo["version"], body: string, header = ""): string {
  return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

export interface HttpParts {
  readonly status?: string;
  readonly type?: string;
  /** Further headers, each with its line break. */
  readonly head?: string;
  readonly body?: string;
}

export function http({
  status = "200 OK",
  type = "text/html",
  head = "",
  body = "",
}: HttpParts): string {
  return `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
