/** What the test does in the browser; it reports to the server that the page comes from. */
import { createRescueClient } from "rescue-soap";
import { fetchTransport, SoapClient } from "rescue-soap/soap";

/** The service, an address that redirects to it, and one where nothing listens. */
const { endpoint, redirect, nowhere } = Object.fromEntries(new URLSearchParams(location.search));
const transport = fetchTransport({ credentials: "include" });
const auth = { email: "tech@example.com", password: "secret" };

async function email(protocol) {
  const rescue = createRescueClient({ endpoint, auth, transport, protocol });
  const pin = await rescue.requestPINCode({ sCField0: "ACME ü", bNoTechConsole: true });
  return pin.status === "OK" ? rescue.generateEmailText({ iPINCode: pin.iPINCode }) : pin;
}

/** With the transport of the platform, and without a session. */
async function accountByAuthCode() {
  const rescue = createRescueClient({ endpoint, auth, transport });
  const code = await rescue.requestAuthCode({ sEmail: auth.email, sPassword: auth.password });
  return createRescueClient({ endpoint, auth: { authCode: code.sAuthCode } }).getAccount();
}

/** An operation that no service has. */
async function unknownOperation(url) {
  const type = { namespace: "urn:x", sequence: [] };
  const input = { element: "unknown", namespace: "urn:x", type };
  const operation = { name: "unknown", soapAction: "urn:x/unknown", input, output: input };
  await new SoapClient({ endpoint: url, transport }).call(operation, {});
}

async function signInRefused() {
  const wrong = { ...auth, password: "hidden-word" };
  await createRescueClient({ endpoint, auth: wrong, transport }).getAccount();
}

const failure = (promise) =>
  promise.then(
    () => "no error",
    ({ code, message }) => ({ code, message }),
  );

async function report() {
  return {
    process: typeof globalThis.process,
    soap12: await email("soap12"),
    soap11: await email("soap11"),
    post: await email("post"),
    get: await email("get"),
    authCode: await accountByAuthCode(),
    refused: await failure(signInRefused()),
    fault: await failure(unknownOperation(endpoint)),
    redirect: await failure(unknownOperation(redirect)),
    nowhere: await failure(unknownOperation(nowhere)),
  };
}

const seen = await report().catch((error) => ({ error: String(error) }));
await fetch("/report", { method: "POST", body: JSON.stringify(seen) });
