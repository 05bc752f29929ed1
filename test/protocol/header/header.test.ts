/** The Header of a response: blocks of the contract, and blocks that must be understood. */
import { describe, expect, it } from "vitest";
import { SoapFault } from "../../../src/protocol/fault/fault.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../../src/schema/soap-version.js";
import type { Interceptor, Operation } from "../../../src/soap/index.js";
import { clientFor } from "../../client/canned-response.js";

const ns = "urn:h";
interface Header {
  session?: { id: string };
  note?: string;
}

const ping: Operation<object, object, Header, Header> = {
  generator: "test",
  name: "ping",
  soapAction: "",
  input: { element: "ping", namespace: ns, type: { namespace: ns, sequence: [] } },
  output: { element: "pong", namespace: ns, type: { namespace: ns, sequence: [] } },
  headers: (() => {
    const parts = [
      {
        element: "session",
        namespace: ns,
        minOccurs: 0,
        type: { namespace: ns, sequence: [{ element: "id", type: "string" }] },
      },
      { element: "note", namespace: ns, minOccurs: 0, type: "string" },
    ] as const;
    return { input: { parts }, output: { parts } };
  })(),
};

const FAULT =
  "<s:Fault><faultcode>s:Client</faultcode><faultstring>Sign in</faultstring></s:Fault>";

function responseWith(
  version: SoapVersion,
  header: string,
  body = `<pong xmlns="${ns}"/>`,
): string {
  return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

describe("headers of the contract", () => {
  it("are sent and received, several at once", async () => {
    const got: Header[] = [];
    const body = responseWith(
      "soap12",
      `<other xmlns="urn:o"/><note xmlns="${ns}">b</note><session xmlns="${ns}" s:mustUnderstand="true"><id>2</id></session>`,
    );
    const { client, requests } = clientFor({ body }, { strict: true });
    const header = { session: { id: "1" }, note: "a" };
    await client.call(ping, {}, { header, onHeader: (each) => got.push(each) });
    expect(got).toEqual([{ session: { id: "2" }, note: "b" }]);
    expect(requests[0]?.body).toContain(
      `<soap:Header><session xmlns="${ns}"><id>1</id></session><note xmlns="${ns}">a</note></soap:Header>`,
    );
  });

  it("may set mustUnderstand and the actor", async () => {
    const attributes = {
      session: { mustUnderstand: true },
      note: { role: "next", mustUnderstand: false },
    } as const;
    const sent = async (protocol: SoapVersion) => {
      const { client, requests } = clientFor({ body: responseWith(protocol, "") }, { protocol });
      const header = { session: { id: "1" }, note: "a" };
      await client.call(ping, {}, { header, headerAttributes: attributes });
      return requests[0]?.body;
    };
    expect(await sent("soap11")).toContain(
      `<session soap:mustUnderstand="1" xmlns="${ns}"><id>1</id></session><note soap:actor="http://schemas.xmlsoap.org/soap/actor/next" soap:mustUnderstand="0" xmlns="${ns}">a</note>`,
    );
    expect(await sent("soap12")).toContain(
      `<session soap:mustUnderstand="true" xmlns="${ns}"><id>1</id></session><note soap:role="http://www.w3.org/2003/05/soap-envelope/role/next" soap:mustUnderstand="false" xmlns="${ns}">a</note>`,
    );
  });

  it("may set any role and relay, which SOAP 1.1 lacks", async () => {
    const attributes = { note: { role: "urn:a&b", relay: true } };
    const sent = async (protocol: SoapVersion) => {
      const { client, requests } = clientFor({ body: responseWith(protocol, "") }, { protocol });
      await client.call(ping, {}, { header: { note: "a" }, headerAttributes: attributes });
      return requests[0]?.body;
    };
    expect(await sent("soap11")).toContain(
      `<soap:Header><note soap:actor="urn:a&amp;b" xmlns="${ns}">`,
    );
    expect(await sent("soap12")).toContain(
      `<soap:Header><note soap:role="urn:a&amp;b" soap:relay="true" xmlns="${ns}">`,
    );
  });

  it("need a value if they have attributes", async () => {
    const { client, requests } = clientFor({ body: "" });
    const headerAttributes = { session: { mustUnderstand: true } };
    await expect(
      client.call(ping, {}, { header: { note: "a" }, headerAttributes }),
    ).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: "ping's header has no session, but headerAttributes has attributes for it.",
      path: "ping's header/session",
    });
    expect(requests).toEqual([]);
  });

  it("are reported if they contain more than the contract has", async () => {
    const reported: unknown[] = [];
    const body = responseWith("soap11", `<session xmlns="${ns}"><id>2</id><x/></session>`);
    const { client } = clientFor({ body }, { onDeviation: ({ path }) => reported.push(path) });
    await client.call(ping, {});
    expect(reported).toEqual(["Header/session/x"]);
  });
});

