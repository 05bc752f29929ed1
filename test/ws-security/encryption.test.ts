/** Encrypted bodies: xmlsec1 reads ours, and we read its. */
import { WSSecurityCert } from "soap";
import { beforeAll, expect, it } from "vitest";
import { nodeSoapSecurity } from "../../src/node-soap/index.js";
import {
  type DecryptOptions,
  decrypt,
  type EncryptionAlgorithm,
  encrypt,
  verifySignature,
} from "../../src/ws-security/index.js";
import { type Authority, type Issued, makeAuthority, OPENSSL } from "../certificates.js";
import { callEcho, envelopeOf, NAMESPACE } from "../client/echo-call.js";
import { rejection } from "../http/loopback.js";
import { describeWithPeer } from "../interop/peer.js";
import { XMLSEC1, xmlsec1 } from "../xmlsec1.js";
import { signedResponse } from "./signed-response.js";

const XENC = "http://www.w3.org/2001/04/xmlenc#";
const XENC11 = "http://www.w3.org/2009/xmlenc11#";
const DS = "http://www.w3.org/2000/09/xmldsig#";
const ALGORITHMS: readonly EncryptionAlgorithm[] = [
  "aes128-gcm",
  "aes256-gcm",
  "aes128-cbc",
  "aes256-cbc",
];

const uri = (algorithm: EncryptionAlgorithm) =>
  (algorithm.endsWith("gcm") ? XENC11 : XENC) + algorithm;

/** The content of the Body, and other elements, encrypted by xmlsec1. */
function encryptedResponse(
  envelope: string,
  { cert }: Issued,
  algorithm: string,
  { key = `${XENC}rsa-oaep-mgf1p`, what = "Body", type = "Content", size = 256 } = {},
): string {
  const cipher = "<CipherData><CipherValue/></CipherData>";
  const template = `<EncryptedData xmlns="${XENC}" Type="${XENC}${type}"><EncryptionMethod Algorithm="${algorithm}"/><KeyInfo xmlns="${DS}"><EncryptedKey xmlns="${XENC}"><EncryptionMethod Algorithm="${key}"/><KeyInfo xmlns="${DS}"/>${cipher}</EncryptedKey></KeyInfo>${cipher}</EncryptedData>`;
  const keys = ["--pubkey-cert-pem", "cert", "--session-key", `aes-${size}`];
  const data = ["--xml-data", "data", "--node-xpath", `//*[local-name()='${what}']`];
  const { ok, said, out } = xmlsec1(template, ["--encrypt", ...keys, ...data, "--output", "out"], {
    cert,
    data: envelope,
  });
  if (!ok) throw new Error(said);
  return out;
}

const plain = envelopeOf(`<echo xmlns="${NAMESPACE}"><text>a &lt; b &amp; ü 😀</text></echo>`);

async function receive(response: string, options: DecryptOptions): Promise<string> {
  const interceptors = [decrypt(options)];
  return (await callEcho({ interceptors, respond: () => response })).result.text;
}

