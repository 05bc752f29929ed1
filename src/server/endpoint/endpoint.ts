/** A service over HTTP: its bindings, its WSDL, its help pages, and pages beside it. */
import type { Server } from "node:http";
import { documentFor, isForDocument } from "../description/description.js";
import { operationPage, servicePage } from "../description/help-pages.js";
import type { HttpAnswer, HttpCall } from "../http-exchange.js";
import type { Service } from "../service.js";
import { answerForm } from "./form-endpoint.js";
import { type ListenOptions, listen } from "./http.js";
import { answerSoap } from "./soap-endpoint.js";

const HTML = "text/html; charset=utf-8";

/** @param path where the service is, `/API/API.asmx`; any letter case is taken, as IIS does */
export function serveAt(
  service: Service,
  path: string,
  options: Omit<ListenOptions, "takesCodings">,
): Promise<Server> {
  const base = path.toLowerCase();
  const folder = base.slice(0, base.lastIndexOf("/") + 1);
  const below = base.endsWith("/") ? base : `${base}/`;
  return listen({ ...options, takesCodings: service.profile.takesCodings }, async (call) => {
    if (call.method !== "GET" && call.method !== "POST") return status(405);
    const lower = call.path.toLowerCase();
    if (lower === base) {
      return call.method === "GET" ? describe(service, call) : answerSoap(service, call);
    }
    if (lower.startsWith(below)) return answerForm(service, call, call.path.slice(below.length));
    return lower.endsWith(".aspx") ? answerPage(service, call, lower, folder) : status(404);
  });
}

function status(code: number): HttpAnswer {
  return { status: code, type: HTML, body: "" };
}

function describe(service: Service, call: HttpCall): HttpAnswer {
  const { description } = service;
  if (isForDocument(call.query)) {
    const url = `http://${call.host}${call.path}`;
    const text = description && documentFor(description, call.query, url);
    return text === undefined
      ? status(404)
      : { status: 200, type: "text/xml; charset=utf-8", body: text };
  }
  const query = new URLSearchParams(call.query);
  const [, operation] = [...query].find(([key]) => key.toLowerCase() === "op") ?? [];
  const page =
    operation === undefined ? servicePage(service, call) : operationPage(service, operation, call);
  return { status: 200, type: HTML, body: page };
}

function answerPage(service: Service, call: HttpCall, path: string, folder: string): HttpAnswer {
  const name = path.startsWith(folder) ? path.slice(folder.length) : path;
  // A page looks for a parameter in the query, and then in the form.
  const form = new URLSearchParams(Buffer.from(call.body).toString());
  const parameters = new URLSearchParams([...form, ...new URLSearchParams(call.query)]);
  const text = service.page?.(name, parameters, call.cookies);
  // What an .aspx page gives when it says nothing of its type.
  return text === undefined ? status(404) : { status: 200, type: HTML, body: text };
}
