/** The pages that a browser gets: the service with its operations, and each operation with samples. */
import { escapeAttribute, escapeText } from "../../soap/xml/chars.js";
import { hasForm, resultElement } from "./http-binding.js";
import { formSample, type Place, soapSample } from "./samples.js";
import type { AsmxService } from "./service.js";

export function servicePage({ contract, operations }: AsmxService, place: Place): string {
  const name = contract.services[0]?.name ?? "";
  const documents = documentation(contract);
  const items = Object.keys(operations).map((operation) => {
    const text = documents.get(operation);
    const link = `<a href="${escapeAttribute(`${place.path}?op=${operation}`)}">${escapeText(operation)}</a>`;
    return `<li>${link}${text === undefined ? "" : `<br>${escapeText(text)}`}</li>`;
  });
  return htmlPage(
    `${name} Web Service`,
    `<p class="heading1">${escapeText(name)}</p>
<p>The following operations are supported. For a formal definition, please review the <a href="${escapeAttribute(place.path)}?WSDL">Service Description</a>.</p>
<ul>
${items.join("\n")}
</ul>`,
  );
}

/** The page of an operation; where there is none of that name, the page says so. */
export function operationPage(service: AsmxService, name: string, place: Place): string {
  const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
  const title = `${service.contract.services[0]?.name ?? ""} Web Service`;
  const back = `<p>Click <a href="${escapeAttribute(place.path)}">here</a> for a complete list of operations.</p>`;
  if (operation === undefined) {
    return htmlPage(title, `${back}\n<p>There is no operation ${escapeText(name)}.</p>`);
  }
  const element = resultElement(service.contract, name);
  const sections = [
    section("SOAP 1.1", soapSample("soap11", operation, place)),
    section("SOAP 1.2", soapSample("soap12", operation, place)),
    ...(hasForm(service, name, "http-get")
      ? [section("HTTP GET", formSample("GET", operation, element, place))]
      : []),
    ...(hasForm(service, name, "http-post")
      ? [section("HTTP POST", formSample("POST", operation, element, place))]
      : []),
  ];
  const text = documentation(service.contract).get(name) ?? "";
  return htmlPage(
    title,
    `${back}
<h2>${escapeText(name)}</h2>
<p>${escapeText(text)}</p>
<h3>Test</h3>
<p>${
      hasForm(service, name, "http-post")
        ? "The test form is only available for requests from the local machine."
        : "The test form is only available for methods with primitive types or arrays of primitive types as parameters."
    }</p>
${sections.join("\n")}`,
  );
}

function section(binding: string, samples: readonly string[]): string {
  const parts = samples.map((sample) => {
    const html = escapeText(sample)
      .replaceAll("\u0001", '<font class="value">')
      .replaceAll("\u0002", "</font>");
    return `<pre>${html}</pre>`;
  });
  return `<h3>${binding}</h3>
<p>The following is a sample ${binding} request and response. The <font class="value">placeholders</font> shown need to be replaced with actual values.</p>
${parts.join("\n")}`;
}

function documentation(contract: AsmxService["contract"]): ReadonlyMap<string, string | undefined> {
  const operations = contract.services.flatMap(({ ports }) =>
    ports.flatMap((port) => port.operations),
  );
  return new Map(operations.map(({ name, documentation }) => [name, documentation]));
}

function htmlPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html>
<head>
<title>${escapeText(title)}</title>
<style>
body { font-family: Verdana, sans-serif; font-size: 80%; margin: 2em; }
.heading1 { background: #036; color: #fff; font-size: 200%; margin: 0; padding: 0.5em; }
pre { background: #e5e5cc; border: 1px solid #f0f0e0; padding: 1em; white-space: pre-wrap; }
.value { color: #00f; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
