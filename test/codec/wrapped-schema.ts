/** An element of a schema as the message of an operation. */
import { encodeMessage } from "../../src/codec/index.js";
import { contractOperations } from "../../src/codegen/index.js";
import type { Contract } from "../../src/contract/index.js";
import { envelopeOf } from "../client/echo-call.js";
import { contractOf, messageOf, schema } from "../wsdl/wsdl-text.js";
import { type ReadEnvelope, readEnvelope } from "./read-envelope.js";

/** The message of the operation `run`. */
export function runMessage(contract: Contract) {
  const { run } = contractOperations(contract);
  if (run === undefined) throw new Error("The contract has no operation.");
  const { input } = run;
  const read = (document: string): ReadEnvelope =>
    readEnvelope(envelopeOf(document), { output: input });
  const write = (value: object): string => encodeMessage(input, value);
  return {
    read,
    write,
    /** The value of a document, and the document that the value gives. */
    roundTrip(document: string) {
      const { content, deviations } = read(document);
      if (content.kind === "fault") throw new Error("It is a fault.");
      const value = content.value ?? {};
      return { value, deviations, written: write(value) };
    },
  };
}

/** The message with the element `r` of `urn:t`, or of no namespace if the schema has no target namespace. */
export function wrapped(components: string, { target = "urn:t" } = {}) {
  const attributes = 'elementFormDefault="qualified" xmlns:t="urn:t"';
  const types = schema(components, attributes, target);
  return runMessage(contractOf({ types, messages: messageOf({ namespace: target, local: "r" }) }));
}