describeWithPeer(XMLSEC1, "encryption", () => {
  let authority: Authority;
  let receiver: Issued;
  beforeAll(() => {
    authority = makeAuthority();
    receiver = authority.issue("receiver");
  });

  it.each(ALGORITHMS)("by %s of ours is read by xmlsec1", async (algorithm) => {
    const interceptors = [encrypt({ certificate: receiver.cert, algorithm })];
    const { envelope } = await callEcho({ interceptors, respond: () => plain });
    expect(envelope).not.toContain("a &lt; b");
    // xmlsec1 knows keys in the Security block by reference only.
    const [, key = ""] = /<xenc:EncryptedKey [^>]*Id="([^"]+)"/.exec(envelope) ?? [];
    const method = `<KeyInfo xmlns="${DS}"><RetrievalMethod Type="${XENC}EncryptedKey" URI="#${key}"/></KeyInfo>`;
    const referring = envelope.replace(
      /(<xenc:EncryptedData .*?)(<xenc:CipherData>)/s,
      `$1${method}$2`,
    );
    const bare = referring.replace(/<ds:KeyInfo xmlns:ds=.*?<\/ds:KeyInfo>/s, "");
    const ids = ["--id-attr:Id", `${XENC}:EncryptedKey`];
    const args = ["--decrypt", "--privkey-pem", "key", ...ids, "--output", "out", "--node-xpath"];
    const { said, out } = xmlsec1(bare, [...args, "//*[local-name()='EncryptedData']"], {
      key: receiver.key,
    });
    expect(said).toBe("");
    expect(out).toContain(
      '<soap:Body><echo xmlns="urn:echo"><text>a &lt; b &amp; ü 😀</text></echo></soap:Body>',
    );
  });

  it.each(ALGORITHMS)("by %s of xmlsec1's is read by us", async (algorithm) => {
    const size = algorithm.startsWith("aes128") ? 128 : 256;
    const response = encryptedResponse(plain, receiver, uri(algorithm), { size });
    expect(response).not.toContain("a &lt; b");
    expect(await receive(response, receiver)).toBe("a < b & ü 😀");
  });

  it("of an element, and of several, is read", async () => {
    const element = encryptedResponse(plain, receiver, uri("aes256-cbc"), {
      what: "text",
      type: "Element",
    });
    expect(await receive(element, receiver)).toBe("a < b & ü 😀");
    const marked = envelopeOf(
      `<echo xmlns="${NAMESPACE}"><text>ü</text></echo>`,
      '<Marker xmlns="urn:m">x</Marker>',
    );
    const once = encryptedResponse(marked, receiver, uri("aes256-gcm"));
    const twice = encryptedResponse(once, receiver, uri("aes256-gcm"), {
      what: "Marker",
      type: "Element",
    });
    expect(await receive(twice, receiver)).toBe("ü");
  });

  it("of signed content is decrypted and then verified", async () => {
    const service = authority.issue("service");
    const response = encryptedResponse(signedResponse(service), receiver, uri("aes256-gcm"));
    const interceptors = [verifySignature({ certificate: service.cert }), decrypt(receiver)];
    expect((await callEcho({ interceptors, respond: () => response })).result.text).toBe("10 EUR");
    const forged = encryptedResponse(
      signedResponse(service).replace("10 EUR", "99 EUR"),
      receiver,
      uri("aes256-gcm"),
    );
    const error = await rejection(callEcho({ interceptors, respond: () => forged }));
    expect(error).toMatchObject({ code: "BAD_SIGNATURE" });
  });

  it("is rejected if its algorithm reveals the content or the key", async () => {
    const rsa15 = encryptedResponse(plain, receiver, uri("aes256-cbc"), { key: `${XENC}rsa-1_5` });
    expect(await rejection(receive(rsa15, receiver))).toMatchObject({ code: "ALGORITHM" });
  });

  it("for another key, or changed, is rejected with the same message", async () => {
    const response = encryptedResponse(plain, receiver, uri("aes256-gcm"));
    const changed = response.replace(
      /(<CipherValue>)(.)(?=[^<]*<\/CipherValue>\s*<\/CipherData>\s*<\/EncryptedData>)/,
      (_, tag, first) => tag + (first === "A" ? "B" : "A"),
    );
    expect(changed).not.toBe(response);
    const message =
      "The message cannot be decrypted: it is encrypted for another key, or was changed.";
    const rejected = { code: "NOT_DECRYPTED", message };
    expect(await rejection(receive(changed, receiver))).toMatchObject(rejected);
    expect(await rejection(receive(response, authority.issue("other")))).toMatchObject(rejected);
  });

  it("that is missing is an error, but for a fault", async () => {
    expect(await rejection(receive(plain, receiver))).toMatchObject({ code: "NOT_DECRYPTED" });
    const fault = envelopeOf(
      '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">No</s:Text></s:Reason></s:Fault>',
    );
    expect(await rejection(receive(fault, receiver))).toMatchObject({
      code: "FAULT",
      reason: "No",
    });
  });
});

describeWithPeer(OPENSSL, "signing and encrypting in one list", () => {
  it("is signed and then encrypted when sent, and decrypted and then verified when received", async () => {
    const party = makeAuthority().issue("party");
    const interceptors = [
      nodeSoapSecurity(new WSSecurityCert(party.key, party.cert, "")),
      verifySignature({ certificate: party.cert }),
      encrypt({ certificate: party.cert }),
      decrypt(party),
    ];
    // The response is the unchanged request.
    const { envelope, result } = await callEcho({ interceptors, text: "a\r\nb" });
    expect(envelope).toMatch(/<soap:Body [^>]*><xenc:EncryptedData /);
    expect(envelope).toMatch(/<wsse:Security [^>]*><xenc:EncryptedKey /);
    expect(result).toEqual({ text: "a\r\nb" });
  });

  it("rejects keys and certificates that can't be used", () => {
    expect(() => encrypt({ certificate: "no PEM" })).toThrow(
      expect.objectContaining({ code: "UNUSABLE" }),
    );
    expect(() => decrypt({ key: "no PEM" })).toThrow(expect.objectContaining({ code: "UNUSABLE" }));
  });
});
