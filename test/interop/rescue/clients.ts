/** Clients of other stacks that call the Rescue simulator, and what each of them cannot do. */
import { fileURLToPath } from "node:url";
import { gsoap } from "../gsoap/rescue.js";
import { jaxWs } from "../jaxws/rescue.js";
import { rescueProxy, rescueWebRequest } from "../mono/proxies.js";
import { nodeSoap } from "../node-soap/rescue.js";
import type { Lacks } from "../pair.js";
import { CURL, GSOAP, JAX_WS, MONO, PERL, type Peer, PHP, SUDS, ZEEP } from "../peer.js";
import { run } from "../program.js";
import type { RescueKind } from "./kinds.js";

export interface RescueClient {
  readonly name: string;
  readonly peers: readonly Peer[];
  readonly protocols: readonly string[];
  readonly lacks: Lacks<RescueKind>;
  /** @param url of API.asmx @returns a line for each kind: `ok <kind>`, or `failed <kind>: <why>` */
  run(url: string, protocol: string): Promise<string>;
}

const SOAP = ["1.1", "1.2"];
const FORMS = ["GET", "POST"];

/** A program that runs unchanged. */
function script(interpreter: string, file: string): RescueClient["run"] {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  return (url, protocol) => run([interpreter, path, url, protocol]);
}

/** The same reason for each kind of the list. */
function lacking(kinds: readonly RescueKind[], reason: string): Lacks<RescueKind> {
  return Object.fromEntries(kinds.map((kind) => [kind, reason]));
}

const PAGES: Lacks<RescueKind> = {
  characters: "the plain pages have no user's description",
  dates: "the plain pages have no xs:dateTime",
  fault: "the plain pages have no faults",
};

export const RESCUE_CLIENTS: readonly RescueClient[] = [
  {
    name: "PHP's SoapClient",
    peers: [PHP],
    protocols: SOAP,
    lacks: {},
    run: script("php", "php/rescue.php"),
  },
  { name: "C# proxy (Mono)", peers: [MONO], protocols: SOAP, lacks: {}, run: rescueProxy },
  {
    name: "C# HttpWebRequest",
    peers: [MONO],
    protocols: FORMS,
    lacks: PAGES,
    run: rescueWebRequest,
  },
  { name: "node-soap's client", peers: [], protocols: SOAP, lacks: {}, run: nodeSoap },
  {
    name: "curl",
    peers: [CURL],
    protocols: SOAP,
    lacks: {},
    run: script("bash", "curl/rescue.sh"),
  },
  {
    name: "curl, forms",
    peers: [CURL],
    protocols: FORMS,
    lacks: lacking(
      ["out parameters", "email", "auth code", "arrays", "objects", "characters", "dates"],
      "ASP.NET has no form for operations with out parameters, and none of the others shows it",
    ),
    run: script("bash", "curl/rescue.sh"),
  },
  {
    name: "zeep",
    peers: [ZEEP],
    protocols: SOAP,
    lacks: {},
    run: script("/usr/bin/python3", "python/zeep_rescue.py"),
  },
  {
    name: "suds",
    peers: [SUDS],
    protocols: ["1.1"],
    lacks: {},
    run: script("/usr/bin/python3", "python/suds_rescue.py"),
  },
  {
    name: "SOAP::Lite",
    peers: [PERL],
    protocols: SOAP,
    lacks: {},
    run: script("perl", "perl/rescue.pl"),
  },
  { name: "gSOAP", peers: [GSOAP], protocols: SOAP, lacks: {}, run: gsoap },
  { name: "JAX-WS", peers: [JAX_WS], protocols: SOAP, lacks: {}, run: jaxWs },
];
