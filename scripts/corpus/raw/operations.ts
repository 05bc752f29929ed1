/** The messages of the operations of a contract, as the bindings define them (WSDL 1.1 §2.4 to §2.6, §3). */
import type { RawContract } from "./documents.js";
import { HTTP, MIME, SOAP11, SOAP12, WSDL } from "./namespaces.js";
import { childrenNamed, expandedName, type RawElement } from "./tree.js";

export interface RawPart {
  readonly name: string;
  /** The expanded name of the element or type. */
  readonly element: string | undefined;
  readonly type: string | undefined;
}

export interface RawHeader {
  readonly part: RawPart;
  readonly namespace: string;
  /** Whether it is a part of the message itself. */
  readonly isOwn: boolean;
}

export interface RawMessage {
  /** The expanded name of the message; for a fault its name in the operation. */
  readonly name: string;
  readonly direction: "input" | "output" | "fault";
  readonly style: "document" | "rpc";
  readonly isEncoded: boolean;
  /** The name of the wrapper of an rpc message. */
  readonly namespace: string;
  readonly parts: readonly RawPart[];
  readonly headers: readonly RawHeader[];
  readonly attachments: readonly RawPart[];
}

export interface RawOperation {
  readonly name: string;
  readonly isSoap: boolean;
  readonly messages: readonly RawMessage[];
}

type ByName = ReadonlyMap<string, RawElement>;

/** The operations of all bindings of ports; of all bindings if there is no service. */
export function operationsOf({ definitions }: RawContract): readonly RawOperation[] {
  const roots = definitions.map(({ root }) => root);
  const byName = (local: string): ByName =>
    new Map(
      roots.flatMap((root) =>
        childrenNamed(root, WSDL, local).map((element) => [
          `{${root.attributes.get("targetNamespace") ?? ""}}${element.attributes.get("name")}`,
          element,
        ]),
      ),
    );
  const bindings = byName("binding");
  const services = roots.flatMap((root) => childrenNamed(root, WSDL, "service"));
  const ports = services.flatMap((service) => childrenNamed(service, WSDL, "port"));
  const used =
    services.length === 0
      ? [...bindings.values()]
      : ports.flatMap((port) => referred(port, "binding", bindings) ?? []);
  const portTypes = byName("portType");
  const messages = byName("message");
  return [...new Set(used)].flatMap((binding) => bound(binding, portTypes, messages));
}

function referred(element: RawElement, attribute: string, targets: ByName): RawElement | undefined {
  const name = referredName(element, attribute, targets);
  return name === undefined ? undefined : targets.get(name);
}

/** Some WSDLs omit the prefix; the name identifies the only component with this local name. */
function referredName(element: RawElement, attribute: string, targets: ByName): string | undefined {
  const value = element.attributes.get(attribute);
  if (value === undefined) return undefined;
  const name = expandedName(element, value);
  if (targets.has(name)) return name;
  return value.includes(":")
    ? undefined
    : [...targets.keys()].find((key) => key.endsWith(`}${value.trim()}`));
}

function soapNamed(element: RawElement, ...locals: string[]): readonly RawElement[] {
  return [SOAP11, SOAP12].flatMap((namespace) => childrenNamed(element, namespace, ...locals));
}

function bound(binding: RawElement, portTypes: ByName, messages: ByName): readonly RawOperation[] {
  const portType = referred(binding, "type", portTypes);
  const [soap] = soapNamed(binding, "binding");
  const isHttp = childrenNamed(binding, HTTP, "binding").length > 0;
  if (portType === undefined || (soap === undefined && !isHttp)) return [];
  return childrenNamed(binding, WSDL, "operation").flatMap((element) => {
    const abstract = abstractOperation(element, portType);
    if (abstract === undefined) return [];
    const [extension] = soapNamed(element, "operation");
    const style = (extension?.attributes.get("style") ?? soap?.attributes.get("style")) === "rpc";
    return {
      name: element.attributes.get("name") ?? "",
      isSoap: soap !== undefined,
      messages: childrenNamed(abstract, WSDL, "input", "output", "fault").flatMap((message) =>
        messageOf(message, element, style ? "rpc" : "document", messages),
      ),
    };
  });
}

