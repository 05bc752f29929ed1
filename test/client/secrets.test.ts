/** A server that repeats the secrets of a request: no error of the client shows them. */
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { HttpBindingClient, SoapClient } from "../../src/client/index.js";
import { ConnectionError, HttpError } from "../../src/errors/index.js";
import { cookies } from "../../src/http/cookies.js";
import type { HttpRequest, Transport } from "../../src/http/index.js";
import { httpHeaders } from "../../src/http/index.js";
import type { Interceptor } from "../../src/protocol/index.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";

const ns = "urn:s";
const parts = [
  { element: "name", type: "string" },
  { element: "knock", type: "string", secret: true },
  { element: "pin", type: "string", secret: true, minOccurs: 0 },
] as const;

const signIn: Operation<object, object> = {
  generator: "test",
  name: "signIn",
  soapAction: "urn:s/signIn",
  input: {
    element: "signIn",
    namespace: ns,
    type: {
      namespace: ns,
      sequence: parts,
    },
  },
  output: {
    element: "signInResponse",
    namespace: ns,
    type: {
      namespace: ns,
      sequence: [
        { element: "count", type: "int" },
        { element: "when", type: "dateTime", minOccurs: 0 },
      ],
    },
  },
  faults: {
    Refused: {
      parts: [
        {
          element: "refused",
          namespace: ns,
          type: {
            namespace: ns,
            sequence: [
              { element: "why", type: "string" },
              { element: "pin", type: "int", minOccurs: 0 },
              { element: "raw", type: "base64Binary", minOccurs: 0 },
            ],
          },
        },
      ],
    },
  },
};

const KNOCK = `kn<o&c"k-5ecret`;
const PIN = "8472915";
const HEADER = "heads-5ecret";
const USER = "user-5ecret";
const QUERY = "query-5ecret";
const COOKIE = "cookie-5ecret";
const WSS = "wss-p4ssword";
const ALL = { KNOCK, PIN, HEADER, USER, QUERY, COOKIE, WSS };

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
/** Everything that the server got, as it may repeat it. */
const ECHO = Object.entries(ALL)
  .map(([name, value]) => `${name} is ${value}`)
  .join(", ");
const XML_ECHO = escaped(ECHO);

