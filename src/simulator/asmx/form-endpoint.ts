/** The HTTP GET and POST bindings (WSDL 1.1 §4): `API.asmx/login?sEmail=…`, urlencoded in and XML out. */
import { messageElements, resolveType } from "../../soap/schema.js";
import { escapeText } from "../../soap/xml/chars.js";
import { RequestFault } from "./fault.js";
import type { HttpAnswer, HttpCall } from "./http.js";
import { hasForm, resultElement } from "./http-binding.js";
import { readSimple } from "./read-values.js";
import type { AsmxService, Method, Values } from "./service.js";

const TEXT = "text/plain; charset=utf-8";
const FORM = /^\s*application\/x-www-form-urlencoded\b/i;

/** @param method as the path has it; exact letters count, as in .NET */
export function answerForm(service: AsmxService, call: HttpCall, method: string): HttpAnswer {
  const protocol = call.method === "GET" ? "http-get" : "http-post";
  const operation = hasForm(service, method, protocol) ? service.operations[method] : undefined;
  if (operation === undefined) {
    return { status: 500, type: TEXT, body: `${method} Web Service method name is not valid.\r\n` };
  }
  try {
    const type = call.headers["content-type"] ?? "";
    if (call.method === "POST" && call.body.length > 0 && !FORM.test(type)) {
      throw new RequestFault("Client", `Request format is invalid: ${type}.`);
    }
    const form = new URLSearchParams(
      call.method === "GET" ? call.query : Buffer.from(call.body).toString(),
    );
    const parameters = readForm(operation, form);
    const values = service.invoke({ operation: method, parameters, cookies: call.cookies });
    return {
      status: 200,
      type: "text/xml; charset=utf-8",
      body: resultDocument(service, operation, values),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 500, type: TEXT, body: `${message}\r\n` };
  }
}

function readForm({ input }: Method, form: URLSearchParams): Values {
  const given = new Map([...form].map(([name, text]) => [name.toLowerCase(), text]));
  const entries = messageElements(input).map((member) => {
    const name = member.element;
    const text = given.get(name.toLowerCase());
    if (text === undefined) throw new RequestFault("Client", `Missing parameter: ${name}.`);
    const type = resolveType(member.type);
    const simple = typeof type === "string" || "enumeration" in type;
    if (!simple) throw new RequestFault("Client", `Cannot convert ${name}.`);
    try {
      return [name, readSimple(type, text, name)] as const;
    } catch {
      const kind = typeof type === "string" ? TYPE_NAMES[type] : undefined;
      const target = `System.${kind ?? "String"}`;
      throw new RequestFault(
        "Client",
        `Cannot convert ${text} to ${target}.\r\nParameter name: type`,
      );
    }
  });
  return Object.fromEntries(entries);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  int: "Int32",
  boolean: "Boolean",
  dateTime: "DateTime",
};

/** The result by itself, in an element called as its type. */
function resultDocument(
  { contract }: AsmxService,
  { name, output }: Method,
  values: Values,
): string {
  const element = resultElement(contract, name);
  const [result] = messageElements(output);
  const text = escapeText(String(values[result?.element ?? ""] ?? ""));
  return `<?xml version="1.0" encoding="utf-8"?>\r\n<${element} xmlns="${output.namespace}">${text}</${element}>`;
}