/** Overloaded operations are distinguished by the names of their messages (WSDL 1.1 §2.4.5). */
function abstractOperation(element: RawElement, portType: RawElement): RawElement | undefined {
  const name = element.attributes.get("name");
  const named = childrenNamed(portType, WSDL, "operation").filter(
    (operation) => operation.attributes.get("name") === name,
  );
  const exact = named.find((operation) =>
    (["input", "output"] as const).every((direction) => {
      const label = labelOf(element, direction);
      return label === undefined || label === labelOf(operation, direction);
    }),
  );
  return exact ?? (named.length === 1 ? named[0] : undefined);
}

function labelOf(element: RawElement, direction: string): string | undefined {
  return childrenNamed(element, WSDL, direction)[0]?.attributes.get("name");
}

function messageOf(
  abstract: RawElement,
  binding: RawElement,
  style: RawMessage["style"],
  messages: ByName,
): readonly RawMessage[] {
  const message = referred(abstract, "message", messages);
  if (message === undefined) return [];
  const messageName = referredName(abstract, "message", messages) ?? "";
  const direction =
    abstract.local === "input" ? "input" : abstract.local === "output" ? "output" : "fault";
  const side = childrenNamed(binding, WSDL, direction).find(
    (child) =>
      direction !== "fault" || child.attributes.get("name") === abstract.attributes.get("name"),
  );
  const extensions = side === undefined ? [] : extensionsIn(side);
  const [body] = extensions.filter((each) =>
    isSoap(each, direction === "fault" ? "fault" : "body"),
  );
  const all = partsOf(message);
  const headers = extensions
    .filter((each) => isSoap(each, "header"))
    .flatMap((header) => [header, ...soapNamed(header, "headerfault")])
    .flatMap((header) => headerOf(header, message, messages));
  const attachments = extensions
    .filter((each) => each.namespace === MIME && each.local === "content")
    .flatMap((content) => partNamed(all, content.attributes.get("part")));
  const elsewhere = new Set([
    ...headers.filter(({ isOwn }) => isOwn).map(({ part }) => part.name),
    ...attachments.map(({ name }) => name),
  ]);
  const named = body?.attributes.get("parts")?.split(/\s+/).filter(Boolean);
  const chosen = all.filter(({ name }) => named?.includes(name));
  const parts =
    chosen.length > 0 || named?.length === 0
      ? chosen
      : all.filter(({ name }) => !elsewhere.has(name));
  return [
    {
      name: direction === "fault" ? (abstract.attributes.get("name") ?? "") : messageName,
      direction,
      style,
      isEncoded: body?.attributes.get("use") === "encoded",
      namespace: style === "rpc" ? (body?.attributes.get("namespace") ?? "") : "",
      parts,
      headers,
      attachments: [...new Map(attachments.map((part) => [part.name, part])).values()],
    },
  ];
}

function isSoap({ namespace, local }: RawElement, wanted: string): boolean {
  return local === wanted && (namespace === SOAP11 || namespace === SOAP12);
}

function extensionsIn(side: RawElement): readonly RawElement[] {
  return side.children.flatMap((child) =>
    child.namespace === MIME && child.local === "multipartRelated"
      ? child.children.flatMap((part) => part.children)
      : [child],
  );
}

function headerOf(header: RawElement, own: RawElement, messages: ByName): readonly RawHeader[] {
  const message = header.attributes.has("message") ? referred(header, "message", messages) : own;
  if (message === undefined) return [];
  return partNamed(partsOf(message), header.attributes.get("part")).map((part) => ({
    part,
    namespace: header.attributes.get("namespace") ?? "",
    isOwn: message === own,
  }));
}

function partNamed(parts: readonly RawPart[], name: string | undefined): readonly RawPart[] {
  return name === undefined ? parts.slice(0, 1) : parts.filter((part) => part.name === name);
}

function partsOf(message: RawElement): readonly RawPart[] {
  return childrenNamed(message, WSDL, "part").map((part) => {
    const element = part.attributes.get("element");
    const type = part.attributes.get("type");
    return {
      name: part.attributes.get("name") ?? "",
      element: element === undefined ? undefined : expandedName(part, element),
      type: type === undefined ? undefined : expandedName(part, type),
    };
  });
}