interface Echo {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const wsse: Interceptor = (next) => (call) =>
  next({
    ...call,
    headerBlocks: [
      `<w:Security xmlns:w="urn:w"><w:Password Type="t">${WSS}</w:Password></w:Security>`,
    ],
    understood: ["{urn:w}Security"],
  });

const endpoint = `http://ann:${USER}@h/a?token=${QUERY}`;
const headers = { "X-Api-Key": HEADER };
const request = { name: "Ann", knock: KNOCK, pin: PIN };

function responding({ status = 200, type = "text/xml", headers = {}, body }: Echo): Transport {
  return async () => ({
    status,
    headers: httpHeaders({
      ...headers,
      "content-type": type,
      "set-cookie": `sid=${COOKIE}; path=/`,
    }),
    body: (async function* () {
      yield new TextEncoder().encode(body);
    })(),
  });
}

const envelope = (body: string, header = "") =>
  `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap11}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
const response = (content: string) => `<signInResponse xmlns="${ns}">${content}</signInResponse>`;
const fault = (content: string) => envelope(`<s:Fault>${content}</s:Fault>`);
const html = "text/html";

const echoes: Readonly<Record<string, Echo>> = {
  "a fault with all parts": {
    status: 500,
    body: fault(
      `<faultcode xmlns:p="urn:${escaped(KNOCK)}">p:${PIN}</faultcode><faultstring xml:lang="${HEADER}">${XML_ECHO}</faultstring><faultactor>urn:${XML_ECHO}</faultactor>` +
        `<detail a="${XML_ECHO}"><x xmlns="urn:${QUERY}"><${WSS}/>${XML_ECHO}<y b="${XML_ECHO}"/></x></detail>`,
    ),
  },
  "a fault of SOAP 1.2": {
    status: 500,
    body: `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap12}"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>${HEADER}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">${XML_ECHO}</s:Text><s:Text xml:lang="de">${XML_ECHO}</s:Text></s:Reason><s:Node>urn:${XML_ECHO}</s:Node><s:Role>urn:${XML_ECHO}</s:Role><s:Detail>${XML_ECHO}</s:Detail></s:Fault></s:Body></s:Envelope>`,
  },
  "a typed detail": {
    status: 500,
    body: fault(
      `<faultcode>s:Server</faultcode><faultstring>x</faultstring><detail><refused xmlns="${ns}"><why>${XML_ECHO}</why><pin>${PIN}</pin><raw>${btoa(ECHO)}</raw></refused></detail>`,
    ),
  },
  "a detail that does not fit": {
    status: 500,
    body: fault(
      `<faultcode>s:Server</faultcode><faultstring>x</faultstring><detail><refused xmlns="${ns}"><${PIN.replace(/^/, "p")}/></refused></detail>`,
    ),
  },
  "an invalid value": { body: envelope(response(`<count>${XML_ECHO}</count>`)) },
  "an invalid value that is cut off in the secret": {
    body: envelope(response(`<count>${"n".repeat(50)} ${escaped(KNOCK)}</count>`)),
  },
  "an invalid date": { body: envelope(response(`<count>1</count><when>${PIN}</when>`)) },
  "an unexpected message": { body: envelope(`<${WSS} xmlns="urn:${QUERY}"/>`) },
  "a block that is not understood": {
    body: envelope(
      response("<count>1</count>"),
      `<x:${WSS} xmlns:x="urn:${HEADER}" s:mustUnderstand="1"/>`,
    ),
  },
  "a root that is not an envelope": { body: `<${WSS}/>` },
  "malformed XML at the secret": { body: envelope(response(`<count>${KNOCK}</count>`)) },
  "tags that do not match": { body: envelope(`<${WSS}></${HEADER}>`) },
  "an unknown entity": { body: envelope(`&${WSS};`) },
  "an undeclared prefix": { body: envelope(`<${WSS}:a/>`) },
  "an HTML page": { status: 500, type: html, body: `<p>${XML_ECHO}</p>` },
  "an HTML page with status 200": { type: html, body: `<p>${XML_ECHO}</p>` },
  "a page that is cut off in the secret": {
    status: 500,
    type: html,
    body: `${"x".repeat(290)} ${HEADER} ${"y".repeat(900)}`,
  },
  "a text": { status: 404, type: "text/plain", body: ECHO },
  "the request in percent escapes": {
    status: 500,
    type: "text/plain",
    body: encodeURIComponent(ECHO),
  },
  "the request in JSON": {
    status: 500,
    type: "application/json",
    body: JSON.stringify({ echo: ECHO }),
  },
  "the request in base64": { status: 500, type: "text/plain", body: btoa(ECHO) },
  "a redirect": {
    status: 302,
    headers: {
      location: `https://ann:${USER}@other/${HEADER}/${encodeURIComponent(KNOCK)}?x=${QUERY}`,
    },
    body: ECHO,
  },
  "a charset": { type: `text/xml; charset=${WSS}`, body: "x" },
  "a media type": { status: 500, type: `text/${WSS}`, body: "" },
  "an unknown MIME part": {
    type: `multipart/related; boundary=b; start="<${WSS}>"`,
    body: `--b\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: ${HEADER}\r\n\r\nx\r\n--b--`,
  },
};

/** An error as programs show it. */
function shownForms(error: unknown): string {
  const causes: unknown[] = [];
  for (let each = error; each instanceof Error && causes.length < 9; each = each.cause) {
    causes.push(each.message, each.stack, JSON.stringify(each), { ...each });
  }
  return [inspect(error, { depth: 20, showHidden: true }), inspect(causes, { depth: 20 })].join(
    "\n",
  );
}

function expectNoSecret(text: string): void {
  for (const [name, secret] of Object.entries(ALL)) {
    const forms = [
      secret,
      escaped(secret),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1),
      // The beginning of one that is cut off.
      secret.slice(0, 6),
    ];
    for (const form of forms)
      expect({ name, found: text.includes(form) }).toEqual({ name, found: false });
  }
}

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const result: unknown = await call.then(
    (value) => ({ value }),
    (error: unknown) => error,
  );
  if (result instanceof Error) return result;
  throw new Error(`The call succeeded: ${inspect(result)}`);
}

