/** The endpoints of a service: its bindings, its WSDL, its help pages, the pages beside it, and an index of them all. */
import { documentFor, isForDocument } from "../description/description.js";
import { operationPage, servicePage } from "../description/help-pages.js";
import { indexPage } from "../description/index-page.js";
import type { HttpCall, HttpReply } from "../http-exchange.js";
import type { ServiceDefinition } from "../service-definition.js";
import { respondToForm } from "./form-endpoint.js";
import { respondToPage } from "./page-endpoint.js";
import { respondToSoap } from "./soap-endpoint.js";

const HTML = "text/html; charset=utf-8";
const NOT_FOUND: HttpReply = { status: 404, type: HTML, body: "" };

/** Responds to a request by its path, in any letter case. */
export async function respond(service: ServiceDefinition, call: HttpCall): Promise<HttpReply> {
  const base = service.path.toLowerCase();
  const path = call.path.toLowerCase();
  if (path === base) {
    return call.method === "GET" ? describe(service, call) : respondToSoap(service, call);
  }
  const below = base.endsWith("/") ? base : `${base}/`;
  if (path.startsWith(below)) return respondToForm(service, call, call.path.slice(below.length));
  if (path.endsWith(".aspx")) return (await respondToPage(service, call, path)) ?? NOT_FOUND;
  return path === "/" && call.method === "GET" ? html(indexPage(service)) : NOT_FOUND;
}

function html(body: string): HttpReply {
  return { status: 200, type: HTML, body };
}

function describe(service: ServiceDefinition, call: HttpCall): HttpReply {
  const { description } = service;
  if (isForDocument(call.query)) {
    const url = `${call.origin}${call.path}`;
    const text = description && documentFor(description, call.query, url);
    return text === undefined
      ? NOT_FOUND
      : { status: 200, type: "text/xml; charset=utf-8", body: text };
  }
  const query = new URLSearchParams(call.query);
  const [, operation] = [...query].find(([key]) => key.toLowerCase() === "op") ?? [];
  return html(
    operation === undefined ? servicePage(service, call) : operationPage(service, operation, call),
  );
}
