/** A call of a plain-text page: parameters go out; a word, or OK and what belongs to it, comes back. */

import { DEFAULT_MAX_RESPONSE_BYTES, withDeadline } from "../../client/index.js";
import { encodeMessage } from "../../codec/index.js";
import { HttpError } from "../../errors/index.js";
import { type HttpRequest, redirectHint, type Transport } from "../../http/index.js";
import { type Call, type Next, readText, refuseEnvelopeParts } from "../../protocol/index.js";
import { withoutSecrets } from "../../redaction/index.js";
import { messageElements } from "../../schema/index.js";
import { UnsupportedProtocolError } from "../errors.js";
import { pageExcerpt, textOutcome } from "./text-answer.js";
import { pageOf, parameterOf, parameterValue, whyNoPage } from "./text-pages.js";

export interface TextExchangeOptions {
  /** The URL of API.asmx; the pages lie beside it. */
  readonly endpoint: string;
  readonly method: HttpRequest["method"];
  readonly transport: Transport;
  /** The longest answer that is read, in bytes; default 256 MiB, as over SOAP. */
  readonly maxResponseBytes: number | undefined;
}

/** The innermost layer of a call to a text page. */
export function textExchange(options: TextExchangeOptions): Next {
  const { endpoint, method, transport, maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES } = options;
  return (call) => {
    const page = new URL(pageOf(call.operation.name), endpoint).href;
    refuseEnvelopeParts(call, "a text page");
    const parameters = String(textParameters(call));
    return withDeadline(call.operation.name, call.timeout, call.signal, async (signal) => {
      const response = await transport({
        ...pageRequest(page, method, parameters),
        headers: { ...(method === "POST" && FORM), ...call.headers },
        signal,
      });
      const text = await readText(response, maxResponseBytes);
      if (response.status !== 200) {
        const hide = (shown: string) => withoutSecrets(shown, call);
        throw httpError(page, response.status, hide(text), hide(redirectHint(response) ?? ""));
      }
      const value = textOutcome(call.operation, call.request, text);
      return { value, status: response.status, headers: response.headers };
    });
  };
}

function pageRequest(
  page: string,
  method: HttpRequest["method"],
  parameters: string,
): Pick<HttpRequest, "url" | "method" | "body"> {
  if (method === "POST") return { url: page, method, body: parameters };
  return { url: parameters === "" ? page : `${page}?${parameters}`, method };
}

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

/**
 * The parameters of a call.
 *
 * @throws EncodeError where the request doesn't fit the operation, in the same words as over SOAP
 * @throws UnsupportedProtocolError where the pages are not known to have the operation, or a member of the request
 */
export function textParameters({ operation, request }: Call): URLSearchParams {
  const { name } = operation;
  const reason = whyNoPage(name);
  if (reason !== undefined) {
    throw new UnsupportedProtocolError(
      `${name} can't be called over the text pages, since it ${reason}; use the protocol soap12.`,
    );
  }
  encodeMessage(operation.input, request);
  const parameters = new URLSearchParams();
  for (const { element } of messageElements(operation.input)) {
    const value = request[element];
    if (value === undefined || value === null) continue;
    const parameter = parameterOf(name, element);
    if (parameter === undefined) {
      throw new UnsupportedProtocolError(
        `${name}/${element} has no known parameter on the text pages; use the protocol soap12.`,
      );
    }
    parameters.append(parameter, parameterValue(element, value));
  }
  return parameters;
}

/** The page is named without its parameters, which hold secrets. */
function httpError(page: string, status: number, text: string, redirect: string): HttpError {
  const name = page.slice(page.lastIndexOf("/") + 1);
  return new HttpError(
    `The server answered ${name} with status ${status}: ${redirect || hint(status)}.`,
    status,
    pageExcerpt(text),
  );
}

function hint(status: number): string {
  if (status >= 500) return "the service failed or is not available, try again later";
  return "check the endpoint and whether it can be reached without further credentials";
}
