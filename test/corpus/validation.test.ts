import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadContract } from "../../scripts/corpus/raw/documents.js";
import { operationsOf } from "../../scripts/corpus/raw/operations.js";
import { validateAll } from "../../scripts/corpus/validation/validator.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import { describeWithPeer } from "../interop/peer.js";

const XMLLINT = { name: "xmllint of libxml2", probe: ["xmllint", "--version"] } as const;
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

describeWithPeer(XMLLINT, "messages against the schemas of their WSDL", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-soap-validation-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function validated(file: string, bodies: readonly string[]) {
    const raw = loadContract(fileURLToPath(new URL(`fixtures/${file}`, import.meta.url)));
    const [operation] = operationsOf(raw);
    const message = operation?.messages[0];
    if (operation === undefined || message === undefined) throw new Error("no message");
    const instances = bodies.map((body) => ({
      operation,
      message,
      xml: wrapEnvelope("soap11", body),
    }));
    const { errors, unvalidated, loosened } = await validateAll(folder, raw, instances);
    const found = instances.map((instance) => errors.get(instance) ?? unvalidated.get(instance));
    return { errors: found, loosened };
  }

  it("accepts valid envelopes and reports the problems of others", async () => {
    const find = (content: string) => `<find xmlns="urn:example:library">${content}</find>`;
    const { errors, loosened } = await validated("library.wsdl", [
      find("<isbn>978-0123456789</isbn>"),
      find("<isbn>978</isbn>"),
      find("<title>x</title>"),
      "<unknown/>",
    ]);
    expect(errors).toEqual([
      undefined,
      expect.stringContaining("pattern"),
      expect.stringContaining("not expected"),
      expect.stringContaining("unknown"),
    ]);
    expect(loosened).toEqual([]);
  });

  it("declares the wrappers of the rpc style", async () => {
    const sum = (content: string) => `<sum xmlns="urn:example:legacy">${content}</sum>`;
    const points = (content: string) =>
      `<points xmlns="" ${XSI} xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="e:Array">${content}</points>`;
    const point = (x: string) =>
      `<item xmlns:t="urn:example:legacy" xsi:type="t:Point"><x>${x}</x><y>2</y></item>`;
    const exact = '<exact xmlns="">true</exact>';
    const { errors } = await validated("legacy/legacy.xml", [
      sum(points(point("1")) + exact),
      sum(points("<item><x>one</x><y>2</y></item>") + exact),
      sum(points("<other><x>1</x><y>2</y></other>") + exact),
      sum(points(point("one")) + exact),
      sum(exact),
    ]);
    expect(errors).toEqual([
      undefined,
      expect.stringContaining("'one' is not a valid value"),
      expect.stringContaining("'other': This element is not expected"),
      expect.stringContaining("'one' is not a valid value"),
      expect.stringContaining("not expected"),
    ]);
  });

  it("replaces what libxml2 rejects, and validates the rest", async () => {
    const find = (content: string) => `<find xmlns="urn:example:unusual">${content}</find>`;
    const { errors, loosened } = await validated("../unusual/unusual.wsdl", [
      find("<code>zz</code><count>1</count>"),
      find("<code>zz</code><count>one</count>"),
    ]);
    expect(errors).toEqual([undefined, expect.stringContaining("'one' is not a valid value")]);
    expect(loosened).toEqual([
      expect.stringMatching(/^pattern Code: .*not a valid regular expression/),
      expect.stringMatching(/^element size: .*'large' is not a valid value/),
      expect.stringMatching(/^complexType Twice: .*content model is not determinist/),
    ]);
  });
});
