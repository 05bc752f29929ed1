/** A call of a plain-text page: a form with parameters is sent, and the response is a word or `OK` with out parameters. */

import {
  callSecrets,
  DEFAULT_MAX_RESPONSE_BYTES,
  type Exchange,
  requestHeaders,
  sendRequest,
} from "../../client/index.js";
import { addExcerpt, HttpError } from "../../errors/index.js";
import {
  type ExchangeSecrets,
  type HttpRequest,
  type HttpResponse,
  redirectHint,
  retryAfter,
  type Transport,
} from "../../http/index.js";
import { assertNoEnvelopeParts, type Call, readText } from "../../protocol/index.js";
import type { SentSecrets } from "../../redaction/index.js";
import { pageOf } from "../facts/text-pages/pages.js";
import { textParameters } from "./text-parameters.js";
import { pageExcerpt, textOutcome } from "./text-response.js";

export interface TextExchangeOptions {
  /** The URL of API.asmx. The pages are in the same folder. */
  readonly endpoint: string;
  readonly method: HttpRequest["method"];
  readonly transport: Transport;
  readonly maxResponseBytes: number | undefined;
  /** The secrets of the client. */
  readonly known: SentSecrets;
}

/** The innermost step of a call over the text pages. */
export function textExchange(options: TextExchangeOptions): Pick<Exchange, "check" | "send"> {
  const { endpoint, method, transport, known } = options;
  const { maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES } = options;
  return {
    check: (call) => call.encoded?.keep(call, String(textParameters(call))),
    send: (call) => {
      assertNoEnvelopeParts(call, "a text page");
      const { operation, request } = call;
      const page = new URL(pageOf(operation.name), endpoint).href;
      const form = call.encoded?.get(call) ?? String(textParameters(call));
      const content = pageRequest(page, method, form);
      const sent = { ...content, headers: requestHeaders(content.headers, call) };
      const secrets = callSecrets(call, known);
      secrets.addRequest(sent);
      // The address of a page lacks the query of the endpoint.
      secrets.addRequest({ url: endpoint, headers: {} });
      return sendRequest(call, { request: sent, transport, secrets }, async (response) => {
        const text = await readText(response, maxResponseBytes, (error, start) => {
          if (response.status !== 200) return httpError(call, response, start, secrets);
          addExcerpt(error, pageExcerpt(start, secrets));
          return error;
        });
        if (response.status !== 200) throw httpError(call, response, text, secrets);
        return { value: textOutcome(operation, request, text, secrets) };
      });
    },
  };
}

type PageRequest = Pick<HttpRequest, "url" | "method" | "headers" | "body">;

function pageRequest(page: string, method: HttpRequest["method"], parameters: string): PageRequest {
  if (method === "POST") {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return { url: page, method, headers, body: parameters };
  }
  return { url: parameters === "" ? page : `${page}?${parameters}`, method, headers: {} };
}

/** The message contains the name of the page without its parameters, because they contain secrets. */
function httpError(
  call: Call,
  response: HttpResponse,
  text: string,
  secrets: ExchangeSecrets,
): HttpError {
  const { status } = response;
  const redirect = redirectHint(response);
  return new HttpError(
    `${pageOf(call.operation.name)} returned HTTP status ${status}: ${redirect ?? hint(status)}.`,
    status,
    pageExcerpt(text, secrets),
    retryAfter(response),
  );
}

function hint(status: number): string {
  if (status >= 500) return "the service failed or is not available; try again later";
  return "check the endpoint, and whether a proxy or gateway requires authentication";
}
