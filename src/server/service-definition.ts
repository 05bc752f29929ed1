/** What a service consists of: operations by their wire schema, the function that runs them, and the rules of its profile. */

import type { Values } from "../codec/index.js";
import type { Protocol } from "../contract/index.js";
import type { Attachment, MtomOption } from "../mime/index.js";
import type { Operation } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";
import type { Description } from "./description/description.js";
import type { FormBinding } from "./description/http-binding.js";
import type { CookieAccess, HttpCall } from "./http-exchange.js";
import type { OperationIndex } from "./operation-index.js";
import type { Profile } from "./profile/profile.js";

/** A call of an operation, over any binding. */
export interface Invocation {
  /** The name of the operation in the service's `operations`. */
  readonly key: string;
  readonly operation: Operation;
  readonly request: Values;
  readonly protocol: Protocol;
  /** The blocks of the request's Header that the contract has, decoded. */
  readonly header: Values | undefined;
  /** All blocks of the request's Header. */
  readonly headerBlocks: readonly XmlElement[];
  /** The attachments of the request that the contract does not mention; only over SOAP. */
  readonly attachments?: AsyncIterable<Attachment>;
  readonly http: HttpCall;
}

/** The result of an operation. */
export interface Reply {
  /** The response; `undefined` if the operation has none. */
  readonly value?: Values | undefined;
  /** The values of the response's Header. */
  readonly header?: Values | undefined;
  /** Attachments of the response that the contract does not mention. */
  readonly attachments?: readonly Attachment[];
  /** Its values are samples, which facets are not checked of. */
  readonly isSample?: true;
}

/** Pages beside the service, by their names: `login.aspx`. */
export interface Pages {
  /** The names of all pages, for the index page. */
  readonly names: readonly string[];
  /** The text of a page; `undefined` if there is no page of that name (lower case). */
  text(name: string, parameters: URLSearchParams, cookies: CookieAccess): string | undefined;
}

export interface ServiceDefinition {
  readonly name: string;
  /** The path of the service, `/API/API.asmx`; its letter case does not matter, as in IIS. */
  readonly path: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly index: OperationIndex;
  /** The content of its WSDL; `undefined` if it has none. */
  readonly description: Description | undefined;
  /** The operations of the HTTP GET and POST bindings. */
  readonly forms: readonly FormBinding[];
  readonly profile: Profile;
  /** The supported versions of SOAP. */
  readonly versions: readonly ("soap11" | "soap12")[];
  /** For responses; `undefined`: as in the request. */
  readonly mtom: MtomOption | undefined;
  /** Blocks of a request's Header, `{namespace}local`, that the service understands in addition to the contract's. */
  readonly understood: ReadonlySet<string>;
  /** The largest request, in bytes. */
  readonly maxRequestBytes: number;
  /** The most elements, attributes and items of lists in a request. */
  readonly maxRequestElements: number;
  /** The messages whose facets are checked; `undefined`: none. */
  readonly validate: "request" | "response" | "both" | undefined;
  readonly pages: Pages | undefined;
  /** Runs an operation. @throws ServiceFault the fault that is the response */
  invoke(call: Invocation): Reply | Promise<Reply>;
}
