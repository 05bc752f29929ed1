/** Operations by the parts of a request that select them: the element in its Body, and its action. */
import type { MessageSchema, Operation, PartsSchema } from "../schema/index.js";
import type { ExpandedName } from "../xml/index.js";

/** An operation with its key in the service's `operations`. */
export interface Entry {
  readonly key: string;
  readonly operation: Operation;
}

const NOTHING = "";

export class OperationIndex {
  readonly #byBody = new Map<string, Entry[]>();
  readonly #byAction = new Map<string, Entry[]>();

  /** Whether some operations use the SOAP encoding. */
  readonly hasEncoded: boolean;

  constructor(operations: Readonly<Record<string, Operation>>) {
    this.hasEncoded = Object.values(operations).some(({ input }) => input.encoded === true);
    for (const [key, operation] of Object.entries(operations)) {
      const entry = { key, operation };
      for (const name of bodyNames(operation.input)) add(this.#byBody, keyOf(name), entry);
      add(this.#byAction, operation.soapAction, entry);
    }
  }

  /** The operations whose Body begins with an element; the key `undefined` means an empty Body. */
  byBody(name: ExpandedName | undefined): readonly Entry[] {
    return this.#byBody.get(keyOf(name)) ?? [];
  }

  byAction(action: string | undefined): readonly Entry[] {
    return (action === undefined ? undefined : this.#byAction.get(action)) ?? [];
  }
}

/** The names with which the Body of a request may begin: its wrapper or document, or any of its parts. */
function bodyNames(input: MessageSchema | PartsSchema): readonly (ExpandedName | undefined)[] {
  if (!("parts" in input)) return [{ local: input.element, namespace: input.namespace }];
  if (input.parts.length === 0) return [undefined];
  return input.parts.map(({ element, namespace = "" }) => ({ local: element, namespace }));
}

function keyOf(name: ExpandedName | undefined): string {
  return name === undefined ? NOTHING : `{${name.namespace}}${name.local}`;
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
}
