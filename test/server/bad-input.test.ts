/** Malformed requests, byte for byte: the response is the fault that the standard names, and the connection stays open. */
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, serve } from "../../src/simulator/index.js";
import { contractFile, generatedOperations } from "./generated-operations.js";

const NS = "urn:example:quotes";
const ENVELOPES = {
  soap11: "http://schemas.xmlsoap.org/soap/envelope/",
  soap12: "http://www.w3.org/2003/05/soap-envelope",
} as const;
type Version = keyof typeof ENVELOPES;
type Profile = "standard" | "asmx";

const services = new Map<Profile, RunningService>();
let ran = 0;
beforeAll(async () => {
  const operations = await generatedOperations("documents");
  for (const profile of ["standard", "asmx"] as const) {
    const handlers = {
      getQuote: () => {
        ran += 1;
        return { price: "1", at: null };
      },
      ping: () => ({}),
    };
    const wsdl = contractFile("documents");
    services.set(profile, await serve(operations, { wsdl, profile, handlers }));
  }
});
afterAll(async () => {
  for (const service of services.values()) await service.close();
});

interface Sent {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly isReused: boolean;
}

function post(profile: Profile, agent: Agent, { body, headers }: Sent): Promise<Response> {
  const url = services.get(profile)?.url ?? "";
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
          isReused: sent.reusedSocket,
        }),
      );
    }).on("error", reject);
    sent.end(body);
  });
}

const quote = `<getQuote xmlns="${NS}"><symbol>ACME</symbol><count>1</count></getQuote>`;

function envelope(version: Version, body = quote, header = ""): string {
  return `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${ENVELOPES[version]}">${header}<s:Body>${body}</s:Body></s:Envelope>`;
}

