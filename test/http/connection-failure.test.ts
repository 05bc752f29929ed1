/** The messages for errors of Node, Bun, undici, OpenSSL and zlib, and whether the request can have been sent. */
import { describe, expect, it } from "vitest";
import { connectionFailure, failureCode } from "../../src/http/connection-failure.js";

const coded = (code: string, message = "m") => Object.assign(new Error(message), { code });
const PEER = { host: "api.example:443" };

describe("before the head of the response", () => {
  it.each([
    [
      "ECONNREFUSED",
      "not-sent",
      "Can't reach api.example:443: the connection was refused, so no server seems to run there.",
    ],
    [
      "ConnectionRefused",
      "not-sent",
      "Can't reach api.example:443: the connection was refused, so no server seems to run there.",
    ],
    ["ENOTFOUND", "not-sent", "Can't reach api.example:443: no host has this name."],
    [
      "EAI_AGAIN",
      "not-sent",
      "Can't reach api.example:443: its name could not be looked up, as happens without a network.",
    ],
    ["ENETUNREACH", "not-sent", "Can't reach api.example:443: there is no network route to it."],
    [
      "UND_ERR_CONNECT_TIMEOUT",
      "not-sent",
      "Can't reach api.example:443: connecting took too long.",
    ],
    ["ETIMEDOUT", "unknown", "Can't reach api.example:443: connecting took too long."],
    [
      "ECONNRESET",
      "unknown",
      "No response from api.example:443: the connection was closed before it arrived.",
    ],
    [
      "HPE_INVALID_CONSTANT",
      "unknown",
      "No response from api.example:443: the bytes received are not HTTP (HPE_INVALID_CONSTANT).",
    ],
    ["EMFILE", "unknown", "Can't reach api.example:443: m (EMFILE)."],
    [
      "Z_DATA_ERROR",
      "unknown",
      "The response of api.example:443 can't be decompressed: it is cut short or damaged.",
    ],
    [
      "ERR__ERROR_FORMAT_PADDING_1",
      "unknown",
      "The response of api.example:443 can't be decompressed: it is cut short or damaged.",
    ],
    [
      "CERT_HAS_EXPIRED",
      "not-sent",
      "Can't trust api.example:443: its certificate has expired (CERT_HAS_EXPIRED); to trust it, give its certificate to the transport as tls.ca, or name a file with it in NODE_EXTRA_CA_CERTS.",
    ],
    [
      "EPROTO",
      "unknown",
      "Can't reach api.example:443: it does not support TLS, which https: requires (EPROTO).",
    ],
    [
      "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
      "unknown",
      "Can't reach api.example:443: it supports no version of TLS that is allowed here (ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION).",
    ],
    [
      "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
      "unknown",
      "Can't reach api.example:443: it rejected the TLS handshake, probably because it requires a client certificate (the transport's tls.cert and tls.key, or tls.pfx) (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED).",
    ],
  ])("%s is %s: %s", (code, delivery, message) => {
    const cause = coded(code);
    const error = connectionFailure(cause, PEER, { during: "head" });
    expect(error).toMatchObject({ code: "CONNECTION", delivery, message, cause });
  });
});

describe("during the body", () => {
  it.each([
    [coded("ECONNRESET"), "the connection closed before its end"],
    [coded("ETIMEDOUT"), "the connection failed (ETIMEDOUT) before its end"],
    [new Error("terminated"), "terminated"],
  ])("%s", (cause, why) => {
    const error = connectionFailure(cause, PEER, { during: "body" });
    expect(error.message).toBe(`The response of api.example:443 was cut short: ${why}.`);
    expect(error.delivery).toBe("unknown");
  });
});

it("names the proxy, and uses the delivery that the transport knows", () => {
  const peer = { ...PEER, proxy: "proxy.example:8080" };
  const error = connectionFailure(coded("ECONNRESET"), peer, {
    during: "head",
    delivery: "not-sent",
  });
  expect(error.message).toContain(
    "No response from api.example:443 through the proxy proxy.example:8080:",
  );
  expect(error.delivery).toBe("not-sent");
});

describe("the code", () => {
  const parser = Object.assign(new Error("bad"), { name: "HTTPParserError" });
  const chain = (depth: number): Error =>
    depth === 0 ? coded("EPIPE") : new Error("outer", { cause: chain(depth - 1) });
  it.each([
    ["of the error", coded("EPIPE"), "EPIPE"],
    ["of the cause", new TypeError("fetch failed", { cause: coded("EPIPE") }), "EPIPE"],
    ["of the fifth error in a chain", chain(4), "EPIPE"],
    ["not of the sixth one", chain(5), undefined],
    [
      "of the HTTP parser, which Node 24 leaves out",
      new Error("x", { cause: parser }),
      "HTTPParserError",
    ],
    ["of a value that is no error", "text", undefined],
    ["of an error whose code is a number", Object.assign(new Error("x"), { code: 1 }), undefined],
  ])("%s", (_, error, code) => {
    expect(failureCode(error)).toBe(code);
  });

  it("is absent in the message of an error without one", () => {
    const { message } = connectionFailure(new Error("no idea"), PEER, { during: "head" });
    expect(message).toBe("Can't reach api.example:443: no idea.");
    const parsing = connectionFailure(new TypeError("x", { cause: parser }), PEER, {
      during: "head",
    });
    expect(parsing.message).toContain("the bytes received are not HTTP");
  });
});
