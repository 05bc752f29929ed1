/** Encode + decode of one generateEmailText: the codecs alone, and the whole clients with a canned response. */
import { createClientAsync, HttpClient } from "soap";
import { MessageText } from "../src/bytes/charset.js";
import { ResponseReceiver } from "../src/client/response/response-receiver.js";
import { encodeMessage } from "../src/codec/encode/encode.js";
import { generateEmailText } from "../src/generated/schema.js";
import { EnvelopeReader } from "../src/protocol/envelope/envelope-reader.js";
import { wrapEnvelope } from "../src/protocol/envelope/envelope-text.js";
import { SoapClient, type Transport } from "../src/soap/index.js";
import { XmlScanner } from "../src/xml/scanner.js";
import { interleave } from "./interleave.js";
import { json, request, response } from "./response.js";
import { median, medianRatio } from "./statistics.js";

export interface CodecFigures {
  readonly ours: number;
  readonly nodeSoap: number;
  readonly json: number;
  readonly timesFasterThanNodeSoap: number;
  readonly timesJson: number;
  /** A call through the whole client, with the response in place of the network. */
  readonly client: {
    readonly ours: number;
    readonly nodeSoap: number;
    readonly timesFasterThanNodeSoap: number;
  };
}

const run = {
  onDeviation() {},
  onViolation(violation: Error) {
    throw violation;
  },
};

function encodeAndDecode(): unknown {
  const xml = wrapEnvelope("soap11", encodeMessage(generateEmailText.input, request));
  const schema = { output: generateEmailText.output, header: undefined };
  const receiver = new ResponseReceiver(schema, run);
  const reader = new EnvelopeReader(receiver);
  const scanner = new XmlScanner(reader);
  const text = new MessageText("text/xml; charset=utf-8");
  scanner.write(text.write(response));
  scanner.write(text.end());
  scanner.end();
  return [xml, receiver.response(reader.end())];
}

const body = {
  async *[Symbol.asyncIterator]() {
    yield response;
  },
};
const headers = {
  get: (name: string) => (name === "content-type" ? "text/xml; charset=utf-8" : undefined),
  setCookie: [],
};
const canned: Transport = async () => ({ status: 200, headers, body });

/** node-soap's own HTTP client, with the response in place of the exchange. */
class CannedHttpClient extends HttpClient {
  override request(...[, , callback]: Parameters<HttpClient["request"]>): Promise<never> {
    callback(null, { status: 200, statusCode: 200, headers: {} }, response.toString());
    return new Promise(() => {});
  }
}

/** Times in µs. */
export async function codec(rounds: number): Promise<CodecFigures> {
  const client = new SoapClient({
    endpoint: "http://127.0.0.1/",
    protocol: "soap11",
    transport: canned,
  });
  const theirs = await createClientAsync("wsdl/API.wsdl", { httpClient: new CannedHttpClient() });
  const { wsdl } = theirs;
  const { element, namespace } = generateEmailText.input;
  const decoder = new TextDecoder();
  const times = await interleave(
    {
      ours: encodeAndDecode,
      nodeSoap: () => [
        wsdl.objectToDocumentXML(element, request, "tns", namespace, element),
        wsdl.xmlToObject(response.toString()),
      ],
      json: () => [JSON.stringify(request), JSON.parse(decoder.decode(json))],
      ourClient: () => client.call(generateEmailText, request),
      theirClient: () => theirs.generateEmailTextAsync(request),
    },
    rounds,
    2_000,
  );
  return {
    ours: median(times.ours),
    nodeSoap: median(times.nodeSoap),
    json: median(times.json),
    timesFasterThanNodeSoap: medianRatio(times.nodeSoap, times.ours),
    timesJson: medianRatio(times.ours, times.json),
    client: {
      ours: median(times.ourClient),
      nodeSoap: median(times.theirClient),
      timesFasterThanNodeSoap: medianRatio(times.theirClient, times.ourClient),
    },
  };
}