function sent(version: Version, body: string | Uint8Array, action = `${NS}/getQuote`): Sent {
  const headers: Record<string, string> =
    version === "soap11"
      ? { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${action}"` }
      : { "Content-Type": `application/soap+xml; charset=utf-8; action="${action}"` };
  return { body, headers };
}

/** `Client 500`: a fault with its code and status; `200` a response; another number a status without a fault. */
type Expected = string;

interface Case {
  readonly what: string;
  readonly make: (version: Version) => Sent;
  /** Of the standard in 1.1 and 1.2, and of ASMX in both. */
  readonly want: readonly [Expected, Expected, Expected, Expected];
  readonly holds?: RegExp;
}

const SENDER: Case["want"] = ["Client 500", "Sender 400", "Client 500", "Sender 500"];
const MALFORMED: Case["want"] = ["Client 500", "Sender 400", "400", "400"];
const STRICT: Case["want"] = ["Client 500", "Sender 400", "200", "200"];
const MUST: Case["want"] = [
  "MustUnderstand 500",
  "MustUnderstand 500",
  "MustUnderstand 500",
  "MustUnderstand 500",
];
const MISMATCH: Case["want"] = [
  "VersionMismatch 500",
  "VersionMismatch 500",
  "VersionMismatch 500",
  "VersionMismatch 500",
];
const changed = (from: string, to: string) => (version: Version) =>
  sent(version, envelope(version).replace(from, to));
const header = (block: string) => (version: Version) =>
  sent(version, envelope(version, quote, `<s:Header>${block}</s:Header>`));

const cases: readonly Case[] = [
  { what: "a good request", make: (v) => sent(v, envelope(v)), want: ["200", "200", "200", "200"] },
  {
    what: "the Body's element in another namespace",
    make: changed(`xmlns="${NS}"`, 'xmlns="urn:other"'),
    want: STRICT,
    holds: /\{urn:other\}getQuote; \{urn:example:quotes\}getQuote was expected/,
  },
  {
    what: "an unknown operation, by element and action",
    make: (v) => sent(v, envelope(v, `<sell xmlns="${NS}"/>`), "urn:sell"),
    want: SENDER,
    holds: /urn:sell/,
  },
  {
    what: "an unknown action alone",
    make: (v) => sent(v, envelope(v), "urn:sell"),
    want: ["200", "200", "Client 500", "200"],
  },
  {
    what: "an empty action",
    make: (v) => sent(v, envelope(v), ""),
    want: ["200", "200", "Client 500", "200"],
  },
  {
    what: "another root",
    make: (v) => sent(v, quote),
    want: ["Client 500", "VersionMismatch 500", "Client 500", "Sender 500"],
  },
  {
    what: "an envelope of another version",
    make: (v) =>
      sent(v, envelope(v).replace(ENVELOPES[v], "http://www.w3.org/2001/12/soap-envelope")),
    want: MISMATCH,
    holds:
      /<u:Upgrade xmlns:u="http:\/\/www\.w3\.org\/2003\/05\/soap-envelope"><u:SupportedEnvelope xmlns:e="http:\/\/schemas\.xmlsoap\.org\/soap\/envelope\/" qname="e:Envelope" \/><u:SupportedEnvelope xmlns:e="http:\/\/www\.w3\.org\/2003\/05\/soap-envelope" qname="e:Envelope" \/><\/u:Upgrade>/,
  },
  {
    what: "a header that must be understood, and is unknown",
    make: header('<h xmlns="urn:h" s:mustUnderstand="1"/>'),
    want: MUST,
  },
  {
    what: "such a header for another actor or role",
    make: header('<h xmlns="urn:h" s:actor="urn:a" s:role="urn:a" s:mustUnderstand="1"/>'),
    want: ["200", "200", "MustUnderstand 500", "MustUnderstand 500"],
  },
  {
    what: "a header of the contract's that must be understood",
    make: header(`<session xmlns="${NS}" s:mustUnderstand="1"><token>t</token></session>`),
    want: ["200", "200", "200", "200"],
  },
  {
    what: "a header of the contract with invalid content",
    make: header(`<session xmlns="${NS}"/>`),
    want: STRICT,
    holds: /Header\/session\/token/,
  },
  {
    what: "a value outside its type",
    make: changed("<count>1<", "<count>one<"),
    want: SENDER,
    holds: /count|Input string was not in a correct format/,
  },
  {
    what: "a number beyond its type",
    make: changed("<count>1<", "<count>2147483648<"),
    want: SENDER,
  },
  {
    what: "a missing required element",
    make: changed("<symbol>ACME</symbol>", ""),
    want: STRICT,
    holds: /getQuote\/symbol/,
  },
  {
    what: "an element twice",
    make: changed("<symbol>", "<symbol>A</symbol><symbol>"),
    want: STRICT,
    holds: /getQuote\/symbol twice/,
  },
  {
    what: "an unknown element",
    make: changed("<symbol>", "<x/><symbol>"),
    want: ["200", "200", "200", "200"],
  },
  { what: "an empty Body", make: (v) => sent(v, envelope(v, "")), want: STRICT },
  {
    what: "no Body",
    make: (v) => sent(v, envelope(v).replace(/<s:Body>.*<\/s:Body>/, "")),
    want: STRICT,
  },
  {
    what: "XML that ends too soon",
    make: (v) => sent(v, envelope(v).slice(0, -9)),
    want: MALFORMED,
  },
  { what: "tags that don't match", make: changed("</symbol>", "</Symbol>"), want: MALFORMED },
  {
    what: "a prefix that isn't declared",
    make: changed("<symbol>", "<p:symbol>"),
    want: MALFORMED,
  },
  {
    what: "a document type",
    make: changed("?><s:", '?><!DOCTYPE x [<!ENTITY e "e">]><s:'),
    want: MALFORMED,
  },
  { what: "an entity", make: changed("ACME", "&e;"), want: MALFORMED },
  {
    what: "bytes of another encoding",
    make: (v) => sent(v, Buffer.from(envelope(v).replace("ACME", "é"), "latin1")),
    want: MALFORMED,
  },
  {
    what: "elements that nest too deep",
    make: changed("<symbol>", `${"<x>".repeat(500)}${"</x>".repeat(500)}<symbol>`),
    want: MALFORMED,
  },
  { what: "nothing", make: (v) => sent(v, ""), want: MALFORMED },
  { what: "text", make: (v) => sent(v, "hello"), want: MALFORMED },
  {
    what: "a media type that isn't XML's",
    make: (v) => ({ body: envelope(v), headers: { "Content-Type": "application/json" } }),
    want: ["415", "415", "415", "415"],
  },
  {
    what: "no media type",
    make: (v) => ({ body: envelope(v), headers: {} }),
    want: ["415", "415", "415", "415"],
  },
];

const columns = [
  ["standard", "soap11"],
  ["standard", "soap12"],
  ["asmx", "soap11"],
  ["asmx", "soap12"],
] as const;

describe.each(columns.map(([profile, version], column) => ({ profile, version, column })))(
  "$profile, $version",
  ({ profile, version, column }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    afterAll(() => agent.destroy());

    it.each(cases.map((each) => ({ ...each, expected: each.want[column] ?? "" })))(
      "$what: $expected",
      async ({ make, expected, holds, want }) => {
        const before = ran;
        const response = await post(profile, agent, make(version));
        expect(outcomeOf(response)).toBe(expected);
        expect(ran - before).toBe(expected === "200" ? 1 : 0);
        const isReported = holds !== undefined && (want === STRICT ? expected !== "200" : true);
        if (isReported) expect(response.body).toMatch(holds);
        const next = await post(profile, agent, sent(version, envelope(version)));
        expect([next.status, next.isReused]).toEqual([200, true]);
      },
    );
  },
);

/** By the text of the response, read without our decoder. */
function outcomeOf({ status, headers, body }: Response): string {
  const code = /<(?:faultcode|soap:Value)>soap:(\w+)</.exec(body)?.[1];
  if (code === undefined) return String(status);
  expect(headers["content-type"]).toBe(
    body.includes(`Envelope xmlns:soap="${ENVELOPES.soap11}"`)
      ? "text/xml; charset=utf-8"
      : "application/soap+xml; charset=utf-8",
  );
  return `${code} ${status}`;
}

describe("headers that weren't understood", () => {
  it("are named in SOAP 1.2", async () => {
    const agent = new Agent();
    const { body } = await post(
      "standard",
      agent,
      header('<h xmlns="urn:h" s:mustUnderstand="true"/>')("soap12"),
    );
    agent.destroy();
    expect(body).toContain(
      '<soap:Header><soap:NotUnderstood xmlns:q1="urn:h" qname="q1:h"/></soap:Header>',
    );
  });
});
