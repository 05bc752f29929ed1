import { expect, it } from "vitest";
import type { MessageSchema } from "../../../src/schema/index.js";
import { asmxProfile } from "../../../src/server/asmx/asmx-profile.js";

const message: MessageSchema = {
  element: "m",
  namespace: "urn:t",
  type: {
    namespace: "urn:t",
    sequence: [{ element: "text", type: "string", nillable: true }],
  },
};

// The envelope of ASMX declares xsi; without an envelope the document has to.
it.each([
  [false, '<m xmlns="urn:t"><text xsi:nil="true" /></m>'],
  [
    true,
    '<m xmlns="urn:t"><text xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true" /></m>',
  ],
])("writes null, in a document: %s", (isDocument, want) => {
  const options = { name: "m", version: "soap11", isDocument } as const;
  expect(asmxProfile.write(message, { text: null }, options)).toBe(want);
});
