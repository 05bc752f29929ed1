/** WS-Addressing 1.0 (Core, SOAP Binding) of calls whose answer comes back on their connection. */
import { DecodeError } from "../../errors/index.js";
import { escapeAttribute, escapeText, type XmlElement } from "../../xml/index.js";
import type { Call, Interceptor } from "../call.js";

const NAMESPACES = {
  "1.0": "http://www.w3.org/2005/08/addressing",
  "2004/08": "http://schemas.xmlsoap.org/ws/2004/08/addressing",
} as const;

export interface AddressingOptions {
  /** Default `1.0`; the submission of August 2004 is what WSE and the first WCF speak. */
  readonly version?: keyof typeof NAMESPACES;
  /** Where the message goes, for who reads it; default: the endpoint, without user and password. */
  readonly to?: string;
  /** Who sends it. */
  readonly from?: string;
  /** In place of what the contract says of the operation. */
  readonly action?: (operation: Call["operation"]) => string;
}

/**
 * Addresses each message, as WCF's wsHttpBinding wants it, without reliable messaging and secure conversation: Action,
 * MessageID, To, and a ReplyTo that says that the answer comes back on the connection. An answer that says that it is to
 * another message is a DecodeError (`UNEXPECTED_MESSAGE`).
 *
 * @example
 * new EchoClient({ port: "WSHttpBinding_Echo", interceptors: [addressing()] });
 */
export function addressing(options: AddressingOptions = {}): Interceptor {
  const namespace = NAMESPACES[options.version ?? "1.0"];
  const understood = ANSWERED.map((name) => `{${namespace}}${name}`);
  return (next) => (call) => {
    const id = `urn:uuid:${crypto.randomUUID()}`;
    return next({
      ...call,
      headerBlocks: [...call.headerBlocks, ...blocks(call, id, namespace, options)],
      understood: [...call.understood, ...understood],
      onHeaderBlock: (block) => {
        if (block.name.namespace === namespace) holdRelation(block, id);
        call.onHeaderBlock?.(block);
      },
    });
  };
}

/** Message addressing properties that an answer may have (Core §3.1). */
const ANSWERED = ["To", "From", "ReplyTo", "FaultTo", "Action", "MessageID", "RelatesTo"];

/** The order and the mustUnderstand are WCF's. */
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
  // In 1.0 `anonymous` and `none` are below the namespace, in 2004/08 below its `role`.
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

/** A relation of another kind than that of an answer is nobody's concern (Core §3.1). */
function holdRelation(block: XmlElement, id: string): void {
  if (block.name.local !== "RelatesTo") return;
  const kind = block.attribute("RelationshipType") ?? "Reply";
  if (!/(?:^|[/:])reply$/i.test(kind) || block.text.trim() === id) return;
  throw new DecodeError(
    "UNEXPECTED_MESSAGE",
    `The answer relates to the message ${JSON.stringify(block.text.trim())}, not to ${id} that was sent.`,
    "Header/RelatesTo",
  );
}
