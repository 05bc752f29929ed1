/** SOAP 1.1 and 1.2: messages on the wire. */
import type { Capability } from "./capability.js";

const CLIENT = "test/client/client.test.ts";
const CODEC = "test/codec/codec.test.ts";
const FAULT = "test/protocol/fault/fault.test.ts";
const HEADER = "test/protocol/header/header.test.ts";
const ENCODED = "test/codec/encoded.test.ts";
const CONSTRUCTS = "test/codec/constructs.test.ts";
const BINDINGS = "test/wsdl/capabilities/bindings.test.ts";
const ATTACHMENTS = "test/mime/attachments.test.ts";
const SCANNER = "test/xml/scanner.test.ts";

export const messages = [
  {
    id: "soap.11",
    area: "soap",
    construct: "SOAP 1.1 envelopes over HTTP (SOAP 1.1 §4, §6)",
    status: "supported",
    note: "with a quoted SOAPAction",
    test: { file: CLIENT, name: "sends SOAP 1.1 with a quoted SOAPAction" },
  },
  {
    id: "soap.12",
    area: "soap",
    construct: "SOAP 1.2 envelopes over HTTP (SOAP 1.2 part 1 §5, part 2 §7)",
    status: "supported",
    note: "with the action in the media type",
    test: { file: CLIENT, name: "sends SOAP 1.2 with the action in the media type" },
  },
  {
    id: "soap.fault.11",
    area: "soap",
    construct: "faults of SOAP 1.1 (SOAP 1.1 §4.4)",
    status: "supported",
    note: "thrown as SoapFault",
    test: { file: CLIENT, name: "reads a fault of SOAP 1.1" },
  },
  {
    id: "soap.fault.12",
    area: "soap",
    construct: "faults of SOAP 1.2 (SOAP 1.2 part 1 §5.4)",
    status: "supported",
    note: "thrown as SoapFault, with subcodes and every language",
    test: { file: CLIENT, name: "reads a fault of SOAP 1.2 with subcodes, languages and detail" },
  },
  {
    id: "soap.fault.detail",
    area: "soap",
    construct: "details of declared faults (WSDL 1.1 §3.6)",
    status: "supported",
    note: "isFault distinguishes them and types the detail",
    test: { file: FAULT, name: "has its name and its typed detail in %s" },
  },
  {
    id: "soap.fault.header",
    area: "soap",
    construct: "faults in the Header (WSDL 1.1 §3.7)",
    status: "supported",
    note: "as faults with the name of their part",
    test: { file: FAULT, name: "may come in the Header" },
  },
  {
    id: "soap.header",
    area: "soap",
    construct: "header blocks (SOAP 1.1 §4.2, SOAP 1.2 part 1 §5.2)",
    status: "supported",
    note: "typed in requests and responses, with mustUnderstand, role and relay",
    test: { file: HEADER, name: "may set mustUnderstand and the actor" },
  },
  {
    id: "soap.must-understand",
    area: "soap",
    construct:
      "header blocks of a response that must be understood (SOAP 1.1 §4.2.3, SOAP 1.2 part 1 §5.2.3)",
    status: "supported",
    note: "an error if neither the contract nor an interceptor knows them",
    test: { file: HEADER, name: "in %s with %s is an error: %s" },
  },
  {
    id: "soap.nil",
    area: "soap",
    construct: "xsi:nil (XML Schema part 1 §2.6.2)",
    status: "supported",
    note: "null, absent and empty are different values",
    test: { file: CODEC, name: "distinguishes absent, empty and nil" },
  },
  {
    id: "soap.deviations",
    area: "soap",
    construct: "responses in another order or with unknown elements",
    status: "supported",
    note: "accepted and reported to onDeviation; an error with strict",
    test: { file: CODEC, name: "accepts any order and unknown elements, and reports them" },
  },
  {
    id: "soap.parts",
    area: "soap",
    construct: "Bodies with several elements or none (WSDL 1.1 §3.5)",
    status: "supported",
    note: "one member per element",
    test: { file: CONSTRUCTS, name: "have a member for each" },
  },
  {
    id: "soap.encoding",
    area: "soap",
    construct: "the SOAP encoding (SOAP 1.1 §5)",
    status: "supported",
    note: "elements have an xsi:type",
    test: { file: CONSTRUCTS, name: "name their types, and are read back" },
  },
  {
    id: "soap.multi-reference",
    area: "soap",
    construct: "multi-reference values (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5)",
    status: "partial",
    note: "read: references to one element have the same object as their value; values are written in their place, and circular graphs are an error",
    test: { file: ENCODED, name: "may be elsewhere in the Body, as SOAP %s defines" },
  },
  {
    id: "soap.array",
    area: "soap",
    construct: "SOAP arrays (SOAP 1.1 §5.4.2, SOAP 1.2 part 2 §3.1.6)",
    status: "supported",
    note: "arrays, or arrays of arrays for several dimensions; with the attributes of the SOAP version",
    test: { file: ENCODED, name: "are written as SOAP %s has them, and read back" },
  },
  {
    id: "soap.array.element",
    area: "soap",
    construct: "SOAP arrays that are described by their only element (WSDL 1.1 §2.2)",
    status: "supported",
    note: "arrays",
    test: { file: BINDINGS, name: "arrays by their only element" },
  },
  {
    id: "soap.encoding.types",
    area: "soap",
    construct: "types of the namespace of the encoding, for example soapenc:string (SOAP 1.1 §5.2)",
    status: "supported",
    note: "as the types of XML Schema",
    test: { file: BINDINGS, name: "types of the namespace of the encoding" },
  },
  {
    id: "soap.array.sparse",
    area: "soap",
    construct: "sparse and partially transmitted SOAP arrays (SOAP 1.1 §5.4.2.1, §5.4.2.2)",
    status: "supported",
    note: "read, with null for missing items; all items are written",
    test: { file: ENCODED, name: "are sparse: %s" },
  },
  {
    id: "soap.mtom",
    area: "soap",
    construct: "binary content in separate parts (XOP 1.0, SOAP MTOM 1.0)",
    status: "supported",
    note: "sent with the option mtom; read in every response; streamed with --binary attachment",
    test: { file: ATTACHMENTS, name: "return bytes if the types are bytes" },
  },
  {
    id: "soap.swaref",
    area: "soap",
    construct: "references to attachments, swaRef (WS-I Attachments Profile 1.0 §4.4)",
    status: "supported",
    note: "an Attachment",
    test: { file: ATTACHMENTS, name: "finds each part by its Content-ID, or by its turn" },
  },
  {
    id: "soap.attachments",
    area: "soap",
    construct: "attachments that are not in the contract (SOAP Messages with Attachments)",
    status: "supported",
    note: "options of the call",
    test: {
      file: ATTACHMENTS,
      name: "sends and returns attachments that are not in the contract",
    },
  },
  {
    id: "soap.doctype",
    area: "soap",
    construct: "a document type declaration in a message (SOAP 1.1 §3, SOAP 1.2 part 1 §5)",
    status: "unsupported",
    note: "the standards forbid it; remove it from the message",
    test: { file: SCANNER, name: "a document type" },
  },
] as const satisfies readonly Capability[];
