/** The page at `/`: the endpoints of a server. */
import { escapeAttribute, escapeText } from "../../xml/index.js";
import type { ServiceDefinition } from "../service-definition.js";
import { htmlPage } from "./html.js";

const BINDINGS = { soap11: "SOAP 1.1", soap12: "SOAP 1.2" } as const;

export function indexPage({
  name,
  path,
  versions,
  forms,
  description,
  pages,
}: ServiceDefinition): string {
  const bindings: string[] = versions.map((version) => BINDINGS[version]);
  if (forms.some(({ protocol }) => protocol === "http-get")) bindings.push("HTTP GET");
  if (forms.some(({ protocol }) => protocol === "http-post")) bindings.push("HTTP POST");
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const endpoints = [
    [path, `${bindings.join(", ")}; in a browser the help pages of its operations`],
    ...(description === undefined ? [] : [[`${path}?wsdl`, "the WSDL"]]),
    ...(pages?.names ?? []).map((page) => [folder + page, "a plain-text page"]),
  ];
  const items = endpoints.map(
    ([href = "", what = ""]) =>
      `<li><a href="${escapeAttribute(href)}">${escapeText(href)}</a>: ${what}</li>`,
  );
  return htmlPage(
    name,
    `<p class="heading1">${escapeText(name)}</p>
<p>This server has the following endpoints.</p>
<ul>
${items.join("\n")}
</ul>`,
  );
}
