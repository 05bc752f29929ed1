/** Faults written and read back; the texts are those of the standards, with white space removed. */
import { describe, expect, it } from "vitest";
import type { FaultContent } from "../../../src/protocol/fault/fault.js";
import { faultText } from "../../../src/protocol/fault/fault-text.js";
import { readFault } from "../../../src/protocol/fault/read-fault.js";
import { ENVELOPE_NAMESPACE, type SoapVersion } from "../../../src/schema/index.js";
import { readElement } from "../../../src/xml/index.js";

function parsed(version: SoapVersion, text: string): FaultContent {
  const declaration = `xmlns:soap="${ENVELOPE_NAMESPACE[version]}"`;
  return readFault(readElement(text.replace("<soap:Fault>", `<soap:Fault ${declaration}>`)));
}

// SOAP 1.1, example 3 of appendix A.
const fault11 =
  "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Server Error</faultstring>" +
  '<detail><e:myfaultdetails xmlns:e="Some-URI"><message>My application didn\'t work</message>' +
  "<errorcode>1001</errorcode></e:myfaultdetails></detail></soap:Fault>";

// SOAP 1.2 part 1, example 4 of §5.4, with its namespace declared as it is written here.
const fault12 =
  "<soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode>" +
  '<soap:Value xmlns:q1="http://www.example.org/timeouts">q1:MessageTimeout</soap:Value></soap:Subcode></soap:Code>' +
  '<soap:Reason><soap:Text xml:lang="en">Sender Timeout</soap:Text></soap:Reason>' +
  '<soap:Detail><m:MaxTime xmlns:m="http://www.example.org/timeouts">P5M</m:MaxTime></soap:Detail></soap:Fault>';

describe("the text of a fault", () => {
  it.each<[SoapVersion, string, RegExp]>([
    ["soap11", fault11, /<detail>.*<\/detail>/],
    ["soap12", fault12, /<soap:Detail>.*<\/soap:Detail>/],
  ])("is that of the standard, from its content: %s", (version, text, detail) => {
    expect(faultText(version, parsed(version, text), detail.exec(text)?.[0] ?? "")).toBe(text);
  });

  const content = {
    faultCode: { namespace: ENVELOPE_NAMESPACE.soap11, local: "Client.Auth" },
    subcodes: [
      { namespace: "urn:s", local: "outer" },
      { namespace: "urn:s", local: "inner" },
    ],
    reasons: [
      { language: "en", text: "a < b" },
      { language: "de", text: "ä" },
    ],
    role: "urn:role&",
    node: "urn:node",
  };

  it("has everything in SOAP 1.2, but no refinement of the code", () => {
    expect(parsed("soap12", faultText("soap12", content, ""))).toEqual({
      ...content,
      faultCode: { namespace: ENVELOPE_NAMESPACE.soap12, local: "Sender" },
      reason: "a < b",
      detailElement: undefined,
    });
  });

  it("has the first reason and no subcodes in SOAP 1.1", () => {
    expect(parsed("soap11", faultText("soap11", content, ""))).toEqual({
      faultCode: content.faultCode,
      subcodes: [],
      reason: "a < b",
      reasons: [{ language: "", text: "a < b" }],
      role: "urn:role&",
      node: undefined,
      detailElement: undefined,
    });
  });

  it.each<[SoapVersion, object]>([
    ["soap11", { faultCode: { namespace: "urn:c", local: "own" } }],
    [
      "soap12",
      {
        faultCode: { namespace: ENVELOPE_NAMESPACE.soap12, local: "Receiver" },
        subcodes: [{ namespace: "urn:c", local: "own" }, ...content.subcodes],
      },
    ],
  ])("has a code that SOAP does not define: %s", (version, want) => {
    const own = { ...content, faultCode: { namespace: "urn:c", local: "own" } };
    expect(parsed(version, faultText(version, own, ""))).toMatchObject(want);
  });
});

describe("a fault without required elements", () => {
  const unknown = { namespace: "", local: "unknown" };
  const reader = { namespace: ENVELOPE_NAMESPACE.soap12, local: "Sender" };
  const inner = { namespace: "urn:s", local: "b" };
  const code = "<soap:Value>soap:Sender</soap:Value>";
  const outer = `<soap:Subcode><soap:Subcode><soap:Value xmlns:s="urn:s">s:b</soap:Value></soap:Subcode></soap:Subcode>`;
  it.each<[string, SoapVersion, string, Partial<FaultContent>]>([
    [
      "no faultstring",
      "soap11",
      "<faultcode>x</faultcode>",
      { reason: "", faultCode: { namespace: "", local: "x" } },
    ],
    ["nothing", "soap12", "", { faultCode: unknown, subcodes: [], reason: "", reasons: [] }],
    ["no value", "soap12", "<soap:Code/>", { faultCode: unknown, subcodes: [] }],
    [
      "no value of a subcode",
      "soap12",
      `<soap:Code>${code}${outer}</soap:Code>`,
      { faultCode: reader, subcodes: [inner] },
    ],
    [
      "no language",
      "soap12",
      "<soap:Reason><soap:Text> x </soap:Text></soap:Reason>",
      { reason: "x", reasons: [{ language: "", text: "x" }] },
    ],
  ])("%s", (_, version, content, want) => {
    expect(parsed(version, `<soap:Fault>${content}</soap:Fault>`)).toMatchObject(want);
  });

  it("is written with an empty reason", () => {
    const fault = parsed("soap11", "<soap:Fault><faultcode>soap:Client</faultcode></soap:Fault>");
    expect(faultText("soap11", { ...fault, reasons: [] }, "")).toContain(
      "<faultstring></faultstring>",
    );
  });
});
