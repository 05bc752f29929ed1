/** The attributes of an element as members of an object. */
import { DecodeError } from "../../errors/index.js";
import { clark, type StartTag } from "../../xml/index.js";
import type { Decoding } from "./decoding.js";
import type { AttributePlan, ComplexPlan } from "./plan/plan.js";
import { define } from "./record.js";
import { invalidText, invalidValue } from "./text-frame.js";
import { isOfMessage } from "./xsi.js";

/** An element whose attributes are read. */
interface Place {
  readonly tag: StartTag;
  readonly run: Decoding;
  readonly path: string;
}

/** Adds the attributes of an element of the type to a value. */
export function readAttributes(
  { attributes, anyAttribute }: ComplexPlan,
  value: Record<string, unknown>,
  place: Place,
): void {
  const others: Record<string, string> = {};
  for (const { name, value: text } of place.tag.attributes) {
    const plan = attributes?.get(name.local)?.find((each) => each.namespace === name.namespace);
    if (plan !== undefined) readAttribute(plan, text, value, place);
    else if (isOfMessage(name)) continue;
    else if (anyAttribute) define(others, clark(name), text);
    else place.run.onDeviation("unknown-attribute", `${place.path}/@${name.local}`);
  }
  if (Object.keys(others).length > 0) value.$attributes = others;
}

function readAttribute(
  { name, lexical, secret }: AttributePlan,
  text: string,
  value: Record<string, unknown>,
  { tag, run, path: parent }: Place,
): void {
  const path = `${parent}/@${name}`;
  const parsed = run.parse(lexical, text, tag.scope, path);
  if (parsed !== undefined) {
    const { validated: type } = lexical;
    if (type !== undefined) run.validate({ type, text, path, secret });
    define(value, name, parsed);
  } else {
    const found = invalidText(text, lexical, secret);
    run.onViolation(invalidValue(path, found, secret), found);
  }
}

/** Reports the required attributes that a value lacks. */
export function checkAttributes(
  { requiredAttributes }: ComplexPlan,
  value: Readonly<Record<string, unknown>>,
  run: Decoding,
  path: string,
): void {
  for (const name of requiredAttributes) {
    if (!Object.hasOwn(value, name)) run.onViolation(missingMember(`${path}/${name}`));
  }
}

export function missingMember(path: string): DecodeError {
  const message = `The message has no ${path}, which is required.`;
  return new DecodeError("MISSING_ELEMENT", message, path);
}
