import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRescueClient, type RescueProtocol } from "../../src/index.js";

/** A service with login and getDelimiter over HTTP and a session cookie. `seen` contains the URL and the cookie of each call. */
const seen: { url: string; cookie: string | undefined }[] = [];
let server: Server;
let endpoint: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { url = "", headers } = request;
    const isText = url.includes(".aspx");
    const isLogin = url.includes("login.aspx") || body.includes("<login");
    seen.push({ url, cookie: headers.cookie });
    if (isLogin) response.setHeader("Set-Cookie", "ASP.NET_SessionId=abc; path=/; HttpOnly");
    const signedIn = isLogin || headers.cookie === "ASP.NET_SessionId=abc";
    response.setHeader("Content-Type", isText ? "text/html; charset=utf-8" : "text/xml");
    if (isText) response.end(isLogin ? "OK" : signedIn ? "OK\n\nDELIMITER:|" : "NOTLOGGEDIN");
    else response.end(envelope(isLogin ? "login" : "getDelimiter", signedIn));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${addressOf(server).port}/API/API.asmx`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function addressOf(listening: Server): AddressInfo {
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return address;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

function envelope(operation: string, signedIn: boolean): string {
  const result = `${operation}_${signedIn ? "OK" : "NotLoggedIn"}`;
  const out = operation === "login" ? "" : "<sDelimiter>|</sDelimiter>";
  return `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><${operation}Response xmlns="https://secure.logmeinrescue.com/API/API.asmx"><${operation}Result>${result}</${operation}Result>${out}</${operation}Response></Body></Envelope>`;
}

describe("over HTTP", () => {
  it.each<RescueProtocol>(["soap12", "soap11", "post", "get"])(
    "sends the session cookie with %s",
    async (protocol) => {
      seen.length = 0;
      const auth = { email: "tech@example.com", password: "secret" };
      const rescue = createRescueClient({ auth, endpoint, protocol });
      expect(await rescue.getDelimiter()).toMatchObject({ status: "OK", sDelimiter: "|" });
      const cookie = "ASP.NET_SessionId=abc";
      const isText = protocol === "post" || protocol === "get";
      const query = protocol === "get" ? "?email=tech%40example.com&pwd=secret" : "";
      expect(seen).toEqual([
        { url: isText ? `/API/login.aspx${query}` : "/API/API.asmx", cookie: undefined },
        { url: isText ? "/API/getDelimiter.aspx" : "/API/API.asmx", cookie },
      ]);
    },
  );
});
