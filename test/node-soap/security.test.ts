/** node-soap's security objects in our client, checked by xmlsec1, by a digest of our own and by node-soap's server. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import {
  BasicAuthSecurity,
  BearerSecurity,
  ClientSSLSecurity,
  ClientSSLSecurityPFX,
  NTLMSecurity,
  WSSecurity,
  WSSecurityCert,
  WSSecurityCertWithToken,
  WSSecurityPlusCert,
} from "soap";
import { beforeAll, describe, expect, it } from "vitest";
import { nodeSoapSecurity, nodeSoapTransport } from "../../src/node-soap/index.js";
import { wireLog } from "../../src/redaction/wire-log.js";
import { basicAuth, SoapClient } from "../../src/soap/index.js";
import {
  type Authority,
  type Issued,
  inFolder,
  makeAuthority,
  OPENSSL,
  pkcs12,
} from "../certificates.js";
import { callEcho, echo } from "../client/echo-call.js";
import { listen, rejection, textOf } from "../http/loopback.js";
import { BOB, SAMBA, startServer } from "../http/samba.js";
import { describeWithPeer } from "../interop/peer.js";
import { verifiedBy, XMLSEC1 } from "../xmlsec1.js";

const WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

/** The text of the first element of a name. */
const textIn = (xml: string, name: string) =>
  new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? "";

const sign = (security: Parameters<typeof nodeSoapSecurity>[0], text?: string) =>
  callEcho({
    interceptors: [nodeSoapSecurity(security)],
    ...(text !== undefined && { text }),
  });

describe("a UsernameToken", () => {
  it("has the password as a text, and a timestamp", async () => {
    const { envelope, result } = await sign(new WSSecurity("me & you", "p<ss"));
    expect(envelope).toContain(`<soap:Header><wsse:Security xmlns:wsse="${WSSE}"`);
    expect(textIn(envelope, "Username")).toBe("me &amp; you");
    expect(textIn(envelope, "Password")).toBe("p&lt;ss");
    expect(Date.parse(textIn(envelope, "Expires"))).toBeGreaterThan(Date.now());
    expect(result).toEqual({ text: "a < b & ü 😀" });
  });

  it("has the digest of nonce, time and password (UsernameToken Profile §3.1)", async () => {
    const { envelope } = await sign(
      new WSSecurity("me", "pass", { passwordType: "PasswordDigest" }),
    );
    const [, created = ""] = /<\/wsse:Nonce><wsu:Created>([^<]*)/.exec(envelope) ?? [];
    const digest = createHash("sha1")
      .update(Buffer.from(textIn(envelope, "Nonce"), "base64"))
      .update(`${created}pass`);
    expect(textIn(envelope, "Password")).toBe(digest.digest("base64"));
    expect(envelope).not.toContain(">pass<");
  });

  it("accepts a response with a mustUnderstand Security block", async () => {
    const security = new WSSecurity("me", "pass", { mustUnderstand: true });
    const { envelope, result } = await sign(security);
    expect(envelope).toContain('soap:mustUnderstand="1"');
    expect(result).toEqual({ text: "a < b & ü 😀" });
  });

  it("is not shown in a wire log", async () => {
    const log: string[] = [];
    const { request } = await sign(new WSSecurity("me", "hunter2"));
    const transport = wireLog(
      async () => ({
        status: 200,
        headers: { get: () => undefined, setCookie: [] },
        body: (async function* () {})(),
      }),
      (text) => log.push(text),
    );
    await textOf((await transport(request)).body);
    expect(String(request.body)).toContain("hunter2");
    expect(log.join("")).toContain("<wsse:Username>me<");
    expect(log.join("")).not.toContain("hunter2");
  });
});

it("is not in the error of a server that echoes the request, and neither is Authorization", async () => {
  const escaped = (text: string) => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  for (const shown of [(text: string) => text, escaped]) {
    const client = new SoapClient({
      endpoint: "http://127.0.0.1/",
      interceptors: [
        nodeSoapSecurity(new WSSecurity("me", "hunter<2", { hasTimeStamp: false })),
        basicAuth({ username: "me", password: "hunter<2" }),
      ],
      transport: async ({ headers, body }) => ({
        status: 404,
        headers: { get: () => undefined, setCookie: [] },
        body: (async function* () {
          const [password = ""] = /<wsse:Password.*?<\/wsse:Password>/s.exec(String(body)) ?? [];
          yield Buffer.from(`What is ${headers.Authorization}? And ${shown(password)}?`);
        })(),
      }),
    });
    const error = await rejection(client.call(echo, { text: "x" }));
    expect(error).toMatchObject({
      code: "HTTP_STATUS",
      excerpt: expect.stringContaining("What is Basic ***? And "),
    });
    expect(JSON.stringify(error)).toContain("Password");
    expect(JSON.stringify(error)).not.toContain("hunter");
  }
});