describe.each(Object.entries(echoes))("a server that repeats secrets in %s", (_, echo) => {
  it.each(["soap11", "soap12"] as const)(
    "is not repeated by the error over %s",
    async (protocol) => {
      const reported: unknown[] = [];
      const client = new SoapClient({
        endpoint,
        headers,
        protocol,
        interceptors: [wsse],
        transport: cookies(responding(echo)),
        redirects: 0,
        onDeviation: (deviation) => reported.push(deviation),
      });
      const error = await errorOf(client.call(signIn, request));
      expectNoSecret(shownForms(error) + inspect(reported));
    },
  );

  it.each(["http-get", "http-post"] as const)("is not repeated over %s", async (protocol) => {
    const get: Operation<object> = {
      generator: "test",
      name: "signIn",
      soapAction: "/x",
      input: { parts },
    };
    const client = new HttpBindingClient({
      endpoint: `http://ann:${USER}@h/a`,
      headers: { ...headers, "X-Query": QUERY, "X-Wss": WSS },
      protocol,
      transport: responding({ ...echo, status: echo.status ?? 500 }),
    });
    const error = await errorOf(client.call(get, request));
    if (echo.type?.includes("charset") !== true) expect(error).toBeInstanceOf(HttpError);
    expectNoSecret(shownForms(error));
  });
});

describe("the secrets that a transport adds", () => {
  const page: Echo = { status: 500, type: html, body: `<p>${XML_ECHO} and earlier-c00kie</p>` };

  it("are not shown", async () => {
    const sent: HttpRequest[] = [];
    const transport: Transport = (request) => {
      sent.push(request);
      request.secrets?.addHeader("Proxy-Authorization", "Basic bWU6cHJveHktNWVjcmV0");
      const first = responding({ body: envelope(response("<count>1</count>")) });
      return (
        sent.length === 1 ? first : responding({ ...page, body: `${page.body} proxy-5ecret` })
      )(request);
    };
    const client = new SoapClient({
      endpoint,
      headers,
      interceptors: [wsse],
      transport: cookies(transport),
    });
    await client.call(signIn, request);
    const error = await errorOf(client.call(signIn, request));
    expect(sent[1]?.headers.Cookie).toContain(COOKIE);
    expectNoSecret(shownForms(error));
    expect(shownForms(error)).not.toContain("proxy-5ecret");
  });

  it("are not shown by the cause of an error", async () => {
    const rest = Buffer.from(`HTTP/9 ${HEADER}`);
    const cause = Object.assign(new Error(`Parse Error: ${HEADER}`), {
      code: "HPE_INVALID_VERSION",
      reason: HEADER,
      rawPacket: rest,
    });
    const transport: Transport = () => Promise.reject(new ConnectionError("Not HTTP.", { cause }));
    const client = new SoapClient({ endpoint, headers, transport });
    const error = await errorOf(client.call(signIn, request));
    expectNoSecret(shownForms(error));
    expect(error).toMatchObject({
      cause: { code: "HPE_INVALID_VERSION", message: "Parse Error: ***" },
    });
    expect(shownForms(error)).not.toContain(
      rest.toString("hex").slice(14, 40).match(/../g)?.join(" "),
    );
  });

  it("do not change errors of the program", async () => {
    const own = new Error(`mine: ${HEADER}`);
    const client = new SoapClient({ endpoint, headers, transport: () => Promise.reject(own) });
    await expect(client.call(signIn, request)).rejects.toBe(own);
    expect(own.message).toContain(HEADER);
  });
});

it("lets interceptors remove the secrets of a call from texts of the response", async () => {
  const seen: unknown[] = [];
  const look: Interceptor = (next) => async (call) => {
    const reply = await next(call);
    seen.push(reply.secrets?.remove(ECHO));
    return reply;
  };
  const client = new SoapClient({
    endpoint,
    headers,
    interceptors: [look, wsse],
    transport: responding({ body: envelope(response("<count>1</count>")) }),
  });
  await client.call(signIn, request);
  expect(seen).toEqual([
    "KNOCK is ***, PIN is ***, HEADER is ***, USER is ***, QUERY is ***, COOKIE is ***, WSS is ***",
  ]);
});
