/** WS-Addressing 1.0 (Core, SOAP Binding), with responses on the connection of their request. */
import { DecodeError } from "../../errors/index.js";
import { escapeAttribute, escapeText, type XmlElement } from "../../xml/index.js";
import type { Call, Interceptor } from "../call.js";

const NAMESPACES = {
  "1.0": "http://www.w3.org/2005/08/addressing",
  "2004/08": "http://schemas.xmlsoap.org/ws/2004/08/addressing",
} as const;

/** Options of `addressing`. */
export interface AddressingOptions {
  /** The version of WS-Addressing; default `1.0`. WSE and the first version of WCF use the submission `2004/08`. */
  readonly version?: keyof typeof NAMESPACES;
  /** The address of the receiver in the message; default: the endpoint, without user and password. */
  readonly to?: string;
  /** The address of the sender; default: none is sent. */
  readonly from?: string;
  /** Returns the action of an operation; default: the action of the contract. */
  readonly action?: (operation: Call["operation"]) => string;
}

/**
 * Adds addresses to each message, as WCF's wsHttpBinding requires without reliable messaging and secure conversation:
 * Action, MessageID, To, and an anonymous ReplyTo for a response on the same connection. A response that relates to
 * another message is a DecodeError (`UNEXPECTED_MESSAGE`).
 *
 * @example
 * new EchoClient({ port: "WSHttpBinding_Echo", interceptors: [addressing()] });
 */
export function addressing(options: AddressingOptions = {}): Interceptor {
  const namespace = NAMESPACES[options.version ?? "1.0"];
  const understood = RESPONSE_BLOCKS.map((name) => `{${namespace}}${name}`);
  return (next) => (call) => {
    const id = `urn:uuid:${crypto.randomUUID()}`;
    return next({
      ...call,
      headerBlocks: [...call.headerBlocks, ...blocks(call, id, namespace, options)],
      understood: [...call.understood, ...understood],
      onHeaderBlock: (block) => {
        if (block.name.namespace === namespace) checkRelation(block, id);
        call.onHeaderBlock?.(block);
      },
    });
  };
}

/** Message addressing properties of responses (Core §3.1). */
const RESPONSE_BLOCKS = ["To", "From", "ReplyTo", "FaultTo", "Action", "MessageID", "RelatesTo"];

/** In the order of WCF, with its mustUnderstand. */
function blocks(
  { operation, endpoint }: Call,
  id: string,
  namespace: string,
  { to = withoutCredentials(endpoint), from, action }: AddressingOptions,
): string[] {
  const block = (name: string, content: string, attributes = "") =>
    `<a:${name} xmlns:a="${escapeAttribute(namespace)}"${attributes}>${content}</a:${name}>`;
  const reference = (name: string, address: string) =>
    block(name, `<a:Address>${escapeText(address)}</a:Address>`);
  const mandatory = ' soap:mustUnderstand="1"';
  const named = action?.(operation) ?? operation.action ?? operation.soapAction;
  // `anonymous` is below the namespace in 1.0, and below its `role` in 2004/08.
  const path = namespace === NAMESPACES["1.0"] ? "" : "/role";
  return [
    block("Action", escapeText(named), mandatory),
    block("MessageID", id),
    ...(from === undefined ? [] : [reference("From", from)]),
    ...(operation.output === undefined
      ? []
      : [reference("ReplyTo", `${namespace}${path}/anonymous`)]),
    block("To", escapeText(to), mandatory),
  ];
}

function withoutCredentials(endpoint: string): string {
  if (!URL.canParse(endpoint)) return endpoint;
  const url = new URL(endpoint);
  if (url.username === "" && url.password === "") return endpoint;
  url.username = "";
  url.password = "";
  return url.href;
}

/** Ignores relations of other kinds than reply (Core §3.1). */
function checkRelation(block: XmlElement, id: string): void {
  if (block.name.local !== "RelatesTo") return;
  const kind = block.attribute("RelationshipType") ?? "Reply";
  if (!/(?:^|[/:])reply$/i.test(kind) || block.text.trim() === id) return;
  throw new DecodeError(
    "UNEXPECTED_MESSAGE",
    `The response relates to the message ${JSON.stringify(block.text.trim())}, not to the request ${id}.`,
    "Header/RelatesTo",
  );
}
