/** Signed responses: those of xmlsec1 and node-soap are accepted, those that an attacker changed are rejected. */
import { WSSecurityCert } from "soap";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { nodeSoapSecurity } from "../../src/node-soap/index.js";
import { type VerifySignatureOptions, verifySignature } from "../../src/ws-security/index.js";
import { type Authority, type Issued, makeAuthority } from "../certificates.js";
import { callEcho, envelopeOf, NAMESPACE } from "../client/echo-call.js";
import { rejection } from "../http/loopback.js";
import { describeWithPeer } from "../interop/peer.js";
import { XMLSEC1 } from "../xmlsec1.js";
import { type SignedResponse, signedResponse, WSU } from "./signed-response.js";

afterEach(() => {
  vi.useRealTimers();
});

/** Calls `echo` and receives the given envelope. */
async function receive(response: string, options: VerifySignatureOptions): Promise<string> {
  const interceptors = [verifySignature(options)];
  return (await callEcho({ interceptors, respond: () => response })).result.text;
}

const code = async (response: string, options: VerifySignatureOptions) => {
  const error = await rejection(receive(response, options));
  expect(error).toHaveProperty("name", "SecurityError");
  return (error as { code: string }).code;
};

describeWithPeer(XMLSEC1, "a signed response", () => {
  let authority: Authority;
  let service: Issued;
  let other: Issued;
  let response: string;
  let trust: VerifySignatureOptions;
  beforeAll(() => {
    authority = makeAuthority();
    service = authority.issue("service");
    other = authority.issue("other");
    response = signedResponse(service);
    trust = { certificate: service.cert };
  });

  it.each<[string, SignedResponse]>([
    ["shows its certificate as a token", {}],
    ["shows it in X509Data", { show: "x509data" }],
    ["does not show it", { show: "nothing" }],
    ["has inclusive namespaces", { inclusive: "s" }],
    [
      "is signed with SHA-512",
      {
        signature: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        digest: "http://www.w3.org/2001/04/xmlenc#sha512",
      },
    ],
    ["has characters of all kinds", { text: "ü 😀 &lt;&amp;&gt; &#13; \t\n \"'" }],
  ])("is accepted if it %s", async (_, how) => {
    expect(await receive(signedResponse(service, how), trust)).toBe(
      how.text === undefined ? "10 EUR" : "ü 😀 <&> \r \t\n \"'",
    );
  });

  it("is accepted with the certificate of the authority or one of several certificates", async () => {
    expect(await receive(response, { ca: authority.cert })).toBe("10 EUR");
    const unshown = signedResponse(service, { show: "nothing" });
    expect(await receive(unshown, { certificate: [other.cert, service.cert] })).toBe("10 EUR");
    const accept = ({ subject }: { subject: string }) => subject === "CN=service";
    expect(await receive(response, { ca: authority.cert, accept })).toBe("10 EUR");
  });

  it("is accepted if node-soap signed it", async () => {
    const signing = nodeSoapSecurity(new WSSecurityCert(service.key, service.cert, ""));
    const interceptors = [signing, verifySignature(trust)];
    // The response is the unchanged request.
    expect((await callEcho({ interceptors })).result.text).toBe("a < b & ü 😀");
  });

  it("is rejected if not signed, with the text of a fault", async () => {
    const plain = envelopeOf(`<echo xmlns="${NAMESPACE}"><text>x</text></echo>`);
    expect(await code(plain, trust)).toBe("NOT_SIGNED");
    const fault = envelopeOf(
      '<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">Go away</s:Text></s:Reason></s:Fault>',
    );
    const error = await rejection(receive(fault, trust));
    expect(error).toMatchObject({
      code: "NOT_SIGNED",
      message: 'The message is not signed. It is a fault: "Go away"',
    });
  });

  it("is rejected if the Body or the Timestamp is not signed", async () => {
    expect(await code(signedResponse(service, { references: ["time"] }), trust)).toBe("NOT_SIGNED");
    const untimed = signedResponse(service, { references: ["body"] });
    expect(await code(untimed, trust)).toBe("NOT_SIGNED");
    expect(await receive(untimed, { ...trust, require: ["body"] })).toBe("10 EUR");
    expect(await code(response, { ...trust, require: ["body", "{urn:a}Action"] })).toBe(
      "NOT_SIGNED",
    );
  });

  it("is rejected if it was changed", async () => {
    expect(await code(response.replace("10 EUR", "99 EUR"), trust)).toBe("BAD_SIGNATURE");
    expect(await code(response.replace(/(<u:Expires>)\d+/, "$12099"), trust)).toBe("BAD_SIGNATURE");
  });

  it("is rejected from another signer, with any certificate", async () => {
    const theirs = signedResponse(other);
    expect(await code(theirs, trust)).toBe("UNTRUSTED");
    const der = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, "");
    const posing = theirs.replace(der(other.cert), der(service.cert));
    expect(await code(posing, trust)).toBe("BAD_SIGNATURE");
    expect(await code(signedResponse(other, { show: "nothing" }), trust)).toBe("BAD_SIGNATURE");
    expect(await code(theirs, { ca: makeAuthority("Another").cert })).toBe("UNTRUSTED");
    const accept = () => false;
    expect(await code(response, { ca: authority.cert, accept })).toBe("UNTRUSTED");
    expect(await code(signedResponse(service, { show: "nothing" }), { ca: authority.cert })).toBe(
      "UNTRUSTED",
    );
  });

  it("is rejected if the issuer of the signer is not an authority", async () => {
    // What a holder of any certificate of the authority could issue.
    expect(await code(response, { ca: other.cert })).toBe("UNTRUSTED");
  });

  it("is rejected if its timestamp or certificate has expired", async () => {
    const hour = 3_600_000;
    const old = { created: new Date(Date.now() - hour) };
    expect(await code(signedResponse(service, old), trust)).toBe("EXPIRED");
    expect(await receive(signedResponse(service, old), { ...trust, clockSkew: hour })).toBe(
      "10 EUR",
    );
    const early = { created: new Date(Date.now() + hour) };
    expect(await code(signedResponse(service, early), trust)).toBe("EXPIRED");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 72 * hour });
    const late = signedResponse(service, { created: new Date() });
    expect(await code(late, trust)).toBe("UNTRUSTED");
  });

  it("is rejected with SHA-1, unless that is allowed", async () => {
    const sha1 = signedResponse(service, {
      signature: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
      digest: "http://www.w3.org/2000/09/xmldsig#sha1",
    });
    expect(await code(sha1, trust)).toBe("ALGORITHM");
    expect(await receive(sha1, { ...trust, allowSha1: true })).toBe("10 EUR");
  });

  it("is rejected with a transform that can change the signed content", async () => {
    const xpath = response.replace(
      /(<ds:Transform Algorithm=")[^"]*/,
      "$1http://www.w3.org/TR/1999/REC-xpath-19991116",
    );
    expect(await code(xpath, trust)).toBe("ALGORITHM");
  });

  describe("that an attacker wrapped is rejected", () => {
    const evil = `<echo xmlns="${NAMESPACE}"><text>99 EUR</text></echo>`;
    const bodyOf = (text: string) => /<s:Body.*<\/s:Body>/s.exec(text)?.[0] ?? "";
    const signatureOf = (text: string) => /<ds:Signature .*<\/ds:Signature>/s.exec(text)?.[0] ?? "";

    it("with the signed Body in the Header", async () => {
      const moved = response
        .replace(bodyOf(response), `<s:Body xmlns:u="${WSU}" u:Id="evil">${evil}</s:Body>`)
        .replace(
          "</s:Header>",
          `<w:Wrapper xmlns:w="urn:w">${bodyOf(response)}</w:Wrapper></s:Header>`,
        );
      expect(await code(moved, trust)).toBe("NOT_SIGNED");
    });

    it("with the id twice, in any attribute and letter case", async () => {
      for (const id of [
        `xmlns:u="${WSU}" u:Id="body"`,
        'Id="body"',
        'ID="body"',
        'iD="body"',
        'xml:id="body"',
      ]) {
        const twice = response
          .replace(bodyOf(response), `<s:Body ${id}>${evil}</s:Body>`)
          .replace(
            "</s:Header>",
            `<w:Wrapper xmlns:w="urn:w">${bodyOf(response)}</w:Wrapper></s:Header>`,
          );
        expect(await code(twice, trust)).toBe("BAD_SIGNATURE");
      }
    });

    it("with a second Body, before or after", async () => {
      const body = bodyOf(response);
      expect(await code(response.replace(body, `<s:Body>${evil}</s:Body>${body}`), trust)).toBe(
        "BAD_SIGNATURE",
      );
      expect(await code(response.replace(body, `${body}<s:Body>${evil}</s:Body>`), trust)).toBe(
        "BAD_SIGNATURE",
      );
    });

    it("with a second Security block, whose timestamp is new", async () => {
      const [block = ""] = /<o:Security.*<\/o:Security>/s.exec(response) ?? [];
      expect(await code(response.replace(block, block + block), trust)).toBe("BAD_SIGNATURE");
    });

    it("with a signature that is elsewhere than in the Security block", async () => {
      const unshown = signedResponse(service, { show: "nothing" });
      const signature = signatureOf(unshown);
      const moved = unshown
        .replace(signature, "")
        .replace("</s:Header>", `${signature}</s:Header>`);
      expect(await code(moved, trust)).toBe("NOT_SIGNED");
    });

    it("with a true signature in a comment beside another one", async () => {
      const signature = signatureOf(response);
      const posing = signature.replaceAll('URI="#body"', 'URI="#evil"');
      // As many texts as there are elements: the second one lies in the first.
      const nested = posing.replace("</ds:Signature>", `${posing}</ds:Signature>`);
      const mixed = response
        .replace(signature, `<!--${signature}-->${nested}`)
        .replace(bodyOf(response), `<s:Body xmlns:u="${WSU}" u:Id="evil">${evil}</s:Body>`)
        .replace(
          "</s:Header>",
          `<w:Wrapper xmlns:w="urn:w">${bodyOf(response)}</w:Wrapper></s:Header>`,
        );
      expect(await code(mixed, trust)).toBe("NOT_SIGNED");
    });

    it("with elements that an HTML parser reads as the text of a script", async () => {
      const html = "http://www.w3.org/1999/xhtml";
      const hidden =
        `<SCRIPT xmlns="${html}"><!-- </SCRIPT>${bodyOf(response)}<script xmlns="${html}"> --></SCRIPT>` +
        `<s:Body xmlns:u="${WSU}" u:Id="body">${evil}</s:Body><!-- </script> -->`;
      expect(await code(response.replace(bodyOf(response), hidden), trust)).toBe("BAD_SIGNATURE");
    });

    it("with a DTD, before anything is verified", async () => {
      const typed = response.replace("<s:Envelope", '<!DOCTYPE a [<!ENTITY b "c">]><s:Envelope');
      const error = await rejection(receive(typed.replace(/^<\?xml[^>]*>\s*/, ""), trust));
      expect(error).toMatchObject({ name: "DecodeError" });
    });

    it("with a comment in the text, which is not the signer's", async () => {
      // Canonical XML omits comments; the decoded text must still be complete.
      expect(await receive(response.replace("10 EUR", "10<!-- --> EUR"), trust)).toBe("10 EUR");
    });
  });
});

it("reports at once that nobody is trusted, or that a certificate can't be read", () => {
  expect(() => verifySignature({})).toThrow(expect.objectContaining({ code: "UNUSABLE" }));
  expect(() => verifySignature({ certificate: "no PEM" })).toThrow(
    expect.objectContaining({ code: "UNUSABLE" }),
  );
});
