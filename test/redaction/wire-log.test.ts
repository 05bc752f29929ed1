import { describe, expect, it } from "vitest";
import type { HttpResponse, Transport } from "../../src/http/transport.js";
import { redactForm, redactHeader, redactText, redactXml } from "../../src/redaction/redaction.js";
import { wireLog } from "../../src/redaction/wire-log.js";
import type { Operation } from "../../src/schema/index.js";

const node = { namespace: "urn:t", sequence: [] as const };
const operation: Operation = {
  generator: "test",
  name: "signIn",
  soapAction: "urn:t/signIn",
  input: {
    element: "signIn",
    namespace: "urn:t",
    type: {
      namespace: "urn:t",
      sequence: [
        { element: "sName", type: "string" },
        { element: "sKnock", type: "string", secret: true },
        {
          element: "aNodes",
          type: {
            namespace: "urn:t",
            item: {
              element: "NODE",
              type: () => ({
                ...node,
                sequence: [{ element: "sInner", type: "string", secret: true }],
              }),
            },
          },
        },
      ],
    },
  },
  output: { element: "signInResponse", namespace: "urn:t", type: node },
};

async function* chunks(...texts: string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

function respondingWith(
  body: AsyncIterable<Uint8Array>,
  headers: Record<string, string> = {},
  setCookie: readonly string[] = [],
): Transport {
  const response: HttpResponse = {
    status: 200,
    headers: { get: (name) => headers[name], setCookie },
    body,
  };
  return async () => response;
}

async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) text += decoder.decode(chunk, { stream: true });
  return text;
}

