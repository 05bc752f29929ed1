/**
 * The XSD test suite of the W3C: each group's schema in a document/literal WSDL whose parts are the roots of its valid
 * instances. An instance is decoded as the Body of a response, encoded as that of a request, and compared.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { MessageText } from "../../src/bytes/index.js";
import { encodeMessage } from "../../src/codec/index.js";
import {
  type ContractOperation,
  contractOperations,
  readContract,
} from "../../src/codegen/index.js";
import { readElement, type XmlElement, xmlElementText } from "../../src/xml/index.js";
import { readEnvelope } from "../../test/codec/read-envelope.js";
import { lossBetween } from "./compare-trees.js";
import { knownFailures } from "./known-failures.js";

/** A group of the suite: a schema and its instances. */
interface Group {
  readonly set: string;
  readonly name: string;
  /** Below `data`, as the paths of the instances. */
  readonly schema: readonly string[];
  readonly instances: readonly { readonly path: string; readonly valid: boolean }[];
}

/** An instance with the problem that it has. */
export interface Failure {
  readonly path: string;
  readonly problem: string;
}

/** The problems of the valid instances of a group. */
export async function failuresOf(data: string, group: Group): Promise<readonly Failure[]> {
  const paths = group.instances.filter(({ valid }) => valid).map(({ path }) => path);
  const failures: Failure[] = [];
  for (const path of paths) {
    const problem = await problemOf(data, group, path).catch((error: unknown) => String(error));
    if (problem !== undefined) failures.push({ path, problem });
  }
  return failures;
}

async function problemOf(data: string, group: Group, path: string): Promise<string | undefined> {
  const decoder = new MessageText(undefined);
  const bytes = readFileSync(join(data, path));
  const text = decoder.write(bytes) + decoder.end();
  const instance = readElement(text.replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>/, ""));
  const operation = await operationFor(data, group, instance);
  if (operation.output === undefined) throw new Error("The operation has no response.");
  const envelope = envelopeOf(xmlElementText(instance, ""));
  const { content, deviations } = readEnvelope(envelope, { output: operation.output });
  if (content.kind === "fault") return "it is read as a fault";
  if (deviations.length > 0) return `deviation: ${deviations[0]}`;
  const sent = encodeMessage(operation.input, content.value ?? {}, "request");
  return lossBetween(instance, readElement(sent));
}

/** The operation whose request and response are the element of the instance. */
async function operationFor(
  data: string,
  { schema }: Group,
  { name }: XmlElement,
): Promise<ContractOperation> {
  const targets = schema.map((path) => targetOf(join(data, path)));
  const bytes = new TextEncoder().encode(wsdl(name, schema, targets));
  const location = resolve(data, "suite.wsdl");
  const contract = await readContract({ location, bytes }, noDownload);
  const operation = contractOperations(contract).exchange;
  if (operation === undefined) throw new Error("The contract has no operation.");
  return operation;
}

function noDownload(url: string): never {
  throw new Error(`${url} is not in the suite.`);
}

function isXml11(text: string): boolean {
  return /^<\?xml[^>]*\sversion\s*=\s*["']1\.1["']/.test(text);
}

function targetOf(path: string): string {
  const decoder = new MessageText(undefined);
  const text = decoder.write(readFileSync(path)) + decoder.end();
  return (
    /<(?:\w+:)?schema\b[^>]*?\stargetNamespace\s*=\s*["']\s*([^"']*?)\s*["']/.exec(text)?.[1] ?? ""
  );
}

function wsdl(
  { namespace, local }: XmlElement["name"],
  paths: readonly string[],
  targets: readonly string[],
): string {
  const imports = paths.map((path, index) => {
    const target = targets[index] ?? "";
    return `<xs:import${target === "" ? "" : ` namespace="${target}"`} schemaLocation="${path.replaceAll(" ", "%20")}"/>`;
  });
  const element = namespace === "" ? local : `e:${local}`;
  return `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:suite"${namespace === "" ? "" : ` xmlns:e="${namespace}"`} targetNamespace="urn:suite">
<w:types><xs:schema targetNamespace="urn:suite">${imports.join("")}</xs:schema></w:types>
<w:message name="m"><w:part name="p" element="${element}"/></w:message>
<w:portType name="t"><w:operation name="exchange"><w:input message="d:m"/><w:output message="d:m"/></w:operation></w:portType>
<w:binding name="b" type="d:t"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="exchange"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
<w:service name="s"><w:port name="p" binding="d:b"><s:address location="http://127.0.0.1/"/></w:port></w:service>
</w:definitions>`;
}

const ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

function envelopeOf(body: string): string {
  return `<soap:Envelope xmlns:soap="${ENVELOPE}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** @returns the number of groups with an unexpected result */
export async function runXsts(folder: string, log: (line: string) => void): Promise<number> {
  const groups: readonly Group[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const known = knownFailures("xsts");
  let instances = 0;
  let failed = 0;
  let unexpected = 0;
  for (const group of groups) {
    const failures = await failuresOf(join(folder, "data"), group);
    const problems = new Map(failures.map(({ path, problem }) => [path, problem]));
    for (const { path, valid } of group.instances) {
      // XML 1.1 is not supported.
      if (!valid || isXml11(readFileSync(join(folder, "data", path), "latin1"))) continue;
      instances += 1;
      const problem = problems.get(path);
      if (problem !== undefined) failed += 1;
      const reason = known[path];
      if ((problem === undefined) === (reason === undefined)) continue;
      unexpected += 1;
      log(`${path}: ${problem ?? `right, but known to fail: ${reason}`}`);
    }
  }
  log(
    `${instances} instances: ${instances - failed} right, ${failed} wrong, ${unexpected} unexpected`,
  );
  return unexpected;
}
