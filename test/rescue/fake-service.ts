/** A service in memory: a transport that returns SOAP responses with given results. */
import type { HttpRequest, Transport } from "../../src/index.js";

export interface FakeCall {
  readonly operation: string;
  readonly body: string;
  readonly request: HttpRequest;
}

/** The result in the response, or the result and the XML of the out parameters. */
type Result = string | { readonly result: string; readonly outs: string };

export interface FakeService {
  readonly transport: Transport;
  readonly calls: FakeCall[];
  /** The names of the operations called so far. */
  readonly names: () => string[];
}

const ns = "https://secure.logmeinrescue.com/API/API.asmx";

/** @param resultOf is called when a request arrives; `undefined` is OK */
export function fakeService(
  resultOf: (call: FakeCall) => Result | undefined | Promise<Result | undefined>,
): FakeService {
  const calls: FakeCall[] = [];
  const transport: Transport = async (request) => {
    const body = String(request.body);
    const operation = /<soap:Body><(\w+)/.exec(body)?.[1] ?? "";
    const call = { operation, body, request };
    calls.push(call);
    const given = (await resultOf(call)) ?? `${operation}_OK`;
    const { result, outs } = typeof given === "string" ? { result: given, outs: "" } : given;
    return textResponse(
      `<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><${operation}Response xmlns="${ns}"><${operation}Result>${result}</${operation}Result>${outs}</${operation}Response></soap:Body></soap:Envelope>`,
      "application/soap+xml; charset=utf-8",
    );
  };
  return { transport, calls, names: () => calls.map(({ operation }) => operation) };
}

/** The result of generateEmailText. */
export const EMAIL = {
  result: "generateEmailText_OK",
  outs: "<sSubject>S</sSubject><sText>T</sText><sLink>L</sLink><sSignature>G</sSignature>",
};

export function textResponse(body: string, type = "text/html; charset=utf-8", status = 200) {
  return {
    status,
    headers: {
      get: (name: string) => (name === "content-type" ? type : undefined),
      setCookie: [],
    },
    body: (async function* () {
      yield new TextEncoder().encode(body);
    })(),
  };
}

/** A transport that returns text pages, and its requests. */
export function fakePages(pageText: (page: string, parameters: URLSearchParams) => string) {
  const requests: HttpRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const url = new URL(request.url);
    const parameters =
      request.method === "GET" ? url.searchParams : new URLSearchParams(String(request.body));
    return textResponse(pageText(url.pathname, parameters));
  };
  return { transport, requests };
}
