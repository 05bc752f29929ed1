/** The programs that every environment compiles or runs. */

const CALLS = `
  const auth = { email: "tech@example.com", password: "secret" };
  const rescue = createRescueClient({ endpoint, auth });
  const pin = await rescue.requestPINCode({ sCField0: "ACME", bNoTechConsole: true });
  if (pin.status !== "OK") return pin.status;
  const text = await rescue.generateEmailText({ iPINCode: pin.iPINCode });
  return text.status === "OK" ? text.sLink : text.status;
`;

/** Signs in by password, which needs cookies, and returns the link of the email. */
export const LINK = `async function link(endpoint) {${CALLS}}`;

export const IMPORT = 'import { createRescueClient } from "rescue-soap";';
export const REQUIRE = 'const { createRescueClient } = require("rescue-soap");';

/** Prints the link. */
export const PRINT = "link(process.argv[2]).then((text) => console.log(text));";

/** Uses the types of every subpath. */
export const TYPED = `
import { createRescueClient } from "rescue-soap";
import { generate, readContract } from "rescue-soap/codegen";
import { SoapClient as GeneratedBase } from "rescue-soap/codegen/v1";
import { nodeSoapSecurity } from "rescue-soap/node-soap";
import { startSimulator } from "rescue-soap/simulator";
import { type Interceptor, httpTransport, isSoapFault, SoapClient } from "rescue-soap/soap";
import { verifySignature } from "rescue-soap/ws-security";

export async function link(endpoint: string): Promise<string> {${CALLS}}

export async function pinOf(email: string, password: string): Promise<number> {
  const pin = await createRescueClient({ auth: { email, password } }).requestPINCode({ bNoTechConsole: true });
  // @ts-expect-error: other outcomes have no PIN.
  pin.iPINCode.toFixed();
  return pin.status === "OK" ? pin.iPINCode : 0;
}

export const timed: Interceptor = (next) => async (call) => {
  console.time(call.operation.name);
  return next(call).finally(() => console.timeEnd(call.operation.name));
};

export const everything = [
  generate, readContract, GeneratedBase, nodeSoapSecurity, startSimulator, httpTransport, isSoapFault, SoapClient, verifySignature,
];
`;

/** A test file of Jest in CommonJS. */
export const JEST = `
${REQUIRE}
${LINK}
test("signs in", async () => {
  expect(await link(ENDPOINT)).toMatch(/^https:.*Code=\\d{6}$/);
});
`;

/** A worker that responds with the link. */
export const WORKER = `
${IMPORT}
${LINK}
export default {
  async fetch(request) {
    return new Response(await link(new URL(request.url).searchParams.get("endpoint")));
  },
};
`;

/** A page that reports the link to the server that it comes from. Cookies are the browser's. */
export const PAGE = `
${IMPORT}
import { fetchTransport } from "rescue-soap/soap";
${LINK.replace("endpoint, auth }", 'endpoint, auth, transport: fetchTransport({ credentials: "include" }) }')}
link(new URLSearchParams(location.search).get("endpoint"))
  .catch(String)
  .then((text) => fetch("/report", { method: "POST", body: JSON.stringify(text) }));
`;
