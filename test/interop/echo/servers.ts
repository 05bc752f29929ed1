/** The echo servers, of other stacks and ours, and what each of them cannot do. */
import type { SoapVersion } from "../../../src/soap/index.js";
import { startMono } from "../mono/service.js";
import { startNodeSoap } from "../node-soap/service.js";
import { startOurs } from "../ours/service.js";
import type { Lacks } from "../pair.js";
import { MONO, type Peer, PHP } from "../peer.js";
import { startPhp } from "../php/service.js";
import type { EchoKind } from "./kinds.js";

/** The contracts of `contracts/`, as Mono wrote them for the services of `mono/service`. */
export const CONTRACTS = ["Echo", "RpcEncoded", "RpcLiteral"] as const;
export type ContractName = (typeof CONTRACTS)[number];

/** The address of each contract; the WSDL is at `?wsdl`. */
export type ContractUrls = Readonly<Record<ContractName, string>>;

/** A running server. */
export interface EchoServer {
  readonly urls: ContractUrls;
  close(): Promise<void>;
}

export interface ServerStack {
  readonly name: string;
  readonly peers: readonly Peer[];
  /** @param version the version of the response, if the request does not determine it */
  start(version: SoapVersion): Promise<EchoServer>;
  readonly lacks: Lacks<EchoKind>;
}

/** node-soap's server writes a value that the schema does not define with the prefix of the request, and does not declare the prefix. */
const UNDECLARED = "writes prefixes that it does not declare";

export const SERVERS = {
  mono: {
    name: "Mono's ASMX",
    peers: [MONO],
    start: startMono,
    lacks: { "one-way, and done": "does not run one-way methods" },
  },
  ours: {
    name: "ours",
    peers: [],
    start: () => startOurs("standard"),
    lacks: {},
  },
  "ours-asmx": {
    name: "ours, as ASMX",
    peers: [],
    start: () => startOurs("asmx"),
    lacks: {},
  },
  php: {
    name: "PHP's SoapServer",
    peers: [PHP],
    start: startPhp,
    lacks: {
      "64-bit and unbounded numbers": "has no unsigned integers of 64 bits",
      "NaN and INF": "writes NAN, which is no xs:double",
      "qualified attributes": "passes over attributes of another namespace",
      "choices in order": "keeps elements by their names, not in their order",
    },
  },
  "node-soap": {
    name: "node-soap's server",
    peers: [],
    start: startNodeSoap,
    lacks: {
      "rpc/literal": "writes attributes without escaping them",
      "rpc/encoded": UNDECLARED,
      "multi-references": "names the result of an rpc operation otherwise than the contract",
      "SOAP arrays": UNDECLARED,
      numbers: UNDECLARED,
      "64-bit and unbounded numbers": "reads integers as doubles",
      "NaN and INF": "reads INF as NaN",
      decimals: "reads decimals as doubles",
      "dates and times": "writes nothing for a date that it has read",
      "Guid and binary": UNDECLARED,
      arrays: "writes null in an array as an empty element",
      "enums and flags": UNDECLARED,
      "attributes and text": "reads decimals as doubles",
      "qualified attributes": UNDECLARED,
      "derived types": UNDECLARED,
      "choices in order": "keeps elements by their names, not in their order",
      "any content": UNDECLARED,
      "any type": UNDECLARED,
      DataSet: UNDECLARED,
      "null and empty": "writes null in an array as an empty element",
      "white space": "trims texts",
    },
  },
} as const satisfies Readonly<Record<string, ServerStack>>;