describe("a block that must be understood", () => {
  const block = (attributes: string) => `<x:block xmlns:x="urn:x" ${attributes}/>`;
  const NEXT = "http://schemas.xmlsoap.org/soap/actor/next";
  const ROLE = "http://www.w3.org/2003/05/soap-envelope/role";

  it.each<[SoapVersion, string, boolean]>([
    ["soap11", 's:mustUnderstand="1"', true],
    ["soap11", 's:mustUnderstand="0"', false],
    ["soap11", 'mustUnderstand="1"', false],
    ["soap11", `s:mustUnderstand="1" s:actor="${NEXT}"`, true],
    ["soap11", 's:mustUnderstand="1" s:actor=""', true],
    ["soap11", 's:mustUnderstand="1" s:actor="urn:gateway"', false],
    ["soap12", 's:mustUnderstand="true"', true],
    ["soap12", 's:mustUnderstand=" 1 "', true],
    ["soap12", 's:mustUnderstand="false"', false],
    ["soap12", `s:mustUnderstand="true" s:role="${ROLE}/next"`, true],
    ["soap12", `s:mustUnderstand="true" s:role="${ROLE}/ultimateReceiver"`, true],
    ["soap12", `s:mustUnderstand="true" s:role="${ROLE}/none"`, false],
    ["soap12", 's:mustUnderstand="true" s:role="urn:gateway"', false],
  ])("in %s with %s is an error: %s", async (version, attributes, isError) => {
    const { client } = clientFor({ body: responseWith(version, block(attributes)) });
    const call = client.call(ping, {});
    if (!isError) await expect(call).resolves.toEqual({});
    else
      await expect(call).rejects.toMatchObject({
        code: "NOT_UNDERSTOOD",
        path: "Header",
        message: expect.stringContaining("{urn:x}block"),
      });
  });

  it("is not an error if an interceptor processes it", async () => {
    const sees: Interceptor = (next) => (call) =>
      next({ ...call, understood: [...call.understood, "{urn:x}block"] });
    const body = responseWith("soap12", block('s:mustUnderstand="1"'));
    const { client } = clientFor({ body }, { interceptors: [sees] });
    await expect(client.call(ping, {})).resolves.toEqual({});
  });

  it("comes before errors in the Body", async () => {
    const body = responseWith("soap11", block('s:mustUnderstand="1"'), "<other/>");
    const { client } = clientFor({ body });
    await expect(client.call(ping, {})).rejects.toMatchObject({ code: "NOT_UNDERSTOOD" });
  });

  it("does not hide a fault", async () => {
    const body = responseWith("soap11", block('s:mustUnderstand="1"'), FAULT);
    const error: unknown = await clientFor({ status: 500, body })
      .client.call(ping, {})
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "NOT_UNDERSTOOD",
      message: expect.stringContaining("Sign in"),
      cause: expect.any(SoapFault),
    });
  });
});
