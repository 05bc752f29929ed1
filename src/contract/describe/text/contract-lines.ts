/** A contract as lines of text for a person. */
import type {
  ContractDescription,
  PortDescription,
  ServiceDescription,
  TypeDescription,
} from "../description.js";
import { firstSentence } from "./first-sentence.js";
import { type Doc, type Line, layOut, STEP, span } from "./layout.js";
import { namedElement, namedType } from "./named-doc.js";
import { Names } from "./names.js";
import { operationDocs } from "./operation-doc.js";

export interface LinesOptions {
  /** In characters; a word that is longer stands out. */
  readonly width: number;
}

/** Header, prefixes, services with ports and operations, elements, types, notices. */
export function linesOf(
  description: ContractDescription,
  { width }: LinesOptions,
): readonly Line[] {
  const names = new Names(description.targetNamespace, hasUnqualified(description));
  const page = new Page(width);
  for (const service of description.services ?? []) serviceLines(service, names, page);
  const elements = Object.entries(description.elements ?? {});
  if (elements.length > 0) page.heading("Elements");
  for (const [name, element] of elements) {
    page.add(namedElement(name, element, names), 2);
    page.sentence(element.documentation, 6);
  }
  typeLines(Object.entries(description.types ?? {}), names, page);
  noticeLines(description.notices, page);
  return [...headLines(description, names, width), ...page.lines];
}

const MOST_NOTICES = 10;

function noticeLines(notices: readonly string[], page: Page): void {
  if (notices.length > 0) page.heading("Notices");
  for (const notice of notices.slice(0, MOST_NOTICES)) page.prose(notice, STEP);
  const more = notices.length - MOST_NOTICES;
  if (more > 0) page.prose(`… ${more} more`, STEP);
}

function hasUnqualified({ elements = {}, types = {} }: ContractDescription): boolean {
  return [...Object.keys(elements), ...Object.keys(types)].some((name) => name.startsWith("{}"));
}

class Page {
  readonly lines: Line[] = [];

  constructor(private readonly width: number) {}

  add(doc: Doc, indent: number): void {
    this.lines.push(...layOut(doc, this.width, indent));
  }

  blank(): void {
    this.lines.push([]);
  }

  heading(text: string): void {
    this.blank();
    this.add(span(text, "heading"), 0);
  }

  /** The first sentence of a documentation. */
  sentence(documentation: string | undefined, indent: number): void {
    if (documentation !== undefined) this.prose(firstSentence(documentation), indent);
  }

  /** Wrapped between words. */
  prose(text: string, indent: number): void {
    const items = text.split(/\s+/).map((word) => span(word, "note"));
    const words: Doc = { open: "", close: "", padding: "", items, separator: " ", fill: true };
    // What is wrapped stands further in than the line's beginning.
    this.add([span(" ".repeat(STEP)), words], indent - STEP);
  }
}

function headLines(
  { source, documentation }: ContractDescription,
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

function serviceLines(service: ServiceDescription, names: Names, page: Page): void {
  page.heading(`Service ${service.service}`);
  page.sentence(service.documentation, 4);
  const cells = service.ports.map((port) => portCells(port, names));
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lineOf = new Map(service.ports.map((port, row) => [port, portLine(cells[row], widths)]));
  for (const [first, ...others] of withSameOperations(service.ports)) {
    if (first === undefined) continue;
    page.blank();
    for (const port of [first, ...others]) page.add(lineOf.get(port) ?? [], 2);
    if (first.operations.length === 0) page.add(span("no operations", "note"), 4);
    for (const operation of first.operations) {
      const { signature, details } = operationDocs(operation, first, names);
      page.blank();
      page.add(signature, 4);
      page.sentence(operation.documentation, 8);
      for (const detail of details) page.add(detail, 8);
    }
  }
}

const PROTOCOLS: Readonly<Record<PortDescription["protocol"], string>> = {
  soap11: "SOAP 1.1",
  soap12: "SOAP 1.2",
  "http-get": "HTTP GET",
  "http-post": "HTTP POST",
};

function portCells(port: PortDescription, names: Names): readonly string[] {
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

/** Most services offer the same operations over several bindings. */
function withSameOperations(
  ports: readonly PortDescription[],
): readonly (readonly PortDescription[])[] {
  const groups = new Map<string, PortDescription[]>();
  for (const port of ports) {
    // A tool gives each binding messages of its own, which hold the same.
    const key = JSON.stringify(port.operations, (name, value) =>
      name === "message" ? undefined : value,
    );
    groups.set(key, [...(groups.get(key) ?? []), port]);
  }
  return [...groups.values()];
}

function typeLines(
  types: readonly (readonly [string, TypeDescription])[],
  names: Names,
  page: Page,
): void {
  if (types.length > 0) page.heading("Types");
  for (const [name, type] of types) {
    page.add(namedType(name, type, names), 2);
    page.sentence(type.documentation, 6);
  }
}
