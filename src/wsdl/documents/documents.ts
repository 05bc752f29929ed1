/** A WSDL and the documents that it imports or includes, each read and parsed once. */
import {
  KNOWN,
  type Location,
  SOAP_ENCODING11,
  SOAP_ENCODING12,
  WSDL,
  XML,
  XSD,
} from "../../contract/index.js";
import type { Diagnostics } from "../diagnostics.js";
import { WsdlError } from "../errors.js";
import { Budget } from "../limits.js";
import { parseDocument } from "./document.js";
import type { Element } from "./element.js";
import { isRemote, normalizedPath, resolveLocation } from "./resolve-location.js";

/** A text and the location that it was read from, which is the base of relative references (RFC 3986 §5.1.3). */
export interface SourceText {
  readonly text: string;
  readonly location: string;
}

/**
 * Reads the text at a file or URL.
 *
 * @param from the location of the document that imports it; `undefined` for the WSDL itself
 */
export type ReadText = (location: string, from?: string) => Promise<SourceText>;

/** The number of documents that are read at the same time. */
const AT_ONCE = 8;

export interface Documents {
  /** What reading them has used of the limits. */
  readonly budget: Budget;
  readonly entry: Element;
  /** The document at a location; `undefined` if it could not be read. */
  at(location: string): Element | undefined;
  /** Why documents could not be read, by location. */
  readonly failures: ReadonlyMap<string, WsdlError>;
}

/**
 * Reads the document at `location` and follows its imports, which may be circular.
 *
 * @throws WsdlError if this document can't be read or parsed, or a limit is exceeded; failures of the others are in
 *   `failures`
 */
export async function loadDocuments(
  location: string,
  read: ReadText,
  budget: Budget = new Budget(),
): Promise<Documents> {
  budget.addDocument(location);
  const source = await read(location);
  const entry = parseDocument(source.text, source.location, undefined, budget);
  const loader = new Loader(read, budget);
  for (const name of [location, source.location]) {
    loader.loaded.set(isRemote(name) ? name : normalizedPath(name), entry);
  }
  await loader.follow(entry);
  const at = (target: string) => loader.loaded.get(target);
  return { entry, at, failures: loader.failures, budget };
}

class Loader {
  readonly loaded = new Map<string, Element>();
  readonly failures = new Map<string, WsdlError>();

  constructor(
    private readonly read: ReadText,
    private readonly budget: Budget,
  ) {}

  /** Loads everything that a document refers to, directly or through others; some documents of a step in parallel. */
  async follow(entry: Element): Promise<void> {
    let open: readonly Element[] = [entry];
    while (open.length > 0) {
      const targets = this.#targetsOf(open).entries();
      // In the order of the references, whichever is read first.
      const documents: (Element | undefined)[] = [];
      const loadNext = async (): Promise<void> => {
        for (const [target, at] of targets) {
          const place = documents.push(undefined) - 1;
          documents[place] = await this.#load(target, at);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, loadNext));
      open = documents.filter((document) => document !== undefined);
    }
  }

  /** The locations that were not read before, with the first reference to each. */
  #targetsOf(documents: readonly Element[]): ReadonlyMap<string, Location> {
    const targets = new Map<string, Location>();
    for (const reference of documents.flatMap(referencesIn)) {
      const target = locationOf(reference);
      if (target === undefined || this.loaded.has(target) || this.failures.has(target)) continue;
      if (!targets.has(target)) targets.set(target, reference.location);
    }
    return targets;
  }

  /** The document at a location; `undefined` if it is known by another location, or if it can't be read. */
  async #load(target: string, importedAt: Location): Promise<Element | undefined> {
    try {
      this.budget.addDocument(target);
      const source = await this.read(target, importedAt.file);
      const known = this.loaded.get(source.location);
      const document =
        known ?? parseDocument(source.text, source.location, importedAt, this.budget);
      this.loaded.set(target, document).set(source.location, document);
      return known === undefined ? document : undefined;
    } catch (cause) {
      if (cause instanceof WsdlError && cause.code === "LIMIT") throw cause;
      const message = cause instanceof Error ? cause.message : String(cause);
      const failure =
        cause instanceof WsdlError ? cause : new WsdlError("UNREADABLE", message, [], { cause });
      this.failures.set(target, failure);
      return undefined;
    }
  }
}

/** A document whose imports are not followed. */
export function singleDocument(text: string, source: string, budget: Budget): Documents {
  budget.addBytes(text.length, source);
  const entry = parseDocument(text, source, undefined, budget);
  return { entry, at: () => undefined, failures: new Map(), budget };
}

/** The import and include elements of a document. */
export function referencesIn(root: Element): readonly Element[] {
  if (root.is(XSD, "schema")) return schemaReferences(root);
  const types = root.all(WSDL, "types");
  const schemas = types.flatMap((each) => each.all(XSD, "schema"));
  // An xs:import directly in wsdl:types is not allowed, but used.
  return [...root.all(WSDL, "import"), ...[...types, ...schemas].flatMap(schemaReferences)];
}

/** The references of an `xs:schema`. */
export function schemaReferences(schema: Element): readonly Element[] {
  return ["import", "include", "redefine"].flatMap((kind) => schema.all(XSD, kind));
}

/**
 * The target of a `wsdl:import`, `xs:import`, `xs:include` or `xs:redefine`: absolute if the location of its document is
 * absolute; `undefined` if it has none, or if its namespace needs no document.
 */
export function locationOf(element: Element): string | undefined {
  const hint = element.attribute(element.name.namespace === WSDL ? "location" : "schemaLocation");
  const location = hint?.replace(/#.*$/s, "").trim() ?? "";
  const isUnneeded = isKnown(element) && (BUILT_IN.has(namespaceOf(element)) || isRemote(location));
  if (location === "" || isUnneeded) return undefined;
  return resolveLocation(location, element.location.file);
}

function namespaceOf(element: Element): string {
  return element.token("namespace") ?? "";
}

/** Whether the namespace of an import needs no document. A copy of it next to the WSDL is read, though. */
export function isKnown(element: Element): boolean {
  return KNOWN.has(namespaceOf(element));
}

/** Known namespaces whose components are built in, so that no document adds to them. */
const BUILT_IN: ReadonlySet<string> = new Set([XSD, XML, WSDL, SOAP_ENCODING11, SOAP_ENCODING12]);

/** Reports that the document at a location could not be read, and why. */
export function reportFailure(
  { failures }: Documents,
  location: string,
  from: Element,
  diagnostics: Diagnostics,
): void {
  const failure = failures.get(location);
  if (failure?.code === "NOT_ALLOWED") diagnostics.notAllowed(failure.message, from.location);
  else if (failure !== undefined && failure.diagnostics.length > 0) diagnostics.add(failure);
  else {
    const reason =
      failure?.message ??
      `${location} is not read, because the WSDL was given as a text. Read the WSDL from its file or URL.`;
    diagnostics.invalid(reason, from.location);
  }
}
