/** The documents of a WSDL, found by following its imports in the file system. */
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { WSDL, XSD } from "./namespaces.js";
import { childrenNamed, parseTree, type RawElement } from "./tree.js";

export interface RawDocument {
  readonly file: string;
  readonly root: RawElement;
}

/** A schema for one target namespace; a schema without a namespace is read once for each namespace that includes it. */
export interface RawSchema extends RawDocument {
  readonly namespace: string;
}

export interface RawContract {
  /** The definitions of the entry, then those of its imports. */
  readonly definitions: readonly RawDocument[];
  readonly schemas: readonly RawSchema[];
}

/** Reads the text of a file in its declared encoding. */
export function readXml(file: string): string {
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(
    bytes.subarray(0, 200).toString("latin1"),
  );
  return new TextDecoder(declared?.[1] ?? "utf-8").decode(bytes);
}

/** Documents that can't be read are ignored: references to them show whether they are needed. */
export function loadContract(entry: string): RawContract {
  const roots = new Map<string, RawElement | undefined>();
  const definitions = new Map<RawElement, RawDocument>();
  const schemas = new Map<string, RawSchema>();
  const numbers = new Map<RawElement, number>();
  const identity = (root: RawElement) => {
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root);
  };
  const load = (file: string): RawElement | undefined => {
    if (!roots.has(file)) roots.set(file, attempt(file));
    return roots.get(file);
  };
  const addFile = (from: string, hint: string | undefined, namespace?: string) => {
    const file = targetOf(from, hint);
    const root = file === undefined ? undefined : load(file);
    if (file === undefined || root === undefined) return;
    if (root.namespace === XSD && root.local === "schema") addSchema({ file, root }, namespace);
    else if (root.namespace === WSDL && root.local === "definitions")
      addDefinitions({ file, root });
  };
  const addSchema = (document: RawDocument, outer: string | undefined) => {
    const { file, root } = document;
    const namespace = root.attributes.get("targetNamespace") ?? outer ?? "";
    const key = `${identity(root)} ${namespace}`;
    if (schemas.has(key)) return;
    schemas.set(key, { ...document, namespace });
    for (const child of childrenNamed(root, XSD, "include", "redefine")) {
      addFile(file, child.attributes.get("schemaLocation"), namespace);
    }
    for (const child of childrenNamed(root, XSD, "import")) {
      addFile(file, child.attributes.get("schemaLocation"));
    }
  };
  const addDefinitions = (document: RawDocument) => {
    const { file, root } = document;
    if (definitions.has(root)) return;
    definitions.set(root, document);
    for (const types of childrenNamed(root, WSDL, "types")) {
      for (const schema of childrenNamed(types, XSD, "schema")) {
        addSchema({ file, root: schema }, undefined);
      }
      for (const child of childrenNamed(types, XSD, "import", "include")) {
        addFile(file, child.attributes.get("schemaLocation"));
      }
    }
    for (const child of childrenNamed(root, WSDL, "import")) {
      addFile(file, child.attributes.get("location"));
    }
  };
  const file = resolve(entry);
  addDefinitions({ file, root: parseTree(readXml(file)) });
  return { definitions: [...definitions.values()], schemas: [...schemas.values()] };
}

/** The size of a WSDL with all documents that it refers to, in MB. */
export function documentMb(entry: string): number {
  const files = new Set([resolve(entry)]);
  let characters = 0;
  for (const file of files) {
    const text = statSync(file, { throwIfNoEntry: false })?.isFile() ? readXml(file) : "";
    characters += text.length;
    for (const [, location] of text.matchAll(/\s(?:schemaL|l)ocation\s*=\s*["']([^"']*)/g)) {
      const target = targetOf(file, location);
      if (target !== undefined) files.add(target);
    }
  }
  return characters / 1e6;
}

/** The file of a location; `undefined` if there is no location, or if it is a URL. */
export function targetOf(from: string, hint: string | undefined): string | undefined {
  const location = hint?.trim();
  if (location === undefined || location === "" || /^[a-z]{2,}:/i.test(location)) return undefined;
  return resolve(dirname(from), unescaped(location.replaceAll("\\", "/")));
}

function unescaped(location: string): string {
  try {
    return decodeURIComponent(location);
  } catch {
    return location;
  }
}

function attempt(file: string): RawElement | undefined {
  try {
    return parseTree(readXml(file));
  } catch {
    return undefined;
  }
}
