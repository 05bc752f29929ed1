/** The places of a response in which a server may repeat a request. */
import { type Echo, envelope, http, type Respond } from "./echo-server.js";

const NS = "https://secure.logmeinrescue.com/API/API.asmx";
const xmlType = "text/xml; charset=utf-8";
const failed = "500 Internal Server Error";

const soap = ({ version }: Echo, body: string, status = "200 OK", header = "") =>
  http({ status, type: xmlType, head: "COOKIE\r\n", body: envelope(version, body, header) });

function fault(echo: Echo, parts: Readonly<Record<string, string>>): string {
  const { code = "", reason = "x", actor = "x", detail = "" } = parts;
  const content =
    echo.version === "soap11"
      ? `<faultcode>s:Client${code}</faultcode><faultstring xml:lang="${reason}">${reason}</faultstring><faultactor>${actor}</faultactor><detail>${detail}</detail>`
      : `<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>x${code}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang="en">${reason}</s:Text></s:Reason><s:Node>${actor}</s:Node><s:Role>${actor}</s:Role><s:Detail>${detail}</s:Detail>`;
  return soap(echo, `<s:Fault>${content}</s:Fault>`, failed);
}

const result = (content: string) =>
  `<requestPINCodeResponse xmlns="${NS}">${content}</requestPINCodeResponse>`;
const OK = "<requestPINCodeResult>requestPINCode_OK</requestPINCodeResult>";
/** A text in an HTTP header. */
const inHead = (text: string) => text.replace(/[^\x20-\x7e]/g, "?");

export const PLACES: Readonly<Record<string, Respond>> = {
  "the reason of a fault": (echo) => fault(echo, { reason: echo.inXml }),
  "the code of a fault": (echo) => fault(echo, { code: `.${echo.inXml}` }),
  "the actor of a fault": (echo) => fault(echo, { actor: echo.inXml }),
  "the detail of a fault": (echo) =>
    fault(echo, { detail: `<a b="${echo.inXml}">${echo.inXml}<c>${echo.inXml}</c></a>` }),
  "the stack trace of ASMX": (echo) =>
    fault(echo, { reason: `System.Exception: ${echo.inXml}\n   at Rescue.API()` }),
  "an HTML page with an error": ({ text }) => http({ status: failed, body: `<h1>${text}</h1>` }),
  "an HTML page with status 200": ({ text }) => http({ body: `<html><p>${text}</p></html>` }),
  "a page of a proxy": ({ text }) => http({ status: "407 Proxy", body: `<p>${text}</p>` }),
  "a text with an error": ({ text }) =>
    http({ status: "404 Nothing", type: "text/plain", body: text }),
  "a text with status 200": ({ text }) => http({ type: "text/plain", body: text }),
  JSON: ({ text }) =>
    http({ status: failed, type: "application/json", body: JSON.stringify({ echo: text }) }),
  "an unlisted result": (echo) =>
    soap(echo, result(`<requestPINCodeResult>${echo.inXml}</requestPINCodeResult>`)),
  "an invalid value": (echo) => soap(echo, result(`${OK}<iPINCode>${echo.inXml}</iPINCode>`)),
  "an unknown element": (echo) => soap(echo, result(`${OK}<x>${echo.inXml}</x>`)),
  "an element twice": (echo) =>
    soap(echo, result(`${OK}<iPINCode>1</iPINCode><iPINCode>${echo.inXml}</iPINCode>`)),
  "malformed XML at the secret": (echo) =>
    soap(echo, result(`${OK}<iPINCode>${echo.text}</iPINCode>`)),
  "the name of a namespace": (echo) => soap(echo, `<x xmlns="urn:${echo.inXml}"/>`),
  "the namespace of a block": (echo) =>
    soap(echo, result(OK), "200 OK", `<x xmlns="urn:${echo.inXml}" s:mustUnderstand="1"/>`),
  "an entity": (echo) => soap(echo, `&${echo.text.replace(/[&;]/g, "")};`),
  "a document type": (echo) =>
    http({ type: xmlType, body: `<!DOCTYPE a "${echo.text}">${envelope(echo.version, "")}` }),
  "an envelope that breaks off": (echo) =>
    soap(echo, result(`${OK}<x>${echo.inXml}`))
      .replace(/<\/s:Body>.*/s, "")
      .replace(/Content-Length: \d+/, "Connection: close"),
  "a body that breaks off": ({ text }) =>
    http({ status: failed, body: text }).replace(/Content-Length: \d+/, "Content-Length: 99999999"),
  "the status text": ({ text }) => http({ status: `500 ${inHead(text)}`, body: "x" }),
  "a header": ({ text }) =>
    http({ status: failed, head: `X-Echo: ${inHead(text)}\r\nServer: ${inHead(text)}\r\n` }),
  "a challenge": ({ text }) =>
    http({ status: "401 No", head: `WWW-Authenticate: Basic realm="${inHead(text)}"\r\n` }),
  "a cookie": ({ text }) => http({ status: failed, head: `Set-Cookie: a=${inHead(text)}\r\n` }),
  "the media type": ({ text }) => http({ status: failed, type: `text/x; a=${inHead(text)}` }),
  "the charset": ({ text }) => http({ type: `text/xml; charset=${inHead(text)}`, body: "<a/>" }),
  "the content coding": ({ text }) =>
    http({ head: `Content-Encoding: ${inHead(text)}\r\n`, body: "x" }),
  "a redirect to another host": ({ text }) =>
    http({
      status: "302 There",
      head: `Location: https://${encodeURI(inHead(text)).slice(0, 60)}@h/${inHead(text)}?a=${inHead(text)}\r\n`,
    }),
  "a redirect that is not a URL": ({ text }) =>
    http({ status: "307 There", head: `Location: http://[${inHead(text)}\r\n` }),
  "the header of a MIME part": ({ text }) =>
    http({
      type: 'multipart/related; boundary="b"',
      body: `--b\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: ${text}\r\nX: ${text}\r\n\r\n${text}\r\n--b--`,
    }),
  "the boundary of MIME parts": ({ text }) =>
    http({
      type: `multipart/related; boundary="b"; start="${inHead(text).replace(/[";]/g, "")}"`,
      body: `--b\r\n\r\n${text}`,
    }),
  "an extension of a chunk": ({ text }) =>
    `HTTP/1.1 ${failed}\r\nTransfer-Encoding: chunked\r\n\r\n1;${inHead(text)}\r\nx\r\n0\r\n\r\n`,
  "a trailer": ({ text }) =>
    `HTTP/1.1 ${failed}\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n1\r\nx\r\n0\r\nX: ${inHead(text)}\r\n\r\n`,
  "a head that is not HTTP": ({ text }) => `${text}\r\n\r\n`,
  "a header that is not HTTP": ({ text }) => `HTTP/1.1 200 OK\r\n${text} \u0001: ${text}\r\n\r\n`,
  "the result of the sign-in": function atLogin(echo) {
    return soap(
      echo,
      `<loginResponse xmlns="${NS}"><loginResult>${echo.inXml}</loginResult></loginResponse>`,
    );
  },
  "a fault of the sign-in": function atLogin(echo) {
    return fault(echo, { reason: echo.inXml, detail: `<a>${echo.inXml}</a>` });
  },
  "a page at the sign-in": function atLogin({ text }) {
    return http({ status: failed, head: "COOKIE\r\n", body: text });
  },
};
