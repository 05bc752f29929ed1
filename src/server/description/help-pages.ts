/** The pages for browsers: the service with its operations, and each operation with samples. */
import { escapeAttribute, escapeText } from "../../xml/index.js";
import type { ServiceDefinition } from "../service-definition.js";
import { htmlPage } from "./html.js";
import { formSample, type Place, soapSample } from "./samples.js";

export function servicePage(service: ServiceDefinition, place: Place): string {
  const { name, operations, description } = service;
  const items = Object.entries(operations).map(([key, operation]) => {
    const text = documentation(service, operation.name);
    const link = `<a href="${escapeAttribute(`${place.path}?op=${encodeURIComponent(key)}`)}">${escapeText(key)}</a>`;
    return `<li>${link}${text === undefined ? "" : `<br>${escapeText(text)}`}</li>`;
  });
  const wsdl =
    description === undefined
      ? ""
      : ` For a formal definition, please review the <a href="${escapeAttribute(place.path)}?WSDL">Service Description</a>.`;
  return htmlPage(
    `${name} Web Service`,
    `<p class="heading1">${escapeText(name)}</p>
<p>The following operations are supported.${wsdl}</p>
<ul>
${items.join("\n")}
</ul>`,
  );
}

/** The page of an operation; if there is no such operation, the page states that. */
export function operationPage(service: ServiceDefinition, key: string, place: Place): string {
  const operation = Object.hasOwn(service.operations, key) ? service.operations[key] : undefined;
  const title = `${service.name} Web Service`;
  const back = `<p>Click <a href="${escapeAttribute(place.path)}">here</a> for a complete list of operations.</p>`;
  if (operation === undefined) {
    return htmlPage(title, `${back}\n<p>There is no operation ${escapeText(key)}.</p>`);
  }
  const form = (protocol: string) =>
    service.forms.find((each) => each.key === key && each.protocol === protocol);
  const [get, post] = [form("http-get"), form("http-post")];
  const sections = [
    ...service.versions.map((version) =>
      section(
        version === "soap11" ? "SOAP 1.1" : "SOAP 1.2",
        soapSample(version, operation, place),
      ),
    ),
    ...(get === undefined ? [] : [section("HTTP GET", formSample(get, place))]),
    ...(post === undefined ? [] : [section("HTTP POST", formSample(post, place))]),
  ];
  const test =
    post === undefined
      ? "The test form is only available for methods with primitive types or arrays of primitive types as parameters."
      : "The test form is only available for requests from the local machine.";
  return htmlPage(
    title,
    `${back}
<h2>${escapeText(key)}</h2>
<p>${escapeText(documentation(service, operation.name) ?? "")}</p>
<h3>Test</h3>
<p>${test}</p>
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

function documentation({ description }: ServiceDefinition, name: string): string | undefined {
  return description?.contract.services
    .flatMap(({ ports }) => ports)
    .flatMap(({ operations }) => operations)
    .findLast((operation) => operation.name === name && operation.documentation !== undefined)
    ?.documentation;
}
