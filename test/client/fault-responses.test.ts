/** What is kept of faults and of other responses: an excerpt if the charset is wrong, the Header, the envelope of a 202. */
import { describe, expect, expectTypeOf, it } from "vitest";
import { HttpBindingClient } from "../../src/client/http-binding/client.js";
import { faultGuard } from "../../src/protocol/fault/fault-guard.js";
import { isSoapFault, type SoapFault } from "../../src/protocol/index.js";
import type { Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { clientFor } from "./canned-response.js";
import { NAMESPACE } from "./echo-call.js";

const text = { element: "text", type: "string" } as const;

interface Quota {
  readonly Quota?: { readonly left: number; readonly unit: string };
}

const echo: Operation<
  { text: string; password?: string },
  { text: string },
  unknown,
  Quota,
  { Bad: string }
> = {
  generator: "test",
  name: "echo",
  soapAction: "urn:echo/echo",
  input: {
    element: "echo",
    namespace: NAMESPACE,
    type: {
      namespace: NAMESPACE,
      sequence: [text, { element: "password", type: "string", minOccurs: 0, secret: true }],
    },
  },
  output: {
    element: "echo",
    namespace: NAMESPACE,
    type: { namespace: NAMESPACE, sequence: [text] },
  },
  headers: {
    output: {
      parts: [
        {
          element: "Quota",
          namespace: NAMESPACE,
          type: {
            namespace: NAMESPACE,
            sequence: [
              { element: "left", type: "int" },
              { element: "unit", type: "string" },
            ],
          },
        },
      ],
    },
  },
  faults: { Bad: { parts: [{ element: "bad", namespace: NAMESPACE, type: "string" }] } },
};

const tell: Operation<{ text: string }, undefined> = {
  generator: "test",
  name: "tell",
  soapAction: "urn:tell",
  input: { element: "tell", namespace: "", type: { namespace: "", sequence: [text] } },
};

const xmlns = ENVELOPE_NAMESPACE.soap11;
const envelope = (body: string, head = "") =>
  `<s:Envelope xmlns:s="${xmlns}">${head}<s:Body>${body}</s:Body></s:Envelope>`;
const fault = (reason: string, head = "") =>
  envelope(
    `<s:Fault><faultcode>s:Server</faultcode><faultstring>${reason}</faultstring><detail><bad xmlns="${NAMESPACE}">b</bad></detail></s:Fault>`,
    head,
  );
const good = envelope(`<echo xmlns="${NAMESPACE}"><text>x</text></echo>`);

const errorOf = (call: Promise<unknown>) => call.then(() => undefined, Object);

describe("a text that is not in its charset keeps an excerpt", () => {
  const page = fault("Größe");
  it.each([
    ["in one chunk", Buffer.from(page, "latin1"), "utf-8"],
    ["in chunks", [...page].map((each) => Buffer.from(each, "latin1")), "utf-8"],
    ["of another charset", Buffer.from(page), "x-unknown"],
  ])("%s", async (_how, body, charset) => {
    const type = `text/xml; charset=${charset}`;
    for (const status of [200, 400, 500, 503]) {
      const error = await errorOf(
        clientFor({ status, type, body }).client.call(echo, { text: "x" }),
      );
      const code = status === 200 ? "MALFORMED_XML" : "HTTP_STATUS";
      expect(error).toMatchObject({ code, excerpt: expect.stringContaining("Größe") });
      expect(error.excerpt.length).toBeLessThanOrEqual(300);
    }
  });

  it("of a page, and over an HTTP binding", async () => {
    const body = Buffer.from("<p>Größe</p>", "latin1");
    const type = "text/html; charset=utf-8";
    const { client, transport } = clientFor({ status: 502, type, body });
    expect(await errorOf(client.call(echo, { text: "x" }))).toMatchObject({
      excerpt: "<p>Größe</p>",
    });
    const endpoint = "http://a.example/";
    const binding = new HttpBindingClient({ endpoint, protocol: "http-post", transport });
    expect(await errorOf(binding.call(echo, { text: "x" }))).toMatchObject({
      code: "HTTP_STATUS",
      excerpt: "<p>Größe</p>",
    });
    const fine = clientFor({ type: "text/xml; charset=utf-8", body }).transport;
    const other = new HttpBindingClient({ endpoint, protocol: "http-post", transport: fine });
    expect(await errorOf(other.call(echo, { text: "x" }))).toMatchObject({
      code: "MALFORMED_XML",
      excerpt: "<p>Größe</p>",
    });
  });

  it("without secrets, in either charset", async () => {
    const password = "geheim-ä€-x";
    for (const encoded of [Buffer.from("geheim-\xe4\x80-x", "latin1"), Buffer.from(password)]) {
      const body = Buffer.concat([Buffer.from("<a>\xff ", "latin1"), encoded, Buffer.from("</a>")]);
      for (const status of [200, 500]) {
        const { client } = clientFor({ status, type: "text/xml; charset=utf-8", body });
        const error = await errorOf(client.call(echo, { text: "x", password }));
        expect(error.excerpt).toBe("<a>ÿ ***</a>");
      }
    }
  });

  it("and long ones are cut", async () => {
    const body = Buffer.from(`<a>${"ä".repeat(5_000)}`, "latin1");
    const { client } = clientFor({ type: "text/xml", body });
    expect((await errorOf(client.call(echo, { text: "x" }))).excerpt).toBe(`<a>${"ä".repeat(297)}`);
  });
});

describe("the Header of a fault", () => {
  const head = (content: string) =>
    `<s:Header><Quota xmlns="${NAMESPACE}">${content}</Quota></s:Header>`;
  const call = async (body: string, options = {}) => {
    const headers: unknown[] = [];
    const deviations: string[] = [];
    const { client } = clientFor(
      { status: 500, body },
      { onDeviation: ({ kind, path }) => deviations.push(`${kind} ${path}`), ...options },
    );
    const onHeader = (header: unknown) => headers.push(header);
    const error = await errorOf(client.call(echo, { text: "x" }, { onHeader }));
    return { error, headers, deviations };
  };

  it("reaches onHeader and the fault", async () => {
    const { error, headers } = await call(fault("no", head("<left>0</left><unit>calls</unit>")));
    expect(headers).toEqual([{ Quota: { left: 0, unit: "calls" } }]);
    expect(error).toMatchObject({ code: "FAULT", names: ["Bad"], detail: "b" });
    expect(isSoapFault(error) && error.header).toEqual(headers[0]);
    expect(JSON.stringify(error)).not.toContain("calls");
  });

  it("is not there without its blocks", async () => {
    for (const none of ["", "<s:Header/>", "<s:Header><other/></s:Header>"]) {
      const { error, headers } = await call(fault("no", none));
      expect(error).toMatchObject({ code: "FAULT", header: undefined });
      expect(headers).toEqual([]);
    }
  });

  it("does not hide the fault if it does not fit", async () => {
    for (const options of [{}, { strict: true }]) {
      const { error, deviations } = await call(fault("no", head("<left>?</left>")), options);
      expect(error).toMatchObject({ code: "FAULT", reason: "no" });
      expect(error.header).toEqual({ Quota: {} });
      expect(deviations).toEqual([
        "unfit-detail Header/Quota/left",
        "unfit-detail Header/Quota/unit",
      ]);
    }
  });

  it("is typed by the operation", () => {
    const isFault = faultGuard<{ Bad: string }>();
    const check = (error: unknown) => {
      if (isFault(error, "Bad", echo)) {
        expectTypeOf(error).toExtend<SoapFault<string, Quota>>();
        expectTypeOf(error.header).toEqualTypeOf<Quota | undefined>();
      }
    };
    expect(check).not.toThrow();
  });
});

describe("status 202", () => {
  it.each([202, 201, 203])("with an envelope is a response (%i)", async (status) => {
    const canned = { status, body: good };
    await expect(clientFor(canned).client.call(echo, { text: "x" })).resolves.toEqual({
      text: "x",
    });
  });

  it("with a fault is a fault, also of a one-way call", async () => {
    const { client } = clientFor({ status: 202, body: fault("no") });
    for (const operation of [echo, tell]) {
      expect(await errorOf(client.call(operation, { text: "x" }))).toMatchObject({
        code: "FAULT",
        reason: "no",
      });
    }
  });

  it.each(["", "accepted", "<p>accepted</p>", envelope("")])(
    "with %j ends a one-way call, and is an error of others",
    async (body) => {
      const { client } = clientFor({ status: 202, body });
      await expect(client.call(tell, { text: "x" })).resolves.toBeUndefined();
      expect(await errorOf(client.call(echo, { text: "x" }))).toHaveProperty("code");
    },
  );

  it("without an envelope is an error of other calls", async () => {
    const { client } = clientFor({ status: 202, type: "", body: "" });
    expect(await errorOf(client.call(echo, { text: "x" }))).toMatchObject({
      code: "HTTP_STATUS",
      status: 202,
    });
  });
});
