/** Responses of the rpc style as other stacks write them: our client reads what PHP's SoapClient reads. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ContractOperations, contractClients } from "../../src/codegen/index.js";
import { wrapEnvelope } from "../../src/protocol/index.js";
import { parseContract } from "../../src/wsdl/index.js";
import { readEnvelope } from "../codec/read-envelope.js";
import { describeWithPeer, PHP } from "./peer.js";

const ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
const INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
const SCRIPT = fileURLToPath(new URL("php/read.php", import.meta.url));

/** The operation `op` returns a person. @param attributes of each soap:body */
const contract = (
  attributes: string,
) => `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
  <types><xs:schema targetNamespace="urn:t"><xs:complexType name="Person"><xs:all>
    <xs:element name="name" type="xs:string"/><xs:element name="age" type="xs:int"/></xs:all></xs:complexType></xs:schema></types>
  <message name="in"><part name="id" type="xs:int"/></message>
  <message name="out"><part name="person" type="t:Person"/></message>
  <portType name="P"><operation name="op"><input message="t:in"/><output message="t:out"/></operation></portType>
  <binding name="B" type="t:P"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="op"><soap:operation soapAction="op"/><input><soap:body ${attributes}/></input>
      <output><soap:body ${attributes}/></output></operation></binding>
  <service name="S"><port name="S" binding="t:B"><soap:address location="http://127.0.0.1:9/"/></port></service>
</definitions>`;

const USES = {
  literal: contract('use="literal" namespace="urn:t"'),
  bare: contract('use="literal"'),
  encoded: contract(`use="encoded" namespace="urn:t" encodingStyle="${ENCODING}"`),
} as const;

const content = "<name>Ann</name><age>3</age>";
const ann = { name: "Ann", age: 3 };
const nobody = { name: null, age: null };
const nil = `xmlns:i="${INSTANCE}" i:nil="true"`;

interface Case {
  readonly response: string;
  readonly person: unknown;
  readonly deviations: readonly string[];
}

const CASES: Readonly<Record<keyof typeof USES, readonly Case[]>> = {
  literal: [
    {
      response: `<r:opResponse xmlns:r="urn:t"><person>${content}</person></r:opResponse>`,
      person: ann,
      deviations: [],
    },
    {
      response: `<r:opResponse xmlns:r="urn:other"><person>${content}</person></r:opResponse>`,
      person: ann,
      deviations: ["other-name opResponse"],
    },
    {
      response: `<opResponse><person>${content}</person></opResponse>`,
      person: ann,
      deviations: ["other-name opResponse"],
    },
    {
      response: `<r:op xmlns:r="urn:t"><person>${content}</person></r:op>`,
      person: ann,
      deviations: ["other-name opResponse"],
    },
    {
      response: `<r:opResponse xmlns:r="urn:t"><return>${content}</return></r:opResponse>`,
      person: ann,
      deviations: ["other-name opResponse/person"],
    },
    {
      response: `<r:opResponse xmlns:r="urn:t"><extra>1</extra><person>${content}</person><more/></r:opResponse>`,
      person: ann,
      deviations: ["unknown-element opResponse/more", "unknown-element opResponse/extra"],
    },
  ],
  bare: [
    {
      response: `<opResponse><person>${content}</person></opResponse>`,
      person: ann,
      deviations: [],
    },
    {
      response: `<r:opResponse xmlns:r="urn:t"><person>${content}</person></r:opResponse>`,
      person: ann,
      deviations: ["other-name opResponse"],
    },
  ],
  encoded: [
    {
      response: `<r:anything xmlns:r="urn:t"><person>${content}</person></r:anything>`,
      person: ann,
      deviations: [],
    },
    {
      response: `<r:opResponse xmlns:r="urn:t"><opReturn>${content}</opReturn></r:opResponse>`,
      person: ann,
      deviations: ["other-name opResponse/person"],
    },
    { response: "<opResponse/>", person: null, deviations: [] },
    { response: `<opResponse><person ${nil}/></opResponse>`, person: null, deviations: [] },
    {
      response: `<opResponse><person><name ${nil}/><age ${nil}/></person></opResponse>`,
      person: nobody,
      deviations: [],
    },
  ],
};

function operations(use: keyof typeof USES): ContractOperations {
  return contractClients(parseContract(USES[use], "rpc.wsdl"))[0]?.operations ?? {};
}

describe.each(["literal", "bare", "encoded"] as const)("rpc responses, %s", (use) => {
  it.each(CASES[use])("$response", ({ response, person, deviations }) => {
    const output = operations(use).op?.output;
    const read = readEnvelope(wrapEnvelope("soap11", response), { output });
    expect(read.content).toMatchObject({ kind: "message", value: { person } });
    expect(read.deviations).toEqual(deviations);
  });
});

describeWithPeer(PHP, "PHP's SoapClient", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rpc-responses-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(["literal", "bare", "encoded"] as const)("reads the same: %s", async (use) => {
    const wsdl = join(folder, `${use}.wsdl`);
    await writeFile(wsdl, USES[use]);
    const run = promisify(execFile)("php", [SCRIPT, wsdl, "op"]);
    const envelopes = CASES[use].map(({ response }) => wrapEnvelope("soap11", response));
    run.child.stdin?.end(JSON.stringify(envelopes));
    expect(JSON.parse((await run).stdout)).toEqual(CASES[use].map(({ person }) => person));
  });
});
