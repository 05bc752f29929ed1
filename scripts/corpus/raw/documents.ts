/** The documents of a WSDL, found by following its imports among the files beside it. */
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { WSDL, XSD } from "./namespaces.js";
import { childrenNamed, parseTree, type RawElement } from "./tree.js";

export interface RawDocument {
  readonly file: string;
  readonly root: RawElement;
}

/** A schema for one target namespace; one without its own is read once for each that includes it. */
export interface RawSchema extends RawDocument {
  readonly namespace: string;
}

export interface RawContract {
  /** The definitions of the entry first, then those that it imports. */
  readonly definitions: readonly RawDocument[];
  readonly schemas: readonly RawSchema[];
}

/** Reads a file's text in the encoding that it names. */
export function readXml(file: string): string {
  const bytes = readFileSync(file);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(
    bytes.subarray(0, 200).toString("latin1"),
  );
  return new TextDecoder(declared?.[1] ?? "utf-8").decode(bytes);
}

/** What can't be had is passed over: whether that matters shows in what refers to it. */
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
  const takeFile = (from: string, hint: string | undefined, namespace?: string) => {
    const file = targetOf(from, hint);
    const root = file === undefined ? undefined : load(file);
    if (file === undefined || root === undefined) return;
    if (root.namespace === XSD && root.local === "schema") takeSchema({ file, root }, namespace);
    else if (root.namespace === WSDL && root.local === "definitions")
      takeDefinitions({ file, root });
  };
  const takeSchema = (document: RawDocument, outer: string | undefined) => {
    const { file, root } = document;
    const namespace = root.attributes.get("targetNamespace") ?? outer ?? "";
    const key = `${identity(root)} ${namespace}`;
    if (schemas.has(key)) return;
    schemas.set(key, { ...document, namespace });
    for (const child of childrenNamed(root, XSD, "include", "redefine")) {
      takeFile(file, child.attributes.get("schemaLocation"), namespace);
    }
    for (const child of childrenNamed(root, XSD, "import")) {
      takeFile(file, child.attributes.get("schemaLocation"));
    }
  };
  const takeDefinitions = (document: RawDocument) => {
    const { file, root } = document;
    if (definitions.has(root)) return;
    definitions.set(root, document);
    for (const types of childrenNamed(root, WSDL, "types")) {
      for (const schema of childrenNamed(types, XSD, "schema")) {
        takeSchema({ file, root: schema }, undefined);
      }
      for (const child of childrenNamed(types, XSD, "import", "include")) {
        takeFile(file, child.attributes.get("schemaLocation"));
      }
    }
    for (const child of childrenNamed(root, WSDL, "import")) {
      takeFile(file, child.attributes.get("location"));
    }
  };
  const file = resolve(entry);
  takeDefinitions({ file, root: parseTree(readXml(file)) });
  return { definitions: [...definitions.values()], schemas: [...schemas.values()] };
}

/** The file that a location leads to; `undefined` for none and for what is on the net. */
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
