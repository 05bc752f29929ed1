/** What the test does in the browser; it reports to the server that the page comes from. */
import { createRescueClient } from "rescue-soap";
import { attachment, fetchTransport, SoapClient } from "rescue-soap/soap";

/** The service, an address that redirects to it, and one where nothing listens. */
const { endpoint, files, redirect, nowhere } = Object.fromEntries(
  new URLSearchParams(location.search),
);
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
  const operation = {
    generator: "test",
    name: "unknown",
    soapAction: "urn:x/unknown",
    input,
    output: input,
  };
  await new SoapClient({ endpoint: url, transport }).call(operation, {});
}

/** An operation of a contract that is served with MTOM, and gives back what it gets. */
async function attachments() {
  const binary = { builtin: "base64Binary", as: "Attachment" };
  const type = { namespace: "urn:files", sequence: [{ element: "file", type: binary }] };
  const message = (element) => ({ element, namespace: "urn:files", type });
  const [input, output] = [message("echo"), message("echoResponse")];
  const operation = {
    generator: "test",
    name: "echo",
    soapAction: "urn:files/echo",
    input,
    output,
  };
  const client = new SoapClient({ endpoint: files, mtom: true });
  const bytes = new Uint8Array(100_000).map((_, index) => index * 31);
  const sources = [bytes, new Blob([bytes]), new Blob([bytes]).stream()];
  const found = [];
  for (const source of sources) {
    const { file } = await client.call(operation, { file: attachment(source) });
    const back = await file.bytes();
    found.push(back.length === bytes.length && back.every((byte, at) => byte === bytes[at]));
  }
  return found;
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
    attachments: await attachments(),
    authCode: await accountByAuthCode(),
    refused: await failure(signInRefused()),
    fault: await failure(unknownOperation(endpoint)),
    redirect: await failure(unknownOperation(redirect)),
    nowhere: await failure(unknownOperation(nowhere)),
  };
}

const seen = await report().catch((error) => ({ error: String(error) }));
await fetch("/report", { method: "POST", body: JSON.stringify(seen) });