describe("an Authorization header", () => {
  it("is that of BasicAuthSecurity or BearerSecurity", async () => {
    const basic = await sign(new BasicAuthSecurity("me", "p:ss", {}));
    expect(basic.request.headers.Authorization).toBe(`Basic ${btoa("me:p:ss")}`);
    const bearer = await sign(new BearerSecurity("token", {}));
    expect(bearer.request.headers.Authorization).toBe("Bearer token");
    expect(bearer.envelope).not.toContain("Header");
  });
});

it("reports that options for the connection belong to the transport", () => {
  const security = new NTLMSecurity({ username: "me", password: "pass", domain: "CORP" });
  expect(() => nodeSoapSecurity(security)).toThrow(
    expect.objectContaining({
      code: "UNUSABLE",
      message: expect.stringContaining("NTLMSecurity secures the connection"),
    }),
  );
});

describeWithPeer(XMLSEC1, "an X.509 signature is valid for xmlsec1", () => {
  let authority: Authority;
  let signer: Issued;
  beforeAll(() => {
    authority = makeAuthority();
    signer = authority.issue("signer");
  });

  it.each(["soap11", "soap12"] as const)(
    "of WSSecurityCert, call after call, in %s",
    async (protocol) => {
      const security = new WSSecurityCert(signer.key, signer.cert, "");
      const interceptors = [nodeSoapSecurity(security)];
      for (const text of ["one", "<two> & ü\r\n 😀"]) {
        const { envelope, result } = await callEcho({ protocol, interceptors, text });
        expect(verifiedBy(envelope, signer.cert)).toBe("2/2");
        expect(result).toEqual({ text });
      }
    },
  );

  it("of WSSecurityCert with other algorithms and references", async () => {
    const security = new WSSecurityCert(signer.key, signer.cert, "", {
      signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
      additionalReferences: ["wsse:BinarySecurityToken"],
      hasTimeStamp: true,
    });
    const { envelope } = await sign(security);
    expect(verifiedBy(envelope, signer.cert)).toBe("3/3");
  });

  it("of WSSecurityCertWithToken, beside a UsernameToken", async () => {
    const security = new WSSecurityCertWithToken({
      publicKey: signer.cert,
      privateKey: Buffer.from(signer.key),
      keyPassword: "",
      username: "me",
      password: "pass",
    });
    const { envelope } = await sign(security);
    expect(textIn(envelope, "Username")).toBe("me");
    expect(verifiedBy(envelope, signer.cert)).toBe("2/2");
  });

  it("of WSSecurityPlusCert", async () => {
    const token = new WSSecurity("me", "pass", { hasTimeStamp: false });
    const security = new WSSecurityPlusCert(token, new WSSecurityCert(signer.key, signer.cert, ""));
    const { envelope } = await sign(security);
    expect(textIn(envelope, "Username")).toBe("me");
    expect(verifiedBy(envelope, signer.cert)).toBe("2/2");
  });

  it("and rejected if the message was changed, or is from another signer", async () => {
    const { envelope } = await sign(new WSSecurityCert(signer.key, signer.cert, ""), "10 EUR");
    expect(verifiedBy(envelope, signer.cert)).toBe("2/2");
    expect(verifiedBy(envelope.replace("10 EUR", "99 EUR"), signer.cert)).toContain("FAIL");
    expect(verifiedBy(envelope, authority.issue("other").cert)).toContain("FAIL");
  });
});

describeWithPeer(OPENSSL, "a client certificate", () => {
  it("is shown to the service, of ClientSSLSecurity and of ClientSSLSecurityPFX", async () => {
    const authority = makeAuthority();
    const [service, client] = [authority.issue("service"), authority.issue("client")];
    const options = { ...service, ca: authority.cert, requestCert: true };
    const server = createServer(options, ({ socket }, response) => {
      // What `node:https` has for a socket.
      response.end((socket as TLSSocket).getPeerCertificate().subject.CN);
    });
    const url = `https://${(await listen(server)).host}/`;
    const securities = inFolder((folder) => {
      const [key, cert, ca] = [join(folder, "key"), join(folder, "cert"), join(folder, "ca")];
      writeFileSync(key, client.key);
      writeFileSync(cert, client.cert);
      writeFileSync(ca, authority.cert);
      const pfx = pkcs12(client, "open");
      return [
        new ClientSSLSecurity(key, cert, ca, {}),
        new ClientSSLSecurityPFX(pfx, "open", { ca: Buffer.from(authority.cert) }),
      ];
    });
    for (const security of securities) {
      const transport = nodeSoapTransport(security);
      const response = await transport({ url, method: "POST", headers: {}, body: "<a/>" });
      expect(await textOf(response.body)).toBe("client");
    }
  });
});

describeWithPeer(SAMBA, "NTLMSecurity", () => {
  it("signs in at a server with Windows authentication", async () => {
    const server = await startServer();
    const transport = nodeSoapTransport(new NTLMSecurity({ ...BOB }));
    const request = { url: server.url, method: "POST", headers: {}, body: "<a/>" } as const;
    const response = await transport(request);
    expect(await textOf(response.body)).toBe("CORP\\bob: <a/>");
  });
});
