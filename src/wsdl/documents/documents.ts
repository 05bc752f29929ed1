/** A WSDL and all that it imports or includes, read and parsed, each document once. */
import { KNOWN, type Location, WSDL, XSD } from "../../contract/index.js";
import type { Faults } from "../diagnostics.js";
import { WsdlError } from "../errors.js";
import { type Element, parseDocument } from "./document.js";

/** A text, and where it came from in the end: relative references go from there (RFC 3986 §5.1.3). */
export interface SourceText {
  readonly text: string;
  readonly location: string;
}

/** Gets the text at a file or URL. */
export type ReadText = (location: string) => Promise<SourceText>;

export interface Documents {
  readonly entry: Element;
  /** The document at a location; `undefined` where it could not be had. */
  at(location: string): Element | undefined;
  /** What went wrong with a document, by its location. */
  readonly failures: ReadonlyMap<string, WsdlError>;
}

/**
 * Reads the document at `location` and follows its imports, which may go in circles.
 *
 * @throws WsdlError when that first document can't be had or is malformed; the others' failures are kept
 */
export async function loadDocuments(location: string, read: ReadText): Promise<Documents> {
  const source = await read(location);
  const entry = parseDocument(source.text, source.location);
  const names = [location, source.location];
  const loaded = new Map(
    names.map((name) => [REMOTE.test(name) ? name : normalized(name), entry] as const),
  );
  const failures = new Map<string, WsdlError>();
  let open: readonly Element[] = [entry];
  while (open.length > 0) {
    const targets = new Map<string, Location>();
    for (const document of open) {
      for (const reference of referencesIn(document)) {
        const target = locationOf(reference);
        if (target === undefined || loaded.has(target) || failures.has(target)) continue;
        if (!targets.has(target)) targets.set(target, reference.location);
      }
    }
    const got = [...targets].map(([target, at]) => loadOne(target, at, read, loaded, failures));
    open = (await Promise.all(got)).filter((document) => document !== undefined);
  }
  return { entry, at: (target) => loaded.get(target), failures };
}

async function loadOne(
  target: string,
  importedAt: Location,
  read: ReadText,
  loaded: Map<string, Element>,
  failures: Map<string, WsdlError>,
): Promise<Element | undefined> {
  try {
    const source = await read(target);
    const known = loaded.get(source.location);
    const document = known ?? parseDocument(source.text, source.location, importedAt);
    loaded.set(target, document).set(source.location, document);
    return known === undefined ? document : undefined;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const failure =
      cause instanceof WsdlError ? cause : new WsdlError("UNREADABLE", message, [], { cause });
    failures.set(target, failure);
    return undefined;
  }
}

/** A document by itself, whose imports are not followed. */
export function singleDocument(text: string, source: string): Documents {
  const entry = parseDocument(text, source);
  return { entry, at: () => undefined, failures: new Map() };
}

/** What a document imports or includes. */
export function referencesIn(root: Element): readonly Element[] {
  if (root.is(XSD, "schema")) return schemaReferences(root);
  const types = root.all(WSDL, "types");
  const schemas = types.flatMap((each) => each.all(XSD, "schema"));
  // An xs:import right in wsdl:types is none by the book, but is met.
  return [...root.all(WSDL, "import"), ...[...types, ...schemas].flatMap(schemaReferences)];
}

/** The references that stand in an `xs:schema`. */
export function schemaReferences(schema: Element): readonly Element[] {
  return ["import", "include", "redefine"].flatMap((kind) => schema.all(XSD, kind));
}

/**
 * Where a `wsdl:import`, `xs:import`, `xs:include` or `xs:redefine` leads, absolute where its document's own location is;
 * `undefined` where it has no location, or needs none.
 */
export function locationOf(element: Element): string | undefined {
  const hint = element.attribute(element.name.namespace === WSDL ? "location" : "schemaLocation");
  const known = KNOWN.has(element.attribute("namespace") ?? "");
  if (hint === undefined || hint.trim() === "" || known) return undefined;
  return resolveLocation(hint.trim(), element.location.file);
}

/** Tells that the document at a location could not be had, and why. */
export function reportFailure(
  { failures }: Documents,
  location: string,
  from: Element,
  faults: Faults,
): void {
  const failure = failures.get(location);
  if (failure !== undefined && failure.faults.length > 0) faults.add(failure);
  else {
    const reason = failure?.message ?? `${location} can't be followed from a text alone.`;
    faults.invalid(reason, from.location);
  }
}

const REMOTE = /^https?:/i;

/** Relative locations go from the document that has them (RFC 3986 §5); a file's stays a path. */
function resolveLocation(hint: string, base: string): string {
  if (REMOTE.test(hint)) return new URL(hint).href;
  if (REMOTE.test(base)) return new URL(hint, base).href;
  const path = withoutEscapes(hint.replace(/^file:(?:\/\/(?=\/))?/i, "").replaceAll("\\", "/"));
  if (/^(?:\/|[A-Za-z]:\/)/.test(path)) return path;
  return normalized(`${base.replace(/[^\\/]*$/, "")}${path}`);
}

function withoutEscapes(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path without `.` and with `..` only at its start, so that each file has one name. */
function normalized(path: string): string {
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === "." || (step === "" && steps.length > 0)) continue;
    const last = steps.at(-1);
    if (step === ".." && last !== undefined && last !== ".." && last !== "") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}
