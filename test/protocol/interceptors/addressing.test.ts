/** WS-Addressing of requests and responses. */
import { expect, it } from "vitest";
import { SoapClient } from "../../../src/client/index.js";
import type { Interceptor } from "../../../src/protocol/index.js";
import {
  type AddressingOptions,
  addressing,
} from "../../../src/protocol/interceptors/addressing.js";
import { ENVELOPE_NAMESPACE } from "../../../src/schema/soap-version.js";
import { callEcho, echo, NAMESPACE } from "../../client/echo-call.js";
import { rejection } from "../../http/loopback.js";

const WSA = "http://www.w3.org/2005/08/addressing";

const send = (options: AddressingOptions = {}, call: Parameters<typeof callEcho>[0] = {}) =>
  callEcho({ interceptors: [addressing(options)], respond: wcf(), ...call });

/** As WCF on .NET responds over wsHttpBinding: prefixes at the Envelope, mustUnderstand at the Action. */
function wcf({ relatesTo = "", kind = "" } = {}): (envelope: string) => string {
  return (envelope) => {
    const [, id = ""] = /<a:MessageID [^>]*>([^<]*)</.exec(envelope) ?? [];
    return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap12}" xmlns:a="${WSA}"><s:Header><a:Action s:mustUnderstand="1">urn:echo/echoResponse</a:Action><a:RelatesTo${kind}>${relatesTo || id}</a:RelatesTo></s:Header><s:Body><echo xmlns="${NAMESPACE}"><text>x</text></echo></s:Body></s:Envelope>`;
  };
}

it("writes what WCF writes: Action, MessageID, ReplyTo and To", async () => {
  const { envelope, result } = await send();
  const block = (name: string) =>
    new RegExp(`<a:${name} xmlns:a="${WSA}"( soap:mustUnderstand="1")?>(.*?)</a:${name}>`).exec(
      envelope,
    );
  expect([...envelope.matchAll(/<a:(\w+) xmlns:a/g)].map(([, name]) => name)).toEqual([
    "Action",
    "MessageID",
    "ReplyTo",
    "To",
  ]);
  expect(block("Action")?.slice(1)).toEqual([' soap:mustUnderstand="1"', "urn:echo/echo"]);
  expect(block("MessageID")?.[2]).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(block("ReplyTo")?.[2]).toBe(`<a:Address>${WSA}/anonymous</a:Address>`);
  expect(block("To")?.slice(1)).toEqual([' soap:mustUnderstand="1"', "http://127.0.0.1/echo"]);
  expect(result).toEqual({ text: "x" });
});

it("sets a new id in each message, and uses its options", async () => {
  const options = { from: "urn:me", to: "urn:service?a&b", action: () => "urn:another" };
  const [first, second] = await Promise.all([send(options), send(options)]);
  const idOf = ({ envelope }: { envelope: string }) => /urn:uuid:[^<]*/.exec(envelope)?.[0];
  expect(idOf(first)).not.toBe(idOf(second));
  expect(first.envelope).toContain("<a:Address>urn:me</a:Address>");
  expect(first.envelope).toContain(">urn:service?a&amp;b</a:To>");
  expect(first.envelope).toContain(">urn:another</a:Action>");
});

it("keeps user and password of the endpoint out of To", async () => {
  const { envelope } = await send({}, { endpoint: "https://me:hunter2@service.example/a" });
  expect(envelope).toContain(">https://service.example/a</a:To>");
  expect(envelope).not.toContain("hunter2");
});

it("rejects a response to another message, and ignores other relations", async () => {
  const other = "urn:uuid:00000000-0000-4000-8000-000000000000";
  const error = await rejection(send({}, { respond: wcf({ relatesTo: other }) }));
  expect(error).toMatchObject({ code: "UNEXPECTED_MESSAGE", path: "Header/RelatesTo" });
  const kind = ' RelationshipType="urn:supersedes"';
  await expect(send({}, { respond: wcf({ relatesTo: other, kind }) })).resolves.toMatchObject({
    result: { text: "x" },
  });
});

it("writes the namespace and the anonymous address of 2004/08", async () => {
  const old = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
  const respond = (envelope: string) => wcf()(envelope).replaceAll(WSA, old);
  const { envelope } = await send({ version: "2004/08" }, { respond });
  expect(envelope).toContain(`<a:Address>${old}/role/anonymous</a:Address>`);
  expect(envelope).not.toContain(WSA);
});

it("has no ReplyTo for an operation without a response", async () => {
  const sent: string[] = [];
  const { input, name, soapAction, generator } = echo;
  const client = new SoapClient({
    // Relative, as in a browser.
    endpoint: "/echo",
    interceptors: [addressing()],
    transport: async ({ body }) => {
      sent.push(String(body));
      return { status: 202, headers: { get: () => undefined, setCookie: [] }, body: nothing() };
    },
  });
  await client.call({ generator, name, soapAction, input }, { text: "x" });
  expect(sent[0]).not.toContain("ReplyTo");
  expect(sent[0]).toContain(">/echo</a:To>");
});

async function* nothing(): AsyncGenerator<Uint8Array> {}

it("leaves blocks of other namespaces to other interceptors", async () => {
  const blocks: string[] = [];
  const observing: Interceptor = (next) => (call) =>
    next({
      ...call,
      understood: [...call.understood, "{urn:other}RelatesTo"],
      onHeaderBlock: ({ name }) => void blocks.push(name.local),
    });
  const respond = (envelope: string) =>
    wcf()(envelope).replace("<s:Header>", '<s:Header><RelatesTo xmlns="urn:other">x</RelatesTo>');
  await send({}, { respond, interceptors: [observing, addressing()] });
  expect(blocks).toEqual(["RelatesTo", "Action", "RelatesTo"]);
});
