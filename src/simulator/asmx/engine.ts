/** An ASMX service over HTTP on loopback: its bindings, its WSDL, its help pages, and pages beside it. */
import type { Server } from "node:http";
import { escapeAttribute } from "../../soap/xml/chars.js";
import { answerForm } from "./form-endpoint.js";
import { operationPage, servicePage } from "./help-pages.js";
import { type HttpAnswer, type HttpCall, type ListenOptions, listen } from "./http.js";
import { isSoap12Type } from "./read-envelope.js";
import type { AsmxService } from "./service.js";
import { answerSoap } from "./soap-endpoint.js";

const HTML = "text/html; charset=utf-8";

/** @param path where the service is, `/API/API.asmx`; any letter case is taken, as IIS does */
export function serveAsmx(
  service: AsmxService,
  path: string,
  options: ListenOptions,
): Promise<Server> {
  const asmx = path.toLowerCase();
  const folder = asmx.slice(0, asmx.lastIndexOf("/") + 1);
  return listen(options, (call) => {
    if (call.method !== "GET" && call.method !== "POST") return status(405);
    const lower = call.path.toLowerCase();
    if (lower === asmx)
      return call.method === "GET" ? describe(service, call) : post(service, call);
    if (lower.startsWith(`${asmx}/`)) {
      return answerForm(service, call, call.path.slice(asmx.length + 1));
    }
    if (lower.endsWith(".aspx")) return answerPage(service, call, lower, folder);
    return status(404);
  });
}

function status(code: number): HttpAnswer {
  return { status: code, type: HTML, body: "" };
}

function post(service: AsmxService, call: HttpCall): HttpAnswer {
  const type = call.headers["content-type"] ?? "";
  const isXml = /^\s*text\/xml\b/i.test(type) || isSoap12Type(type);
  return isXml ? answerSoap(service, call) : status(415);
}

function describe(service: AsmxService, call: HttpCall): HttpAnswer {
  const query = new URLSearchParams(call.query);
  const isWsdl = [...query.keys()].some((key) => key.toLowerCase() === "wsdl");
  if (isWsdl) return { status: 200, type: "text/xml; charset=utf-8", body: wsdlFor(service, call) };
  const [, operation] = [...query].find(([key]) => key.toLowerCase() === "op") ?? [];
  const page =
    operation === undefined ? servicePage(service, call) : operationPage(service, operation, call);
  return { status: 200, type: HTML, body: page };
}

/** The address in it is the one that was asked. */
function wsdlFor(service: AsmxService, { host, path }: HttpCall): string {
  const address = escapeAttribute(`http://${host}${path}`);
  return service.wsdl.replace(
    /(<[\w.-]+:address\s+location=")[^"]*(")/g,
    (_, before: string, after: string) => before + address + after,
  );
}

function answerPage(
  service: AsmxService,
  call: HttpCall,
  path: string,
  folder: string,
): HttpAnswer {
  const name = path.startsWith(folder) ? path.slice(folder.length) : path;
  // A page looks for a parameter in the query, and then in the form.
  const form = new URLSearchParams(Buffer.from(call.body).toString());
  const parameters = new URLSearchParams([...form, ...new URLSearchParams(call.query)]);
  const text = service.page(name, parameters, call.cookies);
  // What an .aspx page gives when it says nothing of its type.
  return text === undefined ? status(404) : { status: 200, type: HTML, body: text };
}
