/** The readers that get the inputs. A target returns a short name of its result; it throws only for a finding. */
import { DecodeError, SoapError } from "../../src/errors/index.js";
import type { HttpHandler, HttpResponse } from "../../src/http/index.js";
import type { Operation } from "../../src/schema/index.js";
import { createService } from "../../src/server/index.js";
import { SoapClient } from "../../src/soap/index.js";
import { parseContract, WsdlError } from "../../src/wsdl/index.js";
import { XmlScanner } from "../../src/xml/index.js";
import { mutateStructure, mutateText } from "./mutate.js";
import type { Random } from "./random.js";
import { ENCODED, LITERAL } from "./schemas.js";
import { CONTENT_TYPES, DOCUMENTS, ENCODED_MESSAGES, MESSAGES, PACKAGES, WSDLS } from "./seeds.js";

export interface Target {
  /** The percentage of the inputs that it gets. */
  readonly share: number;
  input(random: Random): string;
  /** @returns `accepted`, or the code of the error */
  run(input: string, random: Random): Promise<string>;
}

const change = (text: string, random: Random) =>
  random.below(2) === 0 ? mutateText(text, random) : mutateStructure(text, random);

/** The code of an expected error. */
function codeOf(error: unknown): string {
  if (error instanceof SoapError && "code" in error) return String(error.code);
  if (error instanceof WsdlError) return error.code;
  throw error;
}

/** The result of a document, in chunks: the events with joined texts, and the error. */
function scanned(chunks: readonly string[]): { readonly code: string; readonly events: string } {
  let events = "";
  const scanner = new XmlScanner({
    startElement({ name, attributes }) {
      events += `\0<${name.namespace}|${name.local}`;
      for (const each of attributes)
        events += ` ${each.name.namespace}|${each.name.local}=${each.value}`;
      events += "\0>";
    },
    text(piece) {
      events += piece;
    },
    endElement() {
      events += "\0/";
    },
  });
  try {
    for (const chunk of chunks) scanner.write(chunk);
    scanner.end();
    return { code: "accepted", events };
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { code: error.code, events: `${events}\0${error.message}` };
  }
}

function cut(text: string, random: Random): string[] {
  if (random.below(8) === 0 && text.length < 2_000) return text.split("");
  const chunks: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = from + 1 + random.below(random.below(2) === 0 ? 8 : 200);
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
}

const xml: Target = {
  share: 40,
  input: (random) => change(random.pick(DOCUMENTS), random),
  async run(input, random) {
    const whole = scanned([input]);
    const pieces = scanned(cut(input, random));
    if (whole.events !== pieces.events || whole.code !== pieces.code) {
      throw new Error(`The result depends on the chunks: ${whole.code}, ${pieces.code}.`);
    }
    return whole.code;
  },
};

const respond = (text: string, type: string): HttpResponse => ({
  status: 200,
  headers: {
    get: (name) => (name.toLowerCase() === "content-type" ? type : undefined),
    setCookie: [],
  },
  body: (async function* () {
    yield Buffer.from(text, "utf8");
  })(),
});

/** A call that gets the input as its response. */
async function call(operation: Operation<object>, text: string, type: string): Promise<string> {
  const client = new SoapClient({
    endpoint: "http://127.0.0.1/",
    protocol: "soap11",
    transport: async () => respond(text, type),
  });
  try {
    await client.call(operation, {});
    return "accepted";
  } catch (error) {
    return codeOf(error);
  }
}

const response: Target = {
  share: 20,
  input: (random) => change(random.pick(MESSAGES), random),
  run: (input) => call(LITERAL, input, "text/xml"),
};

const encoded: Target = {
  share: 15,
  input: (random) => change(random.pick(ENCODED_MESSAGES), random),
  run: (input) => call(ENCODED, input, "text/xml"),
};

const mime: Target = {
  share: 8,
  input: (random) => mutateText(random.pick(PACKAGES), random),
  run: (input) => call(LITERAL, input, CONTENT_TYPES[0] ?? ""),
};

const contentType: Target = {
  share: 5,
  input: (random) => mutateText(random.pick(CONTENT_TYPES), random),
  run: (input, random) => call(LITERAL, random.pick([...MESSAGES, ...PACKAGES]), input),
};

let service: Promise<HttpHandler> | undefined;

/** A request: the service has to respond to all of them. */
const request: Target = {
  share: 10,
  input: (random) => change(random.pick(MESSAGES), random),
  async run(input) {
    service ??= createService({ op: LITERAL }, { handlers: { op: () => ({}) } });
    const handler = await service;
    const { status, body } = await handler.handle({
      url: "http://127.0.0.1/",
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: '"urn:a"' },
      body: input,
    });
    for await (const _ of body);
    return `status ${status}`;
  },
};

const wsdl: Target = {
  share: 2,
  input: (random) => change(random.pick(WSDLS), random),
  async run(input) {
    try {
      parseContract(input, "fuzz.wsdl");
      return "accepted";
    } catch (error) {
      return codeOf(error);
    }
  },
};

export const TARGETS = { xml, response, encoded, mime, contentType, request, wsdl } as const;
export type TargetName = keyof typeof TARGETS;
