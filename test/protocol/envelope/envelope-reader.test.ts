/** The reader of envelopes with a receiver that records its calls. */
import { describe, expect, it } from "vitest";
import { EnvelopeReader, envelopeVersion } from "../../../src/protocol/envelope/envelope-reader.js";
import type {
  EnvelopeReceiver,
  ExpectedMessage,
} from "../../../src/protocol/envelope/envelope-receiver.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../../src/schema/index.js";
import { clark, type ExpandedName, type XmlElement, XmlScanner } from "../../../src/xml/index.js";

const type = { namespace: "urn:t", sequence: [{ element: "a", type: "int" }] } as const;
const wrapper = { element: "ask", namespace: "urn:t", type } as const;

interface Options {
  readonly body?: ExpectedMessage["body"];
  readonly acceptsFaults?: boolean;
  /** Whether the Header is understood. */
  readonly understood?: boolean;
}

/** The content of an envelope, and the events in their order. */
function read(xml: string, options: Options = {}) {
  const { acceptsFaults = true, understood = true } = options;
  const events: string[] = [];
  const name = (body: ExpandedName | undefined) => (body === undefined ? "nothing" : clark(body));
  const receiver: EnvelopeReceiver<ExpectedMessage> = {
    acceptsFaults,
    accepts: (kind) => kind === "surrogate-references",
    acceptsOtherWrapper: false,
    version(root) {
      const version = envelopeVersion(root);
      if (version === undefined) throw new Error(`not SOAP: ${clark(root)}`);
      return version;
    },
    needsBlock: (block) => block !== "{urn:h}large",
    expect(body) {
      events.push(`expect ${name(body)}`);
      return {
        body: "body" in options ? options.body : wrapper,
        run: {
          onDeviation: (kind, path) => events.push(`${kind} ${path}`),
          onViolation(violation) {
            throw violation;
          },
        },
      };
    },
    header(blocks) {
      const text = ({ name, text }: XmlElement) => `${clark(name)}=${text}`;
      events.push(`header ${blocks.map(text).join(", ")}`);
      return understood;
    },
    unexpected: (body) => void events.push(`unexpected ${name(body)}`),
  };
  const reader = new EnvelopeReader(receiver);
  const scanner = new XmlScanner(reader, undefined, reader);
  scanner.write(xml);
  scanner.end();
  const { values, fault, besideFault } = reader.end();
  return { values, fault: fault?.name.local, beside: besideFault.length, events };
}

function envelope(content: string, version: SoapVersion = "soap11"): string {
  return `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}">${content}</s:Envelope>`;
}

const header =
  '<s:Header><h:id xmlns:h="urn:h">1</h:id><h:large xmlns:h="urn:h">2</h:large></s:Header>';
const body = '<s:Body><ask xmlns="urn:t"><a>1</a></ask></s:Body>';

describe.each(["soap11", "soap12"] as const)("an envelope of %s", (version) => {
  it.each<[string, string, Options, object]>([
    ["with a Body", body, {}, { values: { a: 1 }, events: ["expect {urn:t}ask"] }],
    [
      "with a Header, whose blocks have the content that is needed",
      header + body,
      {},
      { values: { a: 1 }, events: ["expect {urn:t}ask", "header {urn:h}id=1, {urn:h}large="] },
    ],
    [
      "with a Header after the Body, which is read all the same",
      body + header,
      {},
      { events: ["expect {urn:t}ask", "header {urn:h}id=1, {urn:h}large="] },
    ],
    [
      "with two Headers, which are read as one",
      header + header + body,
      {},
      {
        events: [
          "expect {urn:t}ask",
          "header {urn:h}id=1, {urn:h}large=, {urn:h}id=1, {urn:h}large=",
        ],
      },
    ],
    [
      "with a Header that is not understood: the Body is ignored",
      `${header}<s:Body><ask xmlns="urn:t"><a>x</a></ask></s:Body>`,
      { understood: false },
      { values: undefined },
    ],
    [
      "with an empty Body",
      "<s:Body/>",
      {},
      { values: undefined, events: ["expect nothing", "unexpected nothing"] },
    ],
    ["without a Body", "", {}, { events: ["expect nothing", "unexpected nothing"] }],
    [
      "without an expected message",
      "<s:Body/>",
      { body: undefined },
      { events: ["expect nothing"] },
    ],
    [
      "with parts that are not in a wrapper",
      "<s:Body><a>1</a><b>2</b></s:Body>",
      { body: { parts: [type.sequence[0]] } },
      { values: { a: 1 }, events: ["expect a", "unknown-element Body/b"] },
    ],
    [
      "with another element in the Body",
      '<s:Body><ask xmlns="urn:other"/></s:Body>',
      {},
      { events: ["expect {urn:other}ask", "unexpected {urn:other}ask", "unexpected nothing"] },
    ],
    [
      "with a second element in the Body",
      '<s:Body><ask xmlns="urn:t"><a>1</a></ask><more/></s:Body>',
      {},
      { values: { a: 1 }, events: ["expect {urn:t}ask", "unknown-element more"] },
    ],
    [
      "with text before the Body: a deviation, reported when the message is known",
      `x${body}`,
      {},
      { events: ["expect {urn:t}ask", "unexpected-text Envelope"] },
    ],
    [
      "with a fault, and the elements that it refers to",
      "<s:Body><s:Fault/><ref/></s:Body>",
      {},
      { fault: "Fault", beside: 1, values: undefined },
    ],
    [
      "with a fault although the Header is not understood",
      `${header}<s:Body><s:Fault/></s:Body>`,
      { understood: false },
      { fault: "Fault" },
    ],
    [
      "with a Fault element, for a receiver that accepts no faults",
      "<s:Body><s:Fault/></s:Body>",
      { acceptsFaults: false },
      {
        fault: undefined,
        events: expect.arrayContaining([expect.stringMatching(/^unexpected .*Fault/)]),
      },
    ],
  ])("%s", (_what, content, options, want) => {
    expect(read(envelope(content, version), options)).toMatchObject(want);
  });
});

it.each<[SoapVersion, string[]]>([
  ["soap11", []],
  ["soap12", ["unknown-element Envelope/x"]],
])("allows elements of other namespaces beside the Body in SOAP 1.1 only (%s)", (version, want) => {
  const { events } = read(envelope(`${body}<x xmlns="urn:x"/>`, version));
  expect(events).toEqual(["expect {urn:t}ask", ...want]);
});

it("lets the receiver reject another root", () => {
  expect(() => read("<html/>")).toThrow("not SOAP: html");
});

it.each<[string, string, SoapVersion | undefined]>([
  ["Envelope", ENVELOPE_NAMESPACE.soap11, "soap11"],
  ["Envelope", ENVELOPE_NAMESPACE.soap12, "soap12"],
  ["Envelope", "urn:other", undefined],
  ["envelope", ENVELOPE_NAMESPACE.soap12, undefined],
])("the version of <%s> in %s", (local, namespace, want) => {
  expect(envelopeVersion({ local, namespace })).toBe(want);
});
