/** A contract as lines of text for people. */
import { operationsOf } from "../../json/content.js";
import type { ContractJson, PortJson, ServiceJson } from "../../json/model.js";
import type { Part } from "../describe.js";
import { type Listed, withoutWrappers } from "../wrapper.js";
import { type Doc, type Line, STEP, span } from "./layout.js";
import { namedElement, namedType } from "./named-doc.js";
import { Names } from "./names.js";
import { type OperationContext, type OperationDocs, operationDocs } from "./operation-doc.js";
import { Page } from "./page.js";
import type { TextContext } from "./type-doc.js";

export interface LinesOptions {
  /** In characters; a longer word is not broken. */
  readonly width: number;
  /** Only one part of the description; both by default. */
  readonly only?: Part | undefined;
}

/** Source, prefixes, services with ports and operations, elements, types, warnings. */
export function linesOf(contract: ContractJson, { width, only }: LinesOptions): readonly Line[] {
  const listed = only === "services" ? { elements: {}, types: {} } : withoutWrappers(contract);
  const names = new Names(contract.targetNamespace, hasUnqualified(listed));
  const context = { names, elements: contract.elements };
  const page = new Page(width);
  if (only !== "types") {
    for (const service of contract.services) addService(service, contract, context, page);
  }
  addElements(listed, context, page);
  addTypes(listed, context, page);
  addWarnings(contract.warnings ?? [], page);
  return [...headLines(contract, names, width), ...page.lines];
}

function addElements({ elements }: Listed, context: TextContext, page: Page): void {
  const entries = Object.entries(elements);
  if (entries.length > 0) page.heading("Elements");
  for (const [name, element] of entries) {
    page.add(namedElement(name, element, context), 2);
    page.sentence(element.documentation, 6);
  }
}

function addTypes({ types }: Listed, context: TextContext, page: Page): void {
  const entries = Object.entries(types);
  if (entries.length > 0) page.heading("Types");
  for (const [name, type] of entries) {
    page.add(namedType(name, type, context), 2);
    page.sentence(type.documentation, 6);
  }
}

const MOST_WARNINGS = 10;

function addWarnings(warnings: readonly string[], page: Page): void {
  if (warnings.length > 0) page.heading("Warnings");
  for (const warning of warnings.slice(0, MOST_WARNINGS)) page.prose(warning, STEP);
  const more = warnings.length - MOST_WARNINGS;
  if (more > 0) page.prose(`… ${more} more`, STEP);
}

function hasUnqualified({ elements, types }: Listed): boolean {
  return [...Object.keys(elements), ...Object.keys(types)].some((name) => name.startsWith("{}"));
}

function headLines(
  { source = "", documentation }: ContractJson,
  names: Names,
  width: number,
): readonly Line[] {
  const page = new Page(width);
  page.add(span(source, "heading"), 0);
  page.sentence(documentation, 4);
  const { prefixes } = names;
  if (prefixes.length > 0) page.heading("Prefixes");
  const longest = Math.max(0, ...prefixes.map(({ prefix }) => prefix.length));
  for (const { prefix, namespace } of prefixes) {
    const isLeftOut = prefix === "tns" && names.leavesOutTarget;
    page.add(
      [
        span(prefix.padEnd(longest), "name"),
        span(`  ${namespace}`),
        span(isLeftOut ? "  left out below" : "", "note"),
      ],
      2,
    );
  }
  return page.lines;
}

function addService(
  service: ServiceJson,
  contract: ContractJson,
  context: TextContext,
  page: Page,
): void {
  page.heading(`Service ${service.service}`);
  page.sentence(service.documentation, 4);
  const cells = service.ports.map((port) => portCells(port, context.names));
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = new Map(service.ports.map((port, row) => [port, portLine(cells[row], widths)]));
  for (const { ports, operations } of withSameText(service, { ...context, contract })) {
    page.blank();
    for (const port of ports) page.add(lineOf.get(port) ?? [], 2);
    if (operations.length === 0) page.add(span("no operations", "note"), 4);
    for (const { signature, documentation, details } of operations) {
      page.blank();
      page.add(signature, 4);
      page.sentence(documentation, 8);
      for (const detail of details) page.add(detail, 8);
    }
  }
}

/** Ports whose operations are shown once. */
interface PortGroup {
  readonly ports: PortJson[];
  readonly operations: readonly OperationDocs[];
}

/** Most services offer the same operations over several bindings. */
function withSameText(
  service: ServiceJson,
  context: Omit<OperationContext, "port">,
): readonly PortGroup[] {
  const groups = new Map<string, PortGroup>();
  for (const port of service.ports) {
    const operations = operationsOf(service, port).map((operation) =>
      operationDocs(operation, { ...context, port }),
    );
    const text = JSON.stringify(operations);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { ports: [port], operations });
    else group.ports.push(port);
  }
  return [...groups.values()];
}

const PROTOCOLS: Readonly<Record<PortJson["protocol"], string>> = {
  soap11: "SOAP 1.1",
  soap12: "SOAP 1.2",
  "http-get": "HTTP GET",
  "http-post": "HTTP POST",
};

function portCells(port: PortJson, names: Names): readonly string[] {
  const address = port.address === "" ? "no address" : port.address;
  return [port.port, PROTOCOLS[port.protocol], address, `binding ${names.short(port.binding)}`];
}

function portLine(cells: readonly string[] = [], widths: readonly number[]): Doc {
  const [name = "", protocol = "", address = "", binding = ""] = cells;
  const padded = (text: string, column: number) => text.padEnd(widths[column] ?? 0);
  const items = [
    [span("port ", "mark"), span(padded(name, 0), "name")],
    span(padded(protocol, 1)),
    span(padded(address, 2)),
    span(binding, "note"),
  ];
  return { open: "", close: "", padding: "", items, separator: "  ", fill: true };
}
