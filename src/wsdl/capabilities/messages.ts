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
    construct: "details of the contract's faults (WSDL 1.1 §3.6)",
    status: "supported",
    note: "told apart and typed by isFault",
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
    construct: "blocks of the Header (SOAP 1.1 §4.2, SOAP 1.2 part 1 §5.2)",
    status: "supported",
    note: "typed both ways, with mustUnderstand, role and relay",
    test: { file: HEADER, name: "may say who must understand them" },
  },
  {
    id: "soap.must-understand",
    area: "soap",
    construct:
      "blocks of an answer that must be understood (SOAP 1.1 §4.2.3, SOAP 1.2 part 1 §5.2.3)",
    status: "supported",
    note: "an error where neither the contract nor an interceptor has them",
    test: { file: HEADER, name: "in %s with %s is an error: %s" },
  },
  {
    id: "soap.nil",
    area: "soap",
    construct: "xsi:nil (XML Schema part 1 §2.6.2)",
    status: "supported",
    note: "null, absent and empty are three things",
    test: { file: CODEC, name: "tells absent, empty and nil apart" },
  },
  {
    id: "soap.deviations",
    area: "soap",
    construct: "answers in another order or with unknown elements",
    status: "supported",
    note: "taken, and told to onDeviation; with strict an error",
    test: { file: CODEC, name: "takes any order and unknown elements, and says so" },
  },
  {
    id: "soap.parts",
    area: "soap",
    construct: "Bodies of several elements or of none (WSDL 1.1 §3.5)",
    status: "supported",
    note: "a member for each",
    test: { file: CONSTRUCTS, name: "have a member for each" },
  },
  {
    id: "soap.encoding",
    area: "soap",
    construct: "the SOAP encoding (SOAP 1.1 §5)",
    status: "supported",
    note: "types are named with xsi:type",
    test: { file: CONSTRUCTS, name: "name their types, and are read back" },
  },
  {
    id: "soap.multi-reference",
    area: "soap",
    construct: "values that stand elsewhere in the Body (SOAP 1.1 §5.4.1, SOAP 1.2 part 2 §3.1.5)",
    status: "partial",
    note: "read; what is written stands in its place, and graphs with a circle are an error",
    test: { file: ENCODED, name: "may stand elsewhere in the Body, as SOAP %s has it" },
  },
  {
    id: "soap.array",
    area: "soap",
    construct: "SOAP arrays (SOAP 1.1 §5.4.2, SOAP 1.2 part 2 §3.1.6)",
    status: "supported",
    note: "arrays; of several dimensions arrays of arrays; with the attributes of the version that is spoken",
    test: { file: ENCODED, name: "are written as SOAP %s has them, and read back" },
  },
  {
    id: "soap.array.element",
    area: "soap",
    construct: "SOAP arrays that are described by their one element (WSDL 1.1 §2.2)",
    status: "supported",
    note: "arrays",
    test: { file: BINDINGS, name: "arrays by their one element" },
  },
  {
    id: "soap.encoding.types",
    area: "soap",
    construct: "the types of the encoding's namespace, as soapenc:string (SOAP 1.1 §5.2)",
    status: "supported",
    note: "those of XML Schema",
    test: { file: BINDINGS, name: "types of the encoding's own namespace" },
  },
  {
    id: "soap.array.sparse",
    area: "soap",
    construct: "sparse and partially transmitted SOAP arrays (SOAP 1.1 §5.4.2.1, §5.4.2.2)",
    status: "supported",
    note: "read, with null where no item is; what is written has all its items",
    test: { file: ENCODED, name: "are sparse: %s" },
  },
  {
    id: "soap.mtom",
    area: "soap",
    construct: "binary content in parts beside the envelope (XOP 1.0, SOAP MTOM 1.0)",
    status: "supported",
    note: "sent with the option mtom; read in any answer; streamed with --binary attachment",
    test: { file: ATTACHMENTS, name: "give the bytes where the types say so" },
  },
  {
    id: "soap.swaref",
    area: "soap",
    construct:
      "references to parts beside the envelope, swaRef (WS-I Attachments Profile 1.0 §4.4)",
    status: "supported",
    note: "an Attachment",
    test: { file: ATTACHMENTS, name: "finds each part by its Content-ID, or by its turn" },
  },
  {
    id: "soap.attachments",
    area: "soap",
    construct: "attachments that the contract says nothing of (SOAP Messages with Attachments)",
    status: "supported",
    note: "options of the call",
    test: {
      file: ATTACHMENTS,
      name: "sends and gives attachments that the contract says nothing of",
    },
  },
  {
    id: "soap.doctype",
    area: "soap",
    construct: "a document type declaration in a message (SOAP 1.1 §3, SOAP 1.2 part 1 §5)",
    status: "refused",
    note: "the standard forbids them, and they are the way of attacks",
    test: { file: SCANNER, name: "a document type" },
  },
] as const satisfies readonly Capability[];
