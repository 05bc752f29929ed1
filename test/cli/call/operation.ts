/** An operation whose request has a member of every kind. */
import type { ComplexType, Operation } from "../../../src/schema/index.js";

const State = { on: "on", off: "off" } as const;

export const item: ComplexType = {
  namespace: "urn:t",
  sequence: [
    { element: "lId", type: "long" },
    { element: "bytes", type: "base64Binary", minOccurs: 0 },
    { element: "inner", type: () => item, minOccurs: 0 },
  ],
};

const shape: ComplexType = {
  namespace: "urn:t",
  name: "{urn:t}Shape",
  sequence: [{ element: "color", type: "string" }],
  types: () => ({ Shape: shape, Circle: circle }),
};

const circle: ComplexType = {
  namespace: "urn:t",
  name: "{urn:t}Circle",
  extends: shape,
  sequence: [{ element: "radius", type: "double" }],
};

const price: ComplexType = {
  namespace: "urn:t",
  value: "decimal",
  attributes: [{ attribute: "currency", type: "string", required: true }],
};

export const operation: Operation = {
  generator: "test",
  name: "store",
  soapAction: "urn:t/store",
  input: {
    element: "store",
    namespace: "urn:t",
    type: {
      namespace: "urn:t",
      sequence: [
        { element: "iCount", type: "int" },
        { element: "lTotal", type: "long" },
        { element: "eState", type: { enumeration: State } },
        { element: "sSecret", type: "string", secret: true },
        { element: "sName", type: "string", maxOccurs: "unbounded" },
        {
          element: "aItems",
          type: {
            namespace: "urn:t",
            item: { element: "ITEM", type: item, maxOccurs: "unbounded" },
          },
        },
        { element: "aIds", type: { namespace: "urn:t", item: { element: "ID", type: "int" } } },
        { element: "item", type: item, minOccurs: 0 },
        { element: "shape", type: shape, minOccurs: 0 },
        { element: "price", type: price, minOccurs: 0 },
        { element: "with.dot", type: "string", minOccurs: 0 },
        {
          choice: [
            { element: "left", type: "int" },
            { element: "right", type: "int" },
          ],
        },
        {
          member: "pairs",
          maxOccurs: "unbounded",
          sequence: [
            { element: "key", type: "string" },
            { element: "value", type: "boolean", minOccurs: 0 },
          ],
        },
        { element: "anything", type: { any: "content" }, minOccurs: 0 },
        { any: "##other", member: "$any", minOccurs: 0 },
      ],
      attributes: [{ attribute: "version", type: "string" }],
      anyAttribute: true,
    },
  },
  output: {
    element: "storeResponse",
    namespace: "urn:t",
    type: { namespace: "urn:t", sequence: [] },
  },
};
