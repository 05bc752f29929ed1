/** What our client and the simulator write, validated by libxml2 with the schema of wsdl/API.wsdl. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isReplayable } from "../../src/http/transport.js";
import { createRescueClient } from "../../src/index.js";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { cookies, httpTransport, type Transport } from "../../src/soap/index.js";
import { describeWithPeer } from "./peer.js";

const XMLLINT = { name: "xmllint of libxml2", probe: ["xmllint", "--version"] } as const;
const NAMESPACE = "https://secure.logmeinrescue.com/API/API.asmx";

/** An envelope whose Body has one element of API.xsd, strictly. */
const envelopeSchema = (namespace: string) => `
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" elementFormDefault="qualified">
  <xs:import namespace="${NAMESPACE}" schemaLocation="API.xsd" />
  <xs:element name="Envelope">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="Body">
          <xs:complexType>
            <xs:sequence>
              <xs:any namespace="${NAMESPACE}" processContents="strict" />
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>`;

/** The schema of a WSDL as a separate document, with the prefixes that the definitions declare. */
function schemaOf(wsdl: string): string {
  const prefixes = /<wsdl:definitions((?:\s+[\w:]+="[^"]*")+)/.exec(wsdl)?.[1] ?? "";
  const declarations = prefixes.match(/xmlns:\w+="[^"]*"/g)?.join(" ") ?? "";
  const schema = /<s:schema.*<\/s:schema>/s.exec(wsdl)?.[0] ?? "";
  return schema.replace("<s:schema", `<s:schema ${declarations}`);
}

describeWithPeer(XMLLINT, "libxml2", () => {
  let simulator: Simulator;
  let folder: string;
  let messages: string[];
  beforeEach(async () => {
    simulator = await startSimulator();
    folder = await mkdtemp(join(tmpdir(), "rescue-soap-libxml2-"));
    messages = [];
  });
  afterEach(async () => {
    await simulator.close();
    await rm(folder, { recursive: true });
  });

  async function keep(body: string | Uint8Array): Promise<void> {
    const file = join(folder, `${messages.length}.xml`);
    messages.push(file);
    await writeFile(file, body);
  }

  function kept(transport: Transport): Transport {
    return async (request) => {
      if (isReplayable(request.body)) await keep(request.body ?? "");
      const response = await transport(request);
      const chunks: Uint8Array[] = [];
      for await (const chunk of response.body) chunks.push(chunk);
      await keep(Buffer.concat(chunks));
      return {
        ...response,
        body: (async function* () {
          yield* chunks;
        })(),
      };
    };
  }

  function clientOf(name: string, protocol: "soap11" | "soap12") {
    return createRescueClient({
      auth: { email: `${name}@example.com`, password: "secret" },
      endpoint: simulator.url,
      protocol,
      throttle: false,
      transport: kept(cookies(httpTransport())),
    });
  }

  it.each([
    ["soap11", "http://schemas.xmlsoap.org/soap/envelope/"],
    ["soap12", "http://www.w3.org/2003/05/soap-envelope"],
  ] as const)("finds every message of %s valid", async (protocol, namespace) => {
    const rescue = clientOf("tech", protocol);
    const texts = { sCField0: "Müller & <Söhne>", sCField1: "", sTracking0: " ]]> \t" };
    await rescue.requestPINCode({ ...texts, bNoTechConsole: true });
    const email = await rescue.generateEmailText({ iPINCode: 123456 });
    simulator.advance(1_000);
    const rejected = await rescue.generateEmailText({ iPINCode: 1_234_567 });
    expect([email.status, rejected.status]).toEqual(["OK", "InvalidPINFormat"]);
    await rescue.requestAuthCode({ sEmail: "tech@example.com", sPassword: "wrong" });
    await rescue.getAccount();
    await rescue.getAccount_v2();
    await rescue.getHierarchy();
    await rescue.getHierarchy_v2({ bIsNode: true, iNodeID: 101, bFilterOffline: false });
    await rescue.getUser_v3({ iNodeID: 101 });
    await rescue.getUser_v3({ iNodeID: 999_999 });
    await rescue.getSession({ iNodeID: 101, eNodeRef: "NODE" });
    await rescue.getReportDate();
    await rescue.setReportDate_v2({
      dBeginDate: "2026-11-01T00:00:00Z",
      dEndDate: "2026-11-30T23:59:59.9999999+01:00",
    });
    await rescue.logout();
    await clientOf("admin", protocol).generateEmailText({ iPINCode: 123456 });
    expect(messages.length).toBeGreaterThan(30);

    const wsdl = await readFile(new URL("../../wsdl/API.wsdl", import.meta.url), "utf8");
    await writeFile(join(folder, "API.xsd"), schemaOf(wsdl));
    const schema = join(folder, "envelope.xsd");
    await writeFile(schema, envelopeSchema(namespace));
    const { stderr } = await promisify(execFile)("xmllint", [
      "--noout",
      "--nonet",
      "--schema",
      schema,
      ...messages,
    ]);
    expect(stderr.trim().split("\n")).toEqual(messages.map((file) => `${file} validates`));
  });
});
