/** Operations with binary content and attachments, as generated code has them. */
import type { Attachment, Operation } from "../../src/soap/index.js";

export const ns = "urn:files";

/** Binary content in the envelope, or in its place a part. */
export const store: Operation<
  { name: string; data: Uint8Array; more?: Uint8Array[] },
  { name?: string; data?: Uint8Array; more?: Uint8Array[] }
> = {
  generator: "test",
  name: "store",
  soapAction: "urn:files/store",
  input: { element: "store", namespace: ns, type: file() },
  output: { element: "storeResponse", namespace: ns, type: file(0) },
};

function file(minOccurs?: 0) {
  const optional = minOccurs === undefined ? {} : ({ minOccurs } as const);
  return {
    namespace: ns,
    sequence: [
      { element: "name", type: "string", ...optional },
      { element: "data", type: "base64Binary", ...optional },
      { element: "more", type: "base64Binary", minOccurs: 0, maxOccurs: "unbounded" },
    ],
  } as const;
}

/** The same with `--binary attachment`, and with `xmime:contentType`. */
export const stream: Operation<
  { scan: { $value: Attachment; contentType?: string } },
  { scan: { $value: Attachment; contentType?: string }; other?: Attachment }
> = {
  generator: "test",
  name: "stream",
  soapAction: "urn:files/stream",
  input: { element: "stream", namespace: ns, type: scans() },
  output: { element: "streamResponse", namespace: ns, type: scans() },
};

function scans() {
  const binary = { builtin: "base64Binary", as: "Attachment" } as const;
  const xmime = "http://www.w3.org/2005/05/xmlmime";
  return {
    namespace: ns,
    sequence: [
      {
        element: "scan",
        type: {
          namespace: ns,
          value: binary,
          attributes: [{ attribute: "contentType", namespace: xmime, type: "string" }],
        },
      },
      { element: "other", type: binary, minOccurs: 0 },
    ],
  } as const;
}

/** SOAP with Attachments: message parts beside the envelope, and a swaRef. */
export const swa: Operation<
  { note: string; ref?: Attachment; photo: Attachment },
  { note: string; ref?: Attachment; photo: Attachment }
> = {
  generator: "test",
  name: "swa",
  soapAction: "",
  input: { element: "swa", namespace: ns, type: noted(), attachments: ["photo"] },
  output: { element: "swaResponse", namespace: ns, type: noted(), attachments: ["photo"] },
};

function noted() {
  return {
    namespace: ns,
    sequence: [
      { element: "note", type: "string" },
      { element: "ref", type: { builtin: "anyURI", as: "Attachment" }, minOccurs: 0 },
    ],
  } as const;
}
