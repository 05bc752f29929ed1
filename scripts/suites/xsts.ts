/**
 * The XSD test suite of the W3C: each group's schema in a document/literal WSDL whose part is the root of a valid instance.
 * The instance is decoded, encoded again, and compared.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { MessageText } from "../../src/bytes/index.js";
import { readContract } from "../../src/codegen/index.js";
import { readElement, type XmlElement, xmlElementText } from "../../src/xml/index.js";
import { runMessage } from "../../test/codec/wrapped-schema.js";
import { messageOf, schema as schemaText, wsdl } from "../../test/wsdl/wsdl-text.js";
import { lossBetween } from "./compare-trees.js";
import { knownFailures } from "./known-failures.js";

/** A group of the suite: a schema and its instances. */
interface Group {
  /** Below `data`, as the paths of the instances. */
  readonly schema: readonly string[];
  readonly instances: readonly { readonly path: string; readonly valid: boolean }[];
}

/** @returns the number of instances with an unexpected result */
export async function runXsts(folder: string, log: (line: string) => void): Promise<number> {
  const groups: readonly Group[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const data = resolve(folder, "data");
  const known = knownFailures("xsts");
  let instances = 0;
  let failed = 0;
  let unexpected = 0;
  for (const { schema, instances: all } of groups) {
    const messages = new GroupMessages(data, schema);
    for (const { path, valid } of all) {
      const text = textOf(join(data, path));
      if (!valid || isXml11(text)) continue;
      instances += 1;
      const problem = await problemOf(text, messages).catch((error: unknown) => String(error));
      if (problem !== undefined) failed += 1;
      const reason = known[path];
      if ((problem === undefined) === (reason === undefined)) continue;
      unexpected += 1;
      log(`${path}: ${problem ?? `right, but known to fail: ${reason}`}`);
    }
  }
  const right = instances - failed;
  log(`${instances} instances: ${right} right, ${failed} wrong, ${unexpected} unexpected`);
  return unexpected;
}

async function problemOf(text: string, messages: GroupMessages): Promise<string | undefined> {
  const instance = readElement(text.replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?\s*>/, ""));
  const { roundTrip } = await messages.of(instance.name);
  const { deviations, written } = roundTrip(xmlElementText(instance, ""));
  const [deviation] = deviations;
  return deviation === undefined
    ? lossBetween(instance, readElement(written))
    : `deviation: ${deviation}`;
}

type RunMessage = ReturnType<typeof runMessage>;

/** The messages of a schema, by the elements that they have; each is read once. */
class GroupMessages {
  readonly #messages = new Map<string, Promise<RunMessage>>();

  constructor(
    private readonly data: string,
    private readonly schema: readonly string[],
  ) {}

  of(name: XmlElement["name"]): Promise<RunMessage> {
    const key = `${name.namespace} ${name.local}`;
    const message = this.#messages.get(key) ?? this.#read(name);
    this.#messages.set(key, message);
    return message;
  }

  async #read(name: XmlElement["name"]): Promise<RunMessage> {
    const imports = this.schema.map((path) => {
      const target = targetOf(textOf(join(this.data, path)));
      const namespace = target === "" ? "" : ` namespace="${target}"`;
      return `<xs:import${namespace} schemaLocation="${path.replaceAll(" ", "%20")}"/>`;
    });
    const text = wsdl({ types: schemaText(imports.join("")), messages: messageOf(name) });
    const location = resolve(this.data, "suite.wsdl");
    const bytes = new TextEncoder().encode(text);
    return runMessage(await readContract({ location, bytes }, noDownload));
  }
}

function noDownload(url: string): never {
  throw new Error(`${url} is not in the suite.`);
}

function textOf(path: string): string {
  const decoder = new MessageText(undefined);
  return decoder.write(readFileSync(path)) + decoder.end();
}

/** XML 1.1 is not supported. */
function isXml11(text: string): boolean {
  return /^<\?xml[^>]*\sversion\s*=\s*["']1\.1["']/.test(text);
}

function targetOf(schema: string): string {
  const target = /<(?:\w+:)?schema\b[^>]*?\stargetNamespace\s*=\s*["']\s*([^"']*?)\s*["']/;
  return target.exec(schema)?.[1] ?? "";
}
