/**
 * All schemas of a contract as files for libxml2: one document per namespace, which includes the schemas of the namespace
 * and imports all other namespaces, because libxml2 follows only the first import of a namespace.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { wrapEnvelope } from "../../../src/protocol/envelope/envelope-text.js";
import type { ComponentKind } from "../raw/components.js";
import type { RawSchema } from "../raw/documents.js";
import { XSD } from "../raw/namespaces.js";
import { childrenNamed, type RawElement } from "../raw/tree.js";
import { KNOWN_SCHEMAS, SPARE_SCHEMAS } from "./known-schemas.js";
import { type Looseness, Loosening } from "./looseness.js";
import { KINDS, originalName, type Selection, schemaText } from "./schema-text.js";
import type { Wrapper } from "./wrappers.js";
import { validate } from "./xmllint.js";
import { attribute } from "./xsd-text.js";

export interface SchemaSet {
  /** The file to validate with. */
  readonly schema: string;
  /** Why libxml2 rejects it; `undefined` if it accepts it. */
  readonly rejection: string | undefined;
  /** What is not validated, because libxml2 rejects it: each component with its reason. */
  readonly loosened: readonly string[];
}

/** How often components are loosened: one that derives from a loosened one may have to be loosened next. */
const ATTEMPTS = 24;

/** Writes the schemas for libxml2, and loosens the components that it rejects. */
export async function writeSchemas(
  folder: string,
  schemas: readonly RawSchema[],
  wrappers: readonly Wrapper[],
): Promise<SchemaSet> {
  await mkdir(folder, { recursive: true });
  const probe = "probe.xml";
  await writeFile(join(folder, probe), wrapEnvelope("soap11", ""));
  const schema = join(folder, "all.xsd");
  const loosening = new Loosening(schemas);
  for (let attempt = 1; ; attempt++) {
    const lines = await writeAll(folder, schemas, wrappers, loosening);
    const { rejection, faults } = await validate(schema, [probe]);
    const hasChanged = faults.map(({ file, line, message }) =>
      loosening.add(lines.get(basename(file))?.[line - 2], message),
    );
    if (rejection === undefined || !hasChanged.includes(true) || attempt === ATTEMPTS) {
      return { schema, rejection, loosened: loosening.reasons };
    }
  }
}

/** @returns the component of each line of each file, from the second line on */
async function writeAll(
  folder: string,
  schemas: readonly RawSchema[],
  wrappers: readonly Wrapper[],
  loosening: Loosening,
): Promise<ReadonlyMap<string, readonly RawElement[]>> {
  const isBrought = ({ namespace }: RawSchema) =>
    !KNOWN_SCHEMAS.has(namespace) && namespace !== XSD;
  const brought = schemas.filter(isBrought);
  const own = new Set([...brought, ...wrappers].map(({ namespace }) => namespace));
  const spare = [...SPARE_SCHEMAS].filter(([namespace]) => !own.has(namespace));
  const known = new Map([...KNOWN_SCHEMAS, ...spare]);
  const namespaces = [...known.keys(), ...own];
  const importsFor = (importer: string) =>
    namespaces
      .filter((namespace) => namespace !== importer)
      .map((namespace) => importText(namespace, `n${namespaces.indexOf(namespace)}.xsd`))
      .join("");
  const selection = new Once(brought, wrappers, loosening);
  const lines = new Map<string, readonly RawElement[]>();
  for (const [at, namespace] of namespaces.entries()) {
    const parts = brought
      .filter((schema) => schema.namespace === namespace)
      .map((schema) => schemaText(schema, importsFor(namespace), selection));
    const declared = wrappers.filter((wrapper) => wrapper.namespace === namespace);
    if (declared.length > 0) {
      parts.push({ text: wrapperText(namespace, declared, importsFor(namespace)), lines: [] });
    }
    const includes = parts.map(
      (_, part) => `<corpus:include schemaLocation="n${at}-${part}.xsd"/>`,
    );
    for (const [part, { text, lines: held }] of parts.entries()) {
      const file = `n${at}-${part}.xsd`;
      lines.set(file, held);
      await writeFile(join(folder, file), text);
    }
    const umbrella = `${schemaHead(namespace)}>${includes.join("")}</corpus:schema>`;
    await writeFile(join(folder, `n${at}.xsd`), known.get(namespace) ?? umbrella);
  }
  const all = "urn:corpus:all";
  await writeFile(join(folder, "all.xsd"), `${schemaHead(all)}>${importsFor(all)}</corpus:schema>`);
  return lines;
}

function schemaHead(namespace: string): string {
  const target = namespace === "" ? "" : attribute("targetNamespace", namespace);
  return `<corpus:schema xmlns:corpus="${XSD}"${target}`;
}

function importText(namespace: string, file: string): string {
  const name = namespace === "" ? "" : attribute("namespace", namespace);
  return `<corpus:import${name} schemaLocation="${file}"/>`;
}

function wrapperText(namespace: string, wrappers: readonly Wrapper[], imports: string): string {
  const elements = wrappers.map(({ text }) => text).join("");
  return `${schemaHead(namespace)}>${imports}${elements}</corpus:schema>`;
}

/**
 * Writes each component once, even if several documents contain it, and the original of a redefined component with another
 * name. Components that a wrapper replaces are not written.
 */
class Once implements Selection {
  readonly #written = new Set<string>();
  readonly #redefined = new Set<string>();
  readonly #wrapped: ReadonlySet<string>;

  constructor(
    schemas: readonly RawSchema[],
    wrappers: readonly Wrapper[],
    private readonly loosening: Loosening,
  ) {
    this.#wrapped = new Set(
      wrappers.map(({ namespace, local }) => `element {${namespace}}${local}`),
    );
    for (const { root, namespace } of schemas) {
      for (const { children } of childrenNamed(root, XSD, "redefine")) {
        for (const { local, attributes } of children) {
          const kind = KINDS[local];
          if (kind !== undefined)
            this.#redefined.add(`${kind} {${namespace}}${attributes.get("name")}`);
        }
      }
    }
  }

  nameOf(kind: ComponentKind, name: string, isRedefinition: boolean): string | undefined {
    const key = `${kind} ${name}`;
    if (this.#wrapped.has(key)) return undefined;
    const local = name.slice(name.lastIndexOf("}") + 1);
    const isOriginal = !isRedefinition && this.#redefined.has(key);
    const written = isOriginal ? originalName(local) : local;
    const mark = `${key} ${written}`;
    if (this.#written.has(mark)) return undefined;
    this.#written.add(mark);
    return written;
  }

  looseness(element: RawElement): Looseness | undefined {
    return this.loosening.of(element);
  }
}
