/** What the contract says of a fault: which of its faults it is, and what the detail holds (WSDL 1.1 §3.6, §3.7). */
import {
  type DecodeRun,
  type Deviation,
  partsFrame,
  ReferenceResolver,
  typeNamed,
} from "../../codec/index.js";
import { DecodeError } from "../../errors/index.js";
import {
  type ElementSchema,
  type FaultSchema,
  type Operation,
  resolveType,
} from "../../schema/index.js";
import { clark, type XmlElement } from "../../xml/index.js";
import type { FaultAnswer } from "../envelope.js";

export interface FaultMeaning {
  readonly names: readonly string[];
  readonly detail: unknown;
}

/**
 * A detail may hold more than the contract has for it: stack traces, say. One that does not fit is told as a deviation,
 * and has no name.
 */
export function faultMeaning(
  { fault, beside, header }: FaultAnswer,
  { faults = {} }: Operation,
  onDeviation: (kind: Deviation["kind"], path: string) => void,
): FaultMeaning {
  const inDetail = elementsIn(fault.detailElement?.children ?? []);
  const resolver = new ReferenceResolver([...inDetail, ...beside]);
  const names: string[] = [];
  let detail: unknown;
  let problem: string | undefined;
  let deviations: readonly Told[] = [];
  for (const [name, schema] of Object.entries(faults)) {
    const found = partsFound(schema, schema.inHeader === true ? header : inDetail, resolver);
    if (found.length === 0 && (schema.parts.length > 0 || inDetail.length > 0)) continue;
    const read = readParts(schema, found, resolver);
    if (typeof read === "string") problem ??= read;
    else {
      if (names.length === 0) ({ detail, deviations } = read);
      names.push(name);
    }
  }
  if (names.length === 0 && problem !== undefined) onDeviation("unfit-detail", problem);
  for (const [kind, path] of deviations) onDeviation(kind, path);
  return { names, detail };
}

type Told = readonly [Deviation["kind"], string];
type Found = readonly [part: ElementSchema, element: XmlElement];

function elementsIn(children: XmlElement["children"]): XmlElement[] {
  return children.filter((child) => typeof child !== "string");
}

/** By the parts' names; encoded ones also by their types, since their accessors may be called anything. */
function partsFound(
  { parts, encoded }: FaultSchema,
  elements: readonly XmlElement[],
  resolver: ReferenceResolver,
): readonly Found[] {
  const named = parts.flatMap((part): Found[] => {
    const element = elements.find(
      ({ name }) => name.local === part.element && name.namespace === (part.namespace ?? ""),
    );
    return element === undefined ? [] : [[part, element]];
  });
  if (named.length > 0 || encoded !== true) return named;
  return parts.flatMap((part): Found[] => {
    const element = elements.find((each) => typeOf(resolver.resolve(each)) === nameOfType(part));
    return element === undefined ? [] : [[part, element]];
  });
}

function typeOf({ attributes, scope, name }: XmlElement): string {
  return (scope && typeNamed(attributes, scope)) ?? clark(name);
}

function nameOfType(part: ElementSchema): string | undefined {
  const type = resolveType(part.type);
  return typeof type === "object" && "name" in type ? type.name : undefined;
}

/** The detail, or the path of what does not fit it. */
function readParts(
  schema: FaultSchema,
  found: readonly Found[],
  resolver: ReferenceResolver,
): { readonly detail: unknown; readonly deviations: readonly Told[] } | string {
  let problem: string | undefined;
  const deviations: Told[] = [];
  const run: DecodeRun = {
    onDeviation: (kind, path) => deviations.push([kind, path]),
    onViolation(violation) {
      problem ??= violation.path;
    },
  };
  let values: Readonly<Record<string, unknown>> = {};
  const path = schema.inHeader === true ? "Header" : "Fault/detail";
  const frame = partsFrame(schema, run, path, (value) => {
    values = value;
  });
  try {
    for (const [part, element] of found) {
      const name = { namespace: part.namespace ?? "", local: part.element };
      resolver.replay(element, frame, name);
    }
    frame.close();
  } catch (error) {
    // References that lead nowhere, say.
    if (error instanceof DecodeError) return error.path;
    throw error;
  }
  if (problem !== undefined) return problem;
  const [only, ...others] = schema.parts;
  const isOne = only !== undefined && others.length === 0;
  return { detail: isOne ? values[only.member ?? only.element] : values, deviations };
}
