/** An element of a schema as the message of an operation. */

import { encodeMessage } from "../../src/codec/index.js";
import { contractOperations, parseContract } from "../../src/codegen/index.js";
import type { ContractOperation } from "../../src/codegen/operations.js";
import { envelopeOf } from "../client/echo-call.js";
import { type ReadEnvelope, readEnvelope } from "./read-envelope.js";

/** The message with the element `r` of `urn:t`, or of no namespace if the schema has no target namespace. */
export function wrapped(components: string, { target = "urn:t", attributes = "" } = {}) {
  const operation = operationWith(components, target, attributes);
  const { input } = operation;
  return {
    input,
    read: (document: string): ReadEnvelope => readEnvelope(envelopeOf(document), { output: input }),
    write: (value: object): string => encodeMessage(input, value),
    /** The value of a document, and the document that the value gives. */
    roundTrip(document: string) {
      const { content, deviations } = readEnvelope(envelopeOf(document), { output: input });
      if (content.kind === "fault") throw new Error("It is a fault.");
      const value = content.value ?? {};
      return { value, deviations, written: encodeMessage(input, value) };
    },
  };
}

function operationWith(components: string, target: string, attributes: string): ContractOperation {
  const schema = target === "" ? "" : ` targetNamespace="${target}" xmlns:t="${target}"`;
  const element = target === "" ? "r" : "t:r";
  const contract = parseContract(
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:d" xmlns:t="urn:t" targetNamespace="urn:d">
<w:types><xs:schema${schema} elementFormDefault="qualified" ${attributes}>${components}</xs:schema></w:types>
<w:message name="m"><w:part name="p" element="${element}"/></w:message>
<w:portType name="t"><w:operation name="exchange"><w:input message="d:m"/><w:output message="d:m"/></w:operation></w:portType>
<w:binding name="b" type="d:t"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="exchange"><s:operation soapAction=""/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
<w:service name="s"><w:port name="p" binding="d:b"><s:address location="http://127.0.0.1/"/></w:port></w:service>
</w:definitions>`,
    "test.wsdl",
  );
  const { exchange } = contractOperations(contract);
  if (exchange === undefined) throw new Error("The contract has no operation.");
  return exchange;
}
