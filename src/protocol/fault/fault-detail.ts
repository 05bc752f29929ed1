/** The faults of a contract that a received fault fits, and its decoded detail (WSDL 1.1 §3.6, §3.7). */
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
import type { FaultContent } from "./fault.js";

/** A fault that was received. */
export interface ReceivedFault {
  readonly fault: FaultContent;
  /** Elements of the Body after the fault: values that its detail refers to. */
  readonly beside: readonly XmlElement[];
  /** Blocks of the Header that the contract has for faults. */
  readonly header: readonly XmlElement[];
}

export interface FaultMeaning {
  /** The names of the contract's faults that it fits. */
  readonly names: readonly string[];
  /** The decoded detail; `undefined` if it fits none. */
  readonly detail: unknown;
}

/**
 * Finds the faults of the contract that a fault fits. Its detail may contain more than the contract has, such as a stack
 * trace. A detail that fits none is reported as a deviation.
 */
export function faultMeaning(
  { fault, beside, header }: ReceivedFault,
  { faults = {} }: Operation,
  onDeviation: (kind: Deviation["kind"], path: string) => void,
): FaultMeaning {
  const inDetail = elementsIn(fault.detailElement?.children ?? []);
  const resolver = new ReferenceResolver([...inDetail, ...beside]);
  const names: string[] = [];
  let detail: unknown;
  let problem: string | undefined;
  let deviations: readonly Found[] = [];
  for (const [name, schema] of Object.entries(faults)) {
    const parts = partsIn(schema.inHeader === true ? header : inDetail, schema, resolver);
    if (parts.length === 0 && (schema.parts.length > 0 || inDetail.length > 0)) continue;
    const read = readParts(schema, parts, resolver);
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

type Found = readonly [kind: Deviation["kind"], path: string];
type FoundPart = readonly [part: ElementSchema, element: XmlElement];

function elementsIn(children: XmlElement["children"]): XmlElement[] {
  return children.filter((child) => typeof child !== "string");
}

/** By the names of the parts; encoded ones also by their types, since their elements may have any name. */
function partsIn(
  elements: readonly XmlElement[],
  { parts, encoded }: FaultSchema,
  resolver: ReferenceResolver,
): readonly FoundPart[] {
  const named = parts.flatMap((part): FoundPart[] => {
    const element = elements.find(
      ({ name }) => name.local === part.element && name.namespace === (part.namespace ?? ""),
    );
    return element === undefined ? [] : [[part, element]];
  });
  if (named.length > 0 || encoded !== true) return named;
  return parts.flatMap((part): FoundPart[] => {
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

/** The decoded detail, or the path of the element that does not fit. */
function readParts(
  schema: FaultSchema,
  found: readonly FoundPart[],
  resolver: ReferenceResolver,
): { readonly detail: unknown; readonly deviations: readonly Found[] } | string {
  let problem: string | undefined;
  const deviations: Found[] = [];
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
    // A reference without a target, for example.
    if (error instanceof DecodeError) return error.path;
    throw error;
  }
  if (problem !== undefined) return problem;
  const [only, ...others] = schema.parts;
  const isOne = only !== undefined && others.length === 0;
  return { detail: isOne ? values[only.member ?? only.element] : values, deviations };
}
