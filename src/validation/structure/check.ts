/** A check of one message: the rules that its values break, with their paths. */
import type { Violation } from "../../codec/index.js";
import type { ComplexType } from "../../schema/index.js";
import { requirement } from "../rules.js";
import type { Values } from "./values.js";

/** A member of an object, or an index of an array. */
export type Step = string | number;

/** A value that breaks a rule. */
export interface Issue {
  /** The steps from the message to the value. */
  readonly path: readonly Step[];
  readonly violation: Violation;
  /** The end of a sentence about the value, which it does not contain: `must be at least 5`. */
  readonly requirement: string;
  /** The text of the value on the wire; `undefined` if it is a secret, or has no text. */
  readonly text: string | undefined;
}

export interface CheckOptions {
  /** Checks facets, exact occurrences, fixed values, and enumerations that are open for unlisted values. */
  readonly facets: boolean;
  /** Elements that are open for unlisted values accept them, as their types in TypeScript do. */
  readonly acceptsUnlisted?: boolean;
  /** A decoded message, whose structure and texts were checked while it was read: only what is left. */
  readonly isDecoded?: boolean;
  /** A message of the SOAP encoding, in which any value may be null (SOAP 1.1 §5.1). */
  readonly isEncoded?: boolean;
}

/** More issues of a message are not collected: each of a million items could have one. */
const MAX_ISSUES = 100;

/** Values that are nested deeper cannot be read by anyone: the limit of the scanner. */
const MAX_DEPTH = 200;

/** The checks of complex types. Elements get them from the check of their message, since types contain each other. */
export interface ComplexChecks {
  /** Checks a value of a type, or of the derived type that its `$type` names. */
  content(type: ComplexType, value: unknown, check: Check, element: TextDeclaration): void;
  /** Checks the attributes of a nil element. */
  nil(type: ComplexType, value: Values, check: Check): void;
}

/** The declaration of an element, as far as the text of simple content depends on it. */
export interface TextDeclaration {
  readonly fixed?: string;
  readonly secret?: true;
}

export class Check {
  readonly issues: Issue[] = [];
  readonly #path: Step[] = [];
  #depth = 0;

  constructor(
    readonly options: CheckOptions,
    readonly complex: ComplexChecks,
  ) {}

  /** Checks a part of a value. */
  at(step: Step, check: () => void): void {
    this.#path.push(step);
    check();
    this.#path.pop();
  }

  /** As `at`, for a value that may contain others. */
  inside(check: () => void): void {
    if (this.issues.length >= MAX_ISSUES) return;
    if (this.#depth === MAX_DEPTH) {
      this.report({ facet: "type", limit: `nested at most ${MAX_DEPTH} levels deep` });
      return;
    }
    this.#depth += 1;
    check();
    this.#depth -= 1;
  }

  report(violation: Violation, text?: string): void {
    if (this.issues.length >= MAX_ISSUES) return;
    this.issues.push({
      path: [...this.#path],
      violation,
      requirement: requirement(violation),
      text,
    });
  }

  /** A value that is not of its type. */
  invalid(expected: string): void {
    this.report({ facet: "type", limit: expected });
  }

  missing(name: Step): void {
    this.at(name, () => this.report({ facet: "required", limit: "is required" }));
  }

  /** Reports members that a type does not have. */
  names(values: Values, names: ReadonlySet<string>): void {
    for (const name of Object.keys(values)) {
      if (names.has(name)) continue;
      const known = names.size === 0 ? "no members" : `only ${[...names].join(", ")}`;
      const limit = `is unknown; its type has ${known}`;
      this.at(name, () => this.report({ facet: "unknown", limit }));
    }
  }
}
