/** Faults by their names in the contract, with the details that it has for them. */
import { describe, expect, it } from "vitest";
import { SoapFault } from "../../../src/protocol/fault/fault.js";
import { ENVELOPE_NAMESPACE } from "../../../src/schema/soap-version.js";
import { faultGuard, isSoapFault, type Operation } from "../../../src/soap/index.js";
import { clientFor } from "../../client/canned-response.js";

const ns = "urn:pins";

interface Faults {
  InvalidPin: { pin: number; hint?: string };
  Locked: string;
  SignedOut: { until: string };
}

const isFault = faultGuard<Faults>();

const getPin: Operation<object, unknown, undefined, undefined, Faults> = {
  generator: "test",
  name: "getPin",
  soapAction: "",
  input: { parts: [] },
  output: { element: "getPinResponse", namespace: ns, type: { namespace: ns, sequence: [] } },
  faults: {
    InvalidPin: {
      parts: [
        {
          element: "invalidPin",
          namespace: ns,
          minOccurs: 0,
          type: {
            name: `{${ns}}InvalidPin`,
            namespace: ns,
            sequence: [
              { element: "pin", type: "int" },
              { element: "hint", type: "string", minOccurs: 0 },
            ],
          },
        },
      ],
    },
    Locked: { parts: [{ element: "locked", namespace: ns, type: "string", minOccurs: 0 }] },
    SignedOut: {
      inHeader: true,
      parts: [
        {
          element: "signedOut",
          namespace: ns,
          minOccurs: 0,
          type: { namespace: ns, sequence: [{ element: "until", type: "dateTime" }] },
        },
      ],
    },
  },
};

function fault11(detail: string, header = "", beside = ""): string {
  return (
    `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap11}">${header}<s:Body><s:Fault><faultcode>s:Client</faultcode>` +
    `<faultstring xml:lang="en">No</faultstring><faultactor>urn:me</faultactor>${detail}</s:Fault>${beside}</s:Body></s:Envelope>`
  );
}

function fault12(detail: string): string {
  return (
    `<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE.soap12}"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value>` +
    `<s:Subcode><s:Value xmlns:m="${ns}">m:Pin</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">No</s:Text>` +
    `<s:Text xml:lang="hu">Nem</s:Text></s:Reason><s:Node>urn:node</s:Node><s:Role>urn:me</s:Role>${detail}</s:Fault></s:Body></s:Envelope>`
  );
}

async function thrown(body: string, operation: typeof getPin = getPin): Promise<unknown> {
  return clientFor({ status: 500, body })
    .client.call(operation, {})
    .catch((error: unknown) => error);
}

const detail = `<p:invalidPin xmlns:p="${ns}"><p:pin> 12 </p:pin></p:invalidPin>`;

