import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/encode/encode.js";
import { type DataSetContent, readDataSet } from "../../src/dataset/read/read.js";
import { writeDataSet } from "../../src/dataset/write/write.js";
import { wrapEnvelope } from "../../src/protocol/envelope/envelope-text.js";
import type { MessageSchema, Particle } from "../../src/schema/index.js";
import type { XmlElement } from "../../src/xml/element.js";
import { readEnvelope } from "../codec/read-envelope.js";
import { dataSet } from "./arbitrary.js";

const XSD = "http://www.w3.org/2001/XMLSchema";
const DIFFGRAM = "urn:schemas-microsoft-com:xml-diffgram-v1";

const schemaElement: Particle = { element: "schema", namespace: XSD, type: { any: "content" } };

type Sent = (schema: XmlElement, diffgram: XmlElement) => DataSetContent;

/** The declaration of a DataSet in WSDLs, and its form on the wire. */
const forms: readonly [form: string, particles: readonly Particle[], sent: Sent][] = [
  [
    "s:schema and s:any",
    [schemaElement, { any: "##any", member: "$any" }],
    (schema, $any) => ({ schema, $any }),
  ],
  [
    "s:any twice",
    [
      { any: XSD, member: "$any" },
      { any: DIFFGRAM, member: "$any2" },
    ],
    ($any, $any2) => ({ $any, $any2 }),
  ],
  [
    "s:any of many schemas, and one of the DiffGram",
    [
      { any: XSD, member: "$any", minOccurs: 0, maxOccurs: "unbounded" },
      { any: DIFFGRAM, member: "$any2" },
    ],
    (schema, $any2) => ({ $any: [schema], $any2 }),
  ],
  [
    "s:any twice, which repeat together",
    [
      {
        sequence: [
          { any: XSD, member: "$any", minOccurs: 0 },
          { any: DIFFGRAM, member: "$any2", minOccurs: 0 },
        ],
        member: "$sequence",
        maxOccurs: "unbounded",
      },
    ],
    ($any, $any2) => ({ $sequence: [{ $any, $any2 }] }),
  ],
];

it.each(forms)("travels in a message: %s", (_, sequence, membersOf) => {
  const schema: MessageSchema = {
    element: "SetShop",
    namespace: "http://tempuri.org/",
    type: {
      namespace: "http://tempuri.org/",
      sequence: [{ element: "shop", type: { namespace: "http://tempuri.org/", sequence } }],
    },
  };
  fc.assert(
    fc.property(dataSet, (sent) => {
      const { schema: written, $any } = writeDataSet(sent);
      const shop = membersOf(written, $any);
      expect(readDataSet(decode(schema, encodeMessage(schema, { shop })))).toEqual(sent);
    }),
    { numRuns: 20 },
  );
});

function decode(output: MessageSchema, body: string): DataSetContent {
  const { content, deviations } = readEnvelope(wrapEnvelope("soap11", body), { output });
  expect(deviations).toEqual([]);
  if (content.kind === "fault") throw new Error("A fault was not expected.");
  return Object(content.value).shop;
}