describe("redactXml", () => {
  const secret = new Set(["sKnock"]);
  it.each<[string, { given: string; want: string }]>([
    [
      "an element that the schema marks",
      { given: "<a><sKnock>x</sKnock></a>", want: "<a><sKnock>***</sKnock></a>" },
    ],
    [
      "with a prefix and attributes",
      { given: '<t:sKnock a=">">x</t:sKnock>', want: '<t:sKnock a=">">***</t:sKnock>' },
    ],
    [
      "a CDATA section with its own end tag",
      { given: "<sKnock>x<![CDATA[</sKnock>y]]></sKnock>", want: "<sKnock>***</sKnock>" },
    ],
    [
      "an empty one",
      { given: "<sKnock></sKnock><sKnock/><b>c</b>", want: "<sKnock></sKnock><sKnock/><b>c</b>" },
    ],
    [
      "text after an element inside it",
      { given: "<sKnock>a<b/>c</sKnock>", want: "<sKnock>***<b/>***</sKnock>" },
    ],
    ["a body that breaks off in the secret", { given: "<a><sKnock>xy", want: "<a><sKnock>***" }],
    ["a body that breaks off in a tag", { given: '<a><b c="x', want: "<a>***" }],
    [
      "WS-Security by its names",
      {
        given: "<o:Password Type='t'>x</o:Password>",
        want: "<o:Password Type='t'>***</o:Password>",
      },
    ],
    [
      "a result named after a secret",
      {
        given: "<requestAuthCodeResult>requestAuthCode_OK</requestAuthCodeResult>",
        want: "<requestAuthCodeResult>requestAuthCode_OK</requestAuthCodeResult>",
      },
    ],
    [
      "a wrapper named after a secret",
      {
        given: "<requestAuthCode><sEmail>a@b.c</sEmail></requestAuthCode>",
        want: "<requestAuthCode><sEmail>a@b.c</sEmail></requestAuthCode>",
      },
    ],
    [
      "an HTML page that repeats the query",
      {
        given: '<html><br><a href="/login.aspx?email=a&amp;pwd=x">pwd=x</a>',
        want: '<html><br><a href="/login.aspx?email=a&amp;pwd=***">pwd=***</a>',
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(redactXml(given, secret)).toBe(want);
  });

  it("is linear on hostile bodies", () => {
    // A search that is not linear would exceed the time limit of the test.
    for (const piece of ['<a "', "<", "pwd", "a=", "<!--", "a ", "<![CDATA["]) {
      redactXml(`<${piece.repeat(262_144 / piece.length)}`, secret);
      redactText(piece.repeat(262_144 / piece.length));
    }
  });
});

describe("the other redactions", () => {
  it.each<[string, { given: string; want: string }]>([
    ["a form with an encoded name", { given: redactForm("%70wd=x&a=b"), want: "%70wd=***&a=b" }],
    [
      "a text page",
      {
        given: redactText("OK\n\nAUTHCODE:abc123\nNODEID: 7"),
        want: "OK\n\nAUTHCODE:***\nNODEID: 7",
      },
    ],
    [
      "a text page in one line",
      { given: redactText("OK AUTHCODE: abc"), want: "OK AUTHCODE: ***" },
    ],
    [
      "Cookie",
      {
        given: redactHeader("Cookie", "ASP.NET_SessionId=abc; b=c"),
        want: "ASP.NET_SessionId=***; b=***",
      },
    ],
    [
      "Set-Cookie",
      {
        given: redactHeader("set-cookie", "S=abc; path=/; HttpOnly"),
        want: "S=***; path=/; HttpOnly",
      },
    ],
    ["Authorization", { given: redactHeader("Authorization", "Basic abc"), want: "***" }],
    ["another header", { given: redactHeader("SOAPAction", '"urn:t/x"'), want: '"urn:t/x"' }],
  ])("%s", (_, { given, want }) => {
    expect(given).toBe(want);
  });
});

describe("wireLog", () => {
  it("shows an exchange without its secrets", async () => {
    const texts: string[] = [];
    const transport = wireLog(
      respondingWith(
        chunks("<signInResponse>", "<sInner>hush", "-hush</sInner></signInResponse>"),
        { "content-type": "text/xml; charset=utf-8" },
        ["ASP.NET_SessionId=cookie-secret; path=/"],
      ),
      (text) => texts.push(text),
      { operations: [operation] },
    );
    const response = await transport({
      url: "http://h/API.asmx?authcode=query-secret",
      method: "POST",
      headers: { "Content-Type": "text/xml", Cookie: "ASP.NET_SessionId=cookie-secret" },
      body: "<signIn>\n<sName>Ann</sName><sKnock>body-secret</sKnock></signIn>",
    });
    expect(texts).toHaveLength(1);
    expect(await read(response.body)).toBe(
      "<signInResponse><sInner>hush-hush</sInner></signInResponse>",
    );
    const log = texts.join("").replace(/\d+ ms/, "N ms");
    expect(log).toBe(`> 1 POST http://h/API.asmx?authcode=***
> 1   Content-Type: text/xml
> 1   Cookie: ASP.NET_SessionId=***
> 1
> 1   <signIn>
> 1   <sName>Ann</sName><sKnock>***</sKnock></signIn>
< 1 HTTP 200
< 1   content-type: text/xml; charset=utf-8
< 1   set-cookie: ASP.NET_SessionId=***; path=/
< 1
< 1   <signInResponse><sInner>***</sInner></signInResponse>
< 1   complete after N ms
`);
  });

  it("passes chunks on at once and shows at most maxBody", async () => {
    const texts: string[] = [];
    let produced = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      while (true) {
        produced += 1;
        yield new TextEncoder().encode("0123456789");
      }
    }
    const transport = wireLog(respondingWith(endless()), (text) => texts.push(text), {
      maxBody: 15,
    });
    const response = await transport({ url: "http://h/", method: "GET", headers: {} });
    let taken = 0;
    for await (const _ of response.body) {
      taken += 1;
      expect(produced).toBe(taken);
      if (taken === 3) break;
    }
    expect(texts[1]).toContain("012345678901234\n");
    expect(texts[1]).toContain("[15 more bytes]");
    expect(texts[1]).toContain("not read to its end");
  });

  it("reports that there is no response, or that it breaks off", async () => {
    const texts: string[] = [];
    const write = (text: string) => texts.push(text);
    const dead: Transport = () => Promise.reject(new Error("connection refused"));
    const request = { url: "http://h/", method: "GET", headers: {} } as const;
    await expect(wireLog(dead, write)(request)).rejects.toThrow("connection refused");
    expect(texts[1]).toMatch(/^< 1 no response after \d+ ms: connection refused\n$/);

    async function* breaking(): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode("<a>");
      throw new Error("reset");
    }
    const response = await wireLog(respondingWith(breaking()), write)(request);
    await expect(read(response.body)).rejects.toThrow("reset");
    expect(texts[3]).toContain("broken off: reset");
  });

  it.each(["multipart/related; boundary=edge", "multipart/related"])(
    "does not let a secret through between MIME parts, as %s",
    async (type) => {
      const texts: string[] = [];
      const parts = [
        "--edge\r\nContent-Type: application/xop+xml\r\n\r\n<a><Password>hidden</Password></a>",
        "--edge\r\nContent-Type: image/png\r\n\r\n\u0001\u0002",
        "--edge--\r\n",
      ];
      const respond = respondingWith(chunks(parts.join("\r\n")), { "content-type": type });
      const transport = wireLog(respond, (text) => texts.push(text));
      await read((await transport({ url: "http://h/", method: "GET", headers: {} })).body);
      expect(texts[1]).toContain("<a><Password>***</Password></a>");
      expect(texts[1]).not.toContain("hidden");
    },
  );

  it.each<[string, Uint8Array, string]>([
    [
      "UTF-16 by its mark",
      new Uint8Array(Buffer.from("\ufeff<a><sKnock>x</sKnock></a>", "utf16le")),
      "<sKnock>***</sKnock>",
    ],
    [
      "UTF-16 without a mark",
      new Uint8Array(Buffer.from("<a><sKnock>x</sKnock></a>", "utf16le")),
      "[50 bytes, not text]",
    ],
    ["bytes", Uint8Array.of(0x89, 0, 1, 2), "[4 bytes, not text]"],
  ])("does not let a secret through in %s", async (_, bytes, want) => {
    const texts: string[] = [];
    async function* body(): AsyncIterable<Uint8Array> {
      yield bytes;
    }
    const transport = wireLog(respondingWith(body()), (text) => texts.push(text), {
      operations: [operation],
    });
    await read((await transport({ url: "http://h/", method: "GET", headers: {} })).body);
    expect(texts[1]).toContain(want);
  });
});