describe("a fault of the contract", () => {
  it.each([
    ["SOAP 1.1", fault11(`<detail>${detail}</detail>`)],
    ["SOAP 1.2", fault12(`<s:Detail>${detail}</s:Detail>`)],
    [
      "SOAP 1.2 with the detail unqualified, as ASMX writes it",
      fault12(`<detail>${detail}</detail>`),
    ],
    [
      "a stack that adds to the detail",
      fault11(
        `<detail><trace xmlns="urn:stack">at x</trace>${detail}<host xmlns="urn:stack"/></detail>`,
      ),
    ],
  ])("has its name and its typed detail in %s", async (_, body) => {
    const error = await thrown(body);
    expect(isFault(error, "Locked")).toBe(false);
    if (!isFault(error, "InvalidPin")) throw error;
    const { pin }: { pin: number } = error.detail;
    expect(pin).toBe(12);
    expect(error.names).toEqual(["InvalidPin"]);
    expect(error.reason).toBe("No");
    expect(error.role).toBe("urn:me");
    expect(error.detailElement?.elements("invalidPin")[0]?.text.trim()).toBe("12");
  });

  it("has a simple detail", async () => {
    const error = await thrown(
      fault12(`<s:Detail><locked xmlns="${ns}">for now</locked></s:Detail>`),
    );
    if (!isFault(error, "Locked", getPin)) throw error;
    const text: string = error.detail;
    expect(text).toBe("for now");
    expect(error.node).toBe("urn:node");
    expect(error.reasons[1]).toEqual({ language: "hu", text: "Nem" });
    expect(error.subcodes).toEqual([{ namespace: ns, local: "Pin" }]);
  });

  it("may come in the Header", async () => {
    const block = `<signedOut xmlns="${ns}"><until>2026-11-25T12:00:00Z</until></signedOut>`;
    const error = await thrown(fault11("", `<s:Header>${block}</s:Header>`));
    if (!isFault(error, "SignedOut")) throw error;
    expect(error.detail.until).toBe("2026-11-25T12:00:00Z");
  });

  it("may have its detail beside the fault, as encoded ones do", async () => {
    const encoded: typeof getPin = {
      ...getPin,
      faults: {
        InvalidPin: {
          encoded: true,
          parts: (getPin.faults?.InvalidPin?.parts ?? []).map((part) => ({
            ...part,
            element: "fault",
            namespace: "",
            type: {
              name: `{${ns}}InvalidPin`,
              namespace: "",
              sequence: [{ element: "pin", type: "int" }],
            },
          })),
        },
      },
    };
    const beside = `<multiRef id="id0" xmlns:x="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="${ns}" x:type="p:InvalidPin"><pin>12</pin></multiRef>`;
    for (const name of ["fault", "p:anything"]) {
      const body = fault11(`<detail><${name} xmlns:p="${ns}" href="#id0"/></detail>`, "", beside);
      expect(await thrown(body, encoded)).toMatchObject({
        names: ["InvalidPin"],
        detail: { pin: 12 },
      });
    }
  });

  it("is identified by its operation if names are shared", async () => {
    const error = await thrown(fault11(`<detail>${detail}</detail>`));
    expect(isFault(error, "InvalidPin", getPin)).toBe(true);
    expect(isFault(error, "InvalidPin", { ...getPin, name: "other" })).toBe(false);
  });

  it("is known by its shape, of whichever copy of the package", async () => {
    const error = await thrown(fault11(`<detail>${detail}</detail>`));
    const copy = Object.assign(new Error("fault"), { ...Object(error) });
    expect(copy).not.toBeInstanceOf(SoapFault);
    expect(isFault(copy, "InvalidPin")).toBe(true);
    expect(isSoapFault(copy)).toBe(true);
    expect([new Error("x"), undefined, "x", { code: "FAULT" }].some(isSoapFault)).toBe(false);
  });
});

describe("a detail that doesn't fit", () => {
  const unfit = fault11(
    `<detail><invalidPin xmlns="${ns}"><pin>twelve</pin></invalidPin></detail>`,
  );

  it.each([false, true])(
    "is reported and kept as raw XML, and the fault is thrown (strict: %s)",
    async (strict) => {
      const reported: unknown[] = [];
      const { client } = clientFor(
        { status: 500, body: unfit },
        { strict, onDeviation: (deviation) => reported.push(deviation) },
      );
      const error: unknown = await client.call(getPin, {}).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(SoapFault);
      expect(error).toMatchObject({ names: [], detail: undefined });
      expect(isSoapFault(error) && error.detailElement?.text).toBe("twelve");
      expect(reported).toEqual([
        { kind: "unfit-detail", operation: "getPin", path: "Fault/detail/invalidPin/pin" },
      ]);
    },
  );

  it("is reported if it only contains more", async () => {
    const reported: unknown[] = [];
    const more = `<invalidPin xmlns="${ns}"><pin>1</pin><why/></invalidPin>`;
    const { client } = clientFor(
      { status: 500, body: fault11(`<detail>${more}</detail>`) },
      { onDeviation: ({ kind, path }) => reported.push([kind, path]) },
    );
    await expect(client.call(getPin, {})).rejects.toMatchObject({ detail: { pin: 1 } });
    expect(reported).toEqual([["unknown-element", "Fault/detail/invalidPin/why"]]);
  });

  it("of a fault that is not in the contract has no name", async () => {
    const error = await thrown(fault11('<detail><x xmlns="urn:x"/></detail>'));
    expect(error).toMatchObject({ names: [], detail: undefined });
    expect(await thrown(fault11("<detail/>"))).toMatchObject({ names: [] });
  });
});
