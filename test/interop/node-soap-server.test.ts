/** Our client against a node-soap server for wsdl/API.wsdl. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { listen } from "soap";
import { afterEach, describe, expect, it } from "vitest";
import { createRescueClient, type RescueClient, SoapFault } from "../../src/index.js";

const WSDL = readFileSync(new URL("../../wsdl/API.wsdl", import.meta.url), "utf8");
const PATH = "/API/API.asmx";

const EMAIL = {
  sSubject: "A PIN & a <link>",
  sText: "Line one\nLine two: 1 < 2\n\nLine four – “quoted” 😀",
  sLink: "https://secure.logmeinrescue.com/R?i=2&Code=012345",
  sSignature: "",
};

const REASON = "Out of <paper>";

/** node-soap writes a fault object unchanged, in the form of SOAP 1.1 or 1.2, into envelopes of either version. */
const FAULTS = new Map<number, object>([
  [511, { faultcode: "soap:Server", faultstring: REASON, statusCode: 500 }],
  [512, { Code: { Value: "soap:Receiver" }, Reason: { Text: REASON }, statusCode: 500 }],
]);

interface Login {
  readonly sEmail: string;
  readonly sPassword: string;
}

const operations = {
  login: ({ sEmail, sPassword }: Login) => ({
    loginResult:
      sEmail === "tech@example.com" && sPassword === "p<&>d" ? "login_OK" : "login_Invalid",
  }),
  requestPINCode: ({ sCField0, bNoTechConsole }: { sCField0: string; bNoTechConsole: boolean }) =>
    sCField0 === "ACME & Söhne" && bNoTechConsole === true
      ? { requestPINCodeResult: "requestPINCode_OK", iPINCode: 12345 }
      : { requestPINCodeResult: "requestPINCode_Error", iPINCode: 0 },
  generateEmailText({ iPINCode }: { iPINCode: number }) {
    if (iPINCode === 12345) return { generateEmailTextResult: "generateEmailText_OK", ...EMAIL };
    const fault = FAULTS.get(iPINCode);
    // node-soap removes the status from the object that it is given.
    if (fault !== undefined) throw { Fault: { ...fault } };
    return { generateEmailTextResult: "generateEmailText_InvalidPINFormat" };
  },
};

const servers = new Set<Server>();
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  servers.clear();
});

/** @returns the URL of API.asmx */
async function startService(forceSoap12Headers: boolean): Promise<string> {
  const server = createServer();
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  listen(server, {
    path: PATH,
    xml: WSDL,
    services: { API: { APISoap: operations, APISoap12: operations } },
    forceSoap12Headers,
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens at no port.");
  return `http://127.0.0.1:${address.port}${PATH}`;
}

describe.each([
  { name: "SOAP 1.1", protocol: "soap11", forceSoap12Headers: false },
  { name: "SOAP 1.2", protocol: "soap12", forceSoap12Headers: true },
  { name: "SOAP 1.2, response in SOAP 1.1", protocol: "soap12", forceSoap12Headers: false },
] as const)("node-soap's server over $name", ({ protocol, forceSoap12Headers }) => {
  async function client(password = "p<&>d"): Promise<RescueClient> {
    const endpoint = await startService(forceSoap12Headers);
    const auth = { email: "tech@example.com", password };
    return createRescueClient({ endpoint, protocol, auth, throttle: false });
  }

  it("signs in, requests a PIN and gets its email", async () => {
    const rescue = await client();
    const pin = await rescue.requestPINCode({ sCField0: "ACME & Söhne", bNoTechConsole: true });
    expect(pin).toEqual({ status: "OK", ret: "requestPINCode_OK", iPINCode: 12345 });
    expect(await rescue.generateEmailText({ iPINCode: 12345 })).toEqual({
      status: "OK",
      ret: "generateEmailText_OK",
      ...EMAIL,
    });
  });

  it("returns an outcome without out parameters", async () => {
    const rescue = await client();
    expect(await rescue.generateEmailText({ iPINCode: 12 })).toEqual({
      status: "InvalidPINFormat",
      ret: "generateEmailText_InvalidPINFormat",
    });
  });

  it("reports that the sign-in was rejected", async () => {
    const rescue = await client("wrong");
    await expect(rescue.generateEmailText({ iPINCode: 12345 })).rejects.toMatchObject({
      code: "SIGN_IN_REFUSED",
      status: "Invalid",
    });
  });

  it.each([
    [511, "Server"],
    [512, "Receiver"],
  ])("throws the fault of PIN %i", async (iPINCode, local) => {
    const rescue = await client();
    const error = await rescue.generateEmailText({ iPINCode }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SoapFault);
    expect(error).toMatchObject({ status: 500, faultCode: { local }, reason: REASON });
  });
});
