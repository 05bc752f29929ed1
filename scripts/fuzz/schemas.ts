/** The operation of the messages: literal and encoded, with all kinds of content. */
import type { ArrayType, MessageSchema, Operation } from "../../src/schema/index.js";

const record: MessageSchema = {
  element: "op",
  namespace: "urn:f",
  type: {
    namespace: "urn:f",
    sequence: [
      { element: "s", type: "string", minOccurs: 0 },
      { element: "n", type: "int", minOccurs: 0 },
      { element: "l", type: "long", minOccurs: 0 },
      { element: "d", type: "decimal", minOccurs: 0 },
      { element: "t", type: { builtin: "dateTime", as: "Date" }, minOccurs: 0 },
      { element: "p", type: "duration", minOccurs: 0 },
      { element: "b", type: "base64Binary", minOccurs: 0 },
      { element: "h", type: "hexBinary", minOccurs: 0 },
      { element: "q", type: "QName", minOccurs: 0 },
      { element: "x", type: { union: ["boolean", { list: "double" }] }, minOccurs: 0 },
      {
        element: "r",
        type: {
          namespace: "urn:f",
          sequence: [
            {
              choice: [
                { element: "v", type: "int" },
                { element: "y", type: "date" },
              ],
            },
            { element: "w", type: { any: "content" }, minOccurs: 0 },
          ],
        },
        minOccurs: 0,
        maxOccurs: "unbounded",
      },
      { any: "##other urn:f", member: "any", minOccurs: 0, maxOccurs: "unbounded" },
    ],
    attributes: [{ attribute: "a", type: "unsignedByte" }],
    anyAttribute: true,
  },
};

const XSD = "http://www.w3.org/2001/XMLSchema";
const nested: ArrayType = {
  namespace: "",
  item: { element: "i", type: "int", nillable: true },
  soapArray: `{${XSD}}int[,]`,
};

const encoded: MessageSchema = {
  element: "op",
  namespace: "urn:f",
  encoded: true,
  type: {
    namespace: "",
    sequence: [
      { element: "a", type: nested, minOccurs: 0 },
      { element: "c", type: node, minOccurs: 0, maxOccurs: "unbounded" },
    ],
  },
};

function node() {
  return NODE;
}

const NODE = {
  namespace: "",
  sequence: [
    { element: "v", type: "int", nillable: true },
    { element: "c", type: node, minOccurs: 0, nillable: true },
    { any: "##other urn:f", member: "any", minOccurs: 0, maxOccurs: "unbounded" },
  ],
} as const;

const faults = {
  f: {
    parts: [
      {
        element: "f",
        namespace: "urn:f",
        type: { namespace: "urn:f", sequence: [{ element: "v", type: "int" }] },
      },
    ],
  },
} as const;

const operation = (message: MessageSchema): Operation<object> => ({
  name: "op",
  generator: "fuzz",
  soapAction: "urn:a",
  input: message,
  output: message,
  faults,
  headers: {
    input: {
      parts: [
        {
          element: "h",
          namespace: "urn:f",
          minOccurs: 0,
          type: { namespace: "urn:f", sequence: [{ element: "v", type: "int" }] },
        },
      ],
    },
  },
});

export const LITERAL = operation(record);
export const ENCODED = operation(encoded);
