/** The known behavior of ASMX on the wire, tested with the simulator byte by byte. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractJson } from "../../../src/contract/index.js";
import { type Simulator, startSimulator } from "../../../src/simulator/index.js";
import { parseContract } from "../../../src/wsdl/index.js";
import { envelope11, envelope12, NS, type Raw, send, soap11 } from "../raw.js";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ allowedHosts: ["rescue.test"] });
});
afterAll(() => simulator.close());

const login = `<login xmlns="${NS}"><sEmail>tech@example.com</sEmail><sPassword>secret</sPassword></login>`;
const email = (pin: string) =>
  `<generateEmailText xmlns="${NS}">${pin}<sAuthCode>simulate-Invalid_SecretAuthCode</sAuthCode></generateEmailText>`;
const ask = (raw: Raw) => send(simulator.url, raw);
const xml11 = { "Content-Type": "text/xml; charset=utf-8" };
const xml12 = { "Content-Type": "application/soap+xml; charset=utf-8" };
const known = "generateEmailText_Invalid_SecretAuthCode";

describe("a SOAP request", () => {
  it("has a response with the bytes of ASMX", async () => {
    const response = await ask({ headers: soap11("login"), body: envelope11(login) });
    expect(response).toMatchObject({ status: 200, type: "text/xml; charset=utf-8" });
    expect(response.body).toBe(
      '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>' +
        `<loginResponse xmlns="${NS}"><loginResult>login_OK</loginResult></loginResponse></soap:Body></soap:Envelope>`,
    );
    expect(response.cookie).toMatch(/^ASP\.NET_SessionId=[a-z0-5]{24}; path=\/; HttpOnly/);
  });

  it("of SOAP 1.2 has a response of SOAP 1.2", async () => {
    const response = await ask({ headers: xml12, body: envelope12(login) });
    expect(response).toMatchObject({ status: 200, type: "application/soap+xml; charset=utf-8" });
    expect(response.body).toContain('xmlns:soap="http://www.w3.org/2003/05/soap-envelope"');
  });

  it.each<[string, Raw, string]>([
    [
      "parameters in any order",
      {
        headers: soap11("generateEmailText"),
        body: envelope11(
          `<generateEmailText xmlns="${NS}"><sAuthCode>simulate-Invalid_SecretAuthCode</sAuthCode><iPINCode>1</iPINCode></generateEmailText>`,
        ),
      },
      known,
    ],
    [
      "unknown and repeated parameters",
      {
        headers: soap11("generateEmailText"),
        body: envelope11(email("<x><iPINCode/></x><iPINCode>1</iPINCode><iPINCode>x</iPINCode>")),
      },
      known,
    ],
    [
      "a missing number",
      { headers: soap11("generateEmailText"), body: envelope11(email("")) },
      known,
    ],
    [
      "spaces, a plus and zeros",
      {
        headers: soap11("generateEmailText"),
        body: envelope11(email("<iPINCode> +007\n</iPINCode>")),
      },
      known,
    ],
    [
      "xsi:nil on a string",
      {
        headers: soap11("login"),
        body: envelope11(`<login xmlns="${NS}"><sEmail xsi:nil="true" /></login>`),
      },
      "login_Invalid",
    ],
    [
      "an action without quotes",
      { headers: { ...xml11, SOAPAction: `${NS}/generateEmailText` }, body: envelope11(email("")) },
      known,
    ],
    ["no action header: the body picks", { headers: xml11, body: envelope11(email("")) }, known],
    [
      "a body of another name: all null",
      { headers: soap11("login"), body: envelope11(email("")) },
      "login_Invalid",
    ],
    [
      "unqualified parameters: unknown",
      {
        headers: soap11("login"),
        body: envelope11(login.replace("<sEmail>", '<sEmail xmlns="">')),
      },
      "login_Invalid",
    ],
    [
      "a second element in the Body",
      { headers: soap11("generateEmailText"), body: envelope11(`${email("")}<x/>`) },
      known,
    ],
    [
      "a wrong action in 1.2",
      {
        headers: { "Content-Type": 'application/soap+xml; action="urn:x"' },
        body: envelope12(email("")),
      },
      known,
    ],
    [
      "a 1.2 envelope in text/xml",
      { headers: soap11("generateEmailText"), body: envelope12(email("")) },
      "2003/05/soap-envelope",
    ],
    [
      "UTF-16",
      {
        headers: { ...soap11("generateEmailText"), "Content-Type": "text/xml; charset=utf-16" },
        body: Buffer.from(`\ufeff${envelope11(email("")).replace("utf-8", "utf-16")}`, "utf16le"),
      },
      known,
    ],
    [
      "a byte order mark",
      { headers: soap11("generateEmailText"), body: `\ufeff${envelope11(email(""))}` },
      known,
    ],
    [
      "a header that need not be understood",
      {
        headers: soap11("generateEmailText"),
        body: envelope11(email(""), '<soap:Header><h xmlns="urn:h"/></soap:Header>'),
      },
      known,
    ],
  ])("may have %s", async (_, raw, expected) => {
    const response = await ask(raw);
    expect(response.status).toBe(200);
    expect(response.body).toContain(expected);
  });

  it.each<[string, Raw, RegExp]>([
    [
      "an unknown action",
      { headers: { ...xml11, SOAPAction: '"urn:x"' }, body: envelope11(login) },
      /<faultcode>soap:Client<\/faultcode><faultstring>Server did not recognize the value of HTTP Header SOAPAction: urn:x\.<\/faultstring><detail \/>/,
    ],
    [
      "an action in another letter case",
      { headers: soap11("LOGIN"), body: envelope11(login) },
      /SOAPAction: .*LOGIN/,
    ],
    [
      "an empty action",
      { headers: { ...xml11, SOAPAction: '""' }, body: envelope11(login) },
      /SOAPAction: \./,
    ],
    [
      "an empty number",
      { headers: soap11("generateEmailText"), body: envelope11(email("<iPINCode/>")) },
      /There is an error in XML document \(1, \d+\)\. ---&gt; Input string was not in a correct format\./,
    ],
    [
      "a number beyond its type",
      {
        headers: soap11("generateEmailText"),
        body: envelope11(email("<iPINCode>2147483648</iPINCode>")),
      },
      /too large or too small for an Int32/,
    ],
    [
      "a boolean that is none",
      {
        headers: soap11("requestPINCode"),
        body: envelope11(
          `<requestPINCode xmlns="${NS}"><bNoTechConsole>yes</bNoTechConsole></requestPINCode>`,
        ),
      },
      /'yes' is not a valid Boolean value/,
    ],
    [
      "an enumeration that is none",
      {
        headers: soap11("getSession"),
        body: envelope11(`<getSession xmlns="${NS}"><eNodeRef>node</eNodeRef></getSession>`),
      },
      /'node' is not a valid value/,
    ],
    [
      "a header that must be understood",
      {
        headers: soap11("login"),
        body: envelope11(
          login,
          '<soap:Header><h xmlns="urn:h" soap:mustUnderstand="1"/></soap:Header>',
        ),
      },
      /soap:MustUnderstand<\/faultcode>/,
    ],
    [
      "a header that another actor must understand",
      {
        headers: soap11("login"),
        body: envelope11(
          login,
          '<soap:Header><h xmlns="urn:h" soap:actor="urn:a" soap:mustUnderstand="1"/></soap:Header>',
        ),
      },
      /soap:MustUnderstand<\/faultcode>/,
    ],
    [
      "a header that must be understood, in 1.2",
      {
        headers: xml12,
        body: envelope12(login).replace(
          "<soap:Body>",
          '<soap:Header><h xmlns="urn:h" soap:mustUnderstand="true"/></soap:Header><soap:Body>',
        ),
      },
      /<soap:Value>soap:MustUnderstand<\/soap:Value>/,
    ],
    [
      "an unknown action and body in 1.2",
      {
        headers: { "Content-Type": 'application/soap+xml; charset=utf-8; action="urn:x"' },
        body: envelope12("<x/>"),
      },
      /The action 'urn:x' was not recognized\./,
    ],
    [
      "another root",
      { headers: soap11("login"), body: "<login/>" },
      /missing required soap:Envelope element/,
    ],
    [
      "an envelope of another namespace",
      {
        headers: soap11("login"),
        body: envelope11(login).replace("schemas.xmlsoap.org/soap/envelope", "example.com"),
      },
      /VersionMismatch/,
    ],
    [
      "a 1.2 body that is unknown",
      { headers: xml12, body: envelope12("<x/>") },
      /<soap:Code><soap:Value>soap:Sender<\/soap:Value><\/soap:Code><soap:Reason><soap:Text xml:lang="en">.*<soap:Detail \/>/,
    ],
  ])("with %s is a fault with status 500", async (_, raw, fault) => {
    const before = simulator.state.calls.length;
    const response = await ask(raw);
    expect(response.status).toBe(500);
    expect(response.body).toMatch(fault);
    expect(simulator.state.calls.length).toBe(before);
  });

  it.each<[string, string | Uint8Array]>([
    ["malformed XML", "<soap:Envelope>"],
    ["a document type", `<!DOCTYPE x>${envelope11(login)}`],
    ["XML 1.1", envelope11(login).replace('"1.0"', '"1.1"')],
    ["a character reference that XML lacks", envelope11(login.replace("secret", "&#1;"))],
    ["white space before the declaration", ` ${envelope11(login)}`],
    ["nothing", ""],
    ["gzip", gzipSync(envelope11(login))],
  ])("of %s is status 400 and nothing else", async (what, body) => {
    const coding: Record<string, string> = what === "gzip" ? { "Content-Encoding": "gzip" } : {};
    const response = await ask({ headers: { ...soap11("login"), ...coding }, body });
    expect(response).toMatchObject({ status: 400, type: "text/xml", body: "" });
  });

  it.each([
    ["SOAP 1.1 in SOAP 1.2's media type", { headers: xml12, body: envelope11(login) }, 415],
    ["a media type that isn't XML's", { headers: { "Content-Type": "text/html" }, body: "x" }, 415],
    ["PUT", { method: "PUT" }, 405],
    ["PATCH", { method: "PATCH" }, 405],
    ["a path without a service", { path: "/nowhere" }, 404],
  ])("by %s is rejected", async (_, raw, status) => {
    expect((await ask(raw)).status).toBe(status);
  });

  it("with another method returns the allowed methods", async () => {
    const response = await fetch(simulator.url, { method: "DELETE" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  it("writes null and empty as .NET does", async () => {
    const session = (await ask({ headers: soap11("login"), body: envelope11(login) })).cookie ?? "";
    const headers = { ...soap11("getUser"), Cookie: session };
    const body = `<getUser xmlns="${NS}"><iNodeID>102</iNodeID></getUser>`;
    const response = await ask({ headers, body: envelope11(body) });
    expect(response.body).toContain("<sSSOID>nora</sSSOID><sDescription /><eType>");
    const rejected = await ask({
      headers: soap11("requestAuthCode"),
      body: envelope11(`<requestAuthCode xmlns="${NS}" />`),
    });
    expect(rejected.body).toContain(
      "<requestAuthCodeResult>requestAuthCode_Invalid</requestAuthCodeResult></requestAuthCodeResponse>",
    );
  });
});

describe("HTTP GET and POST", () => {
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  it.each<[string, Raw]>([
    [
      "GET",
      { method: "GET", path: "/API/API.asmx/login?sEmail=tech%40example.com&sPassword=secret" },
    ],
    [
      "POST",
      {
        path: "/API/API.asmx/login",
        headers: form,
        body: "sEmail=tech%40example.com&sPassword=secret",
      },
    ],
  ])("%s returns the result without a wrapper", async (_, raw) => {
    expect(await ask(raw)).toMatchObject({
      status: 200,
      type: "text/xml; charset=utf-8",
      body: `<?xml version="1.0" encoding="utf-8"?>\r\n<loginRet xmlns="${NS}">login_OK</loginRet>`,
    });
  });

  it.each<[string, string, string]>([
    ["a missing parameter", "login?sEmail=x", "Missing parameter: sPassword."],
    ["an unknown method", "nothing", "nothing Web Service method name is not valid."],
    [
      "a method with out parameters",
      "generateEmailText?iPINCode=1&sAuthCode=",
      "generateEmailText Web Service method name is not valid.",
    ],
    [
      "a value outside its type",
      "deleteNode?iNodeID=x&sAuthCode=",
      "Cannot convert x to System.Int32.",
    ],
    [
      "a method in another letter case",
      "LOGIN?sEmail=x&sPassword=y",
      "LOGIN Web Service method name is not valid.",
    ],
  ])("rejects %s in plain text", async (_, path, message) => {
    const response = await ask({ method: "GET", path: `/API/API.asmx/${path}` });
    expect(response).toMatchObject({ status: 500, type: "text/plain; charset=utf-8" });
    expect(response.body).toContain(message);
  });
});

describe("HTTP POST", () => {
  it("accepts forms only", async () => {
    const headers = { "Content-Type": "text/xml" };
    const response = await ask({ path: "/API/API.asmx/login", headers, body: "<x/>" });
    expect(response).toMatchObject({ status: 500, type: "text/plain; charset=utf-8" });
    expect(response.body).toContain("Request format is invalid: text/xml.");
  });

  it("accepts the names of parameters in any letter case", async () => {
    const path = "/api/api.asmx/login?SEMAIL=tech%40example.com&spassword=secret";
    expect((await ask({ method: "GET", path })).body).toContain("login_OK");
  });
});

describe("the description", () => {
  it("is the WSDL with the address that was asked, in any letter case", async () => {
    const { body, type } = await ask({
      method: "GET",
      path: "/api/api.ASMX?wsdl",
      headers: { Host: "rescue.test:8080" },
    });
    expect(type).toBe("text/xml; charset=utf-8");
    const contract = parseContract(body, "served");
    const own = parseContract(await (await fetch(`${simulator.url}?WSDL`)).text(), "own");
    const addresses = contract.services.flatMap(({ ports }) => ports.map(({ address }) => address));
    expect(new Set(addresses)).toEqual(new Set(["http://rescue.test:8080/api/api.ASMX"]));
    expect(contractJson(own).types).toEqual(contractJson(contract).types);
    expect(addresses).toHaveLength(4);
  });

  it("lists the operations on the service page", async () => {
    const { body, type } = await ask({ method: "GET" });
    expect(type).toBe("text/html; charset=utf-8");
    expect(body.match(/\?op=/g)).toHaveLength(61);
    expect(body).toContain('<a href="/API/API.asmx?op=generateEmailText">generateEmailText</a>');
  });

  it("shows samples of each binding on the page of an operation", async () => {
    const page = async (name: string) =>
      (await ask({ method: "GET", path: `/API/API.asmx?op=${name}` })).body;
    const generate = await page("generateEmailText");
    expect(generate).toContain(`SOAPAction: "${NS}/generateEmailText"`);
    expect(generate).toContain('&lt;iPINCode&gt;<font class="value">int</font>&lt;/iPINCode&gt;');
    expect(generate).toContain("generateEmailText_Error or generateEmailText_OK or ");
    expect(generate).toContain("sample SOAP 1.2 request");
    expect(generate).not.toContain("HTTP POST");
    expect(await page("login")).toContain("POST /API/API.asmx/login HTTP/1.1");
    expect(await page("<nothing>")).toContain("There is no operation &lt;nothing&gt;.");
  });
});

describe("startSimulator", () => {
  it("listens on loopback only", async () => {
    await expect(startSimulator({ host: "0.0.0.0" })).rejects.toThrow(/loopback addresses only/);
  });

  it("reports that its port is in use", async () => {
    const port = Number(new URL(simulator.url).port);
    await expect(startSimulator({ port })).rejects.toMatchObject({ code: "PORT_IN_USE" });
  });
});
