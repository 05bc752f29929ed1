/** What the engine serves: operations by their wire schema, what answers them, and by which rules. */

import type { Protocol } from "../contract/index.js";
import type { Attachment, MtomOption } from "../mime/index.js";
import type { Operation } from "../schema/index.js";
import type { XmlElement } from "../xml/index.js";
import type { Description } from "./description/description.js";
import type { FormBinding } from "./description/http-binding.js";
import type { CookieAccess, HttpCall } from "./http-exchange.js";
import type { OperationIndex } from "./operation-index.js";
import type { Profile } from "./profile/profile.js";
import type { Values } from "./values.js";

/** A call of an operation, over whichever binding it came. */
export interface Invocation {
  /** What the service's `operations` call it. */
  readonly key: string;
  readonly operation: Operation;
  readonly request: Values;
  readonly protocol: Protocol;
  /** What the request's Header holds of what the contract has for it. */
  readonly header: Values | undefined;
  /** All that it holds. */
  readonly headerBlocks: readonly XmlElement[];
  /** Beside its envelope, where the contract says nothing of them; none over other bindings. */
  readonly attachments?: AsyncIterable<Attachment>;
  readonly http: HttpCall;
}

export interface Reply {
  /** The response; nothing where the operation answers nothing. */
  readonly value?: Values | undefined;
  /** What goes into the answer's Header. */
  readonly header?: Values | undefined;
  /** Sent beside its envelope, where the contract says nothing of them. */
  readonly attachments?: readonly Attachment[];
}

export interface Service {
  readonly name: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly index: OperationIndex;
  /** What its WSDL says; `undefined` where there is none. */
  readonly description: Description | undefined;
  /** The operations that HTTP GET and POST reach. */
  readonly forms: readonly FormBinding[];
  readonly profile: Profile;
  /** The versions of SOAP that it speaks. */
  readonly versions: readonly ("soap11" | "soap12")[];
  /** For answers; `undefined`: as their requests are. */
  readonly mtom: MtomOption | undefined;
  /** Blocks of a request's Header, `{namespace}local`, that may say mustUnderstand beside those of the contract. */
  readonly understands: ReadonlySet<string>;
  /** @throws ServiceFault what is answered instead */
  invoke(call: Invocation): Reply | Promise<Reply>;
  /** A page beside the service, `login.aspx`: its text, or `undefined` where there is none. */
  page?(name: string, parameters: URLSearchParams, cookies: CookieAccess): string | undefined;
}
