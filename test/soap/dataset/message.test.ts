import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeMessage } from "../../../src/soap/codec/encode.js";
import { type DataSetContent, readDataSet } from "../../../src/soap/dataset/read.js";
import { writeDataSet } from "../../../src/soap/dataset/write.js";
import { wrapEnvelope } from "../../../src/soap/envelope/envelope.js";
import type { MessageSchema, Particle } from "../../../src/soap/schema.js";
import { readEnvelope } from "../codec/read-envelope.js";
import { dataSet } from "./arbitrary.js";

const XSD = "http://www.w3.org/2001/XMLSchema";
const DIFFGRAM = "urn:schemas-microsoft-com:xml-diffgram-v1";

const schemaElement: Particle = { element: "schema", namespace: XSD, type: { any: "content" } };

/** How WSDLs declare a DataSet, and what it is sent as. */
const forms: readonly [form: string, particles: readonly Particle[], many: boolean][] = [
  ["s:schema and s:any", [schemaElement, { any: "##any", member: "$any" }], false],
  [
    "s:any twice",
    [
      { any: XSD, member: "$any" },
      { any: DIFFGRAM, member: "$any2" },
    ],
    false,
  ],
  [
    "s:any of many schemas, and one of the DiffGram",
    [
      { any: XSD, member: "$any", minOccurs: 0, maxOccurs: "unbounded" },
      { any: DIFFGRAM, member: "$any2" },
    ],
    true,
  ],
];

it.each(forms)("travels in a message: %s", (_, sequence, many) => {
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
      const [first] = sequence;
      const shop =
        first === schemaElement
          ? { schema: written, $any }
          : { $any: many ? [written] : written, $any2: $any };
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
