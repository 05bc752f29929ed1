/** The messages of an operation in TypeScript: the content of one element, or a member for each part. */
import type {
  ComplexDefinition,
  ElementDeclaration,
  Message,
  Operation,
  Part,
  TypeDefinition,
} from "../../contract/index.js";
import { memberOf } from "../shape/member-names.js";
import { arrayItem } from "./arrays.js";

/** A message by its form on the wire. */
export type MessageForm = ContentMessage | PartsMessage;

/** The content of the one element in the Body (WSDL 1.1 §3.5, document style). */
export interface ContentMessage {
  readonly kind: "content";
  readonly element: ElementDeclaration;
  readonly type: ComplexDefinition;
  readonly encoded: boolean;
  readonly attachments: readonly PartMember[];
}

/** A member for each part, in the wrapper of the rpc style, or directly in the Body, the Header or the detail. */
export interface PartsMessage {
  readonly kind: "parts";
  /** The wrapper, for the rpc style. */
  readonly wrapper: { readonly local: string; readonly namespace: string } | undefined;
  readonly members: readonly PartMember[];
  readonly encoded: boolean;
  readonly attachments: readonly PartMember[];
}

export interface PartMember {
  readonly local: string;
  readonly member: string;
  /** `""` if the element is unqualified. */
  readonly namespace: string;
  readonly type: TypeDefinition;
  readonly nillable: boolean;
  readonly optional: boolean;
  readonly constraint: ElementDeclaration["constraint"];
  readonly documentation: string | undefined;
}

/** @param wrapper the local name of the wrapper in the rpc style */
export function messageForm(message: Message, { style }: Operation, wrapper: string): MessageForm {
  const { parts, use, namespace, attachments } = message;
  const beside = attachments.map(({ part }) => partMember(part, false));
  const encoded = use === "encoded";
  if (style === "rpc") {
    const members = withMemberNames(
      parts.map((part) => partMember(part, false)),
      parts,
    );
    const named = { local: wrapper, namespace };
    return { kind: "parts", wrapper: named, members, encoded, attachments: beside };
  }
  const [only, ...others] = parts;
  if (only !== undefined && "element" in only && others.length === 0) {
    const { element } = only;
    const type = contentType(element);
    if (type !== undefined) return { kind: "content", element, type, encoded, attachments: beside };
  }
  return {
    kind: "parts",
    wrapper: undefined,
    members: withMemberNames(
      parts.map((part) => partMember(part, false)),
      parts,
    ),
    encoded,
    attachments: beside,
  };
}

/** The complex type of an element whose value is always an object; `undefined` for other elements. */
function contentType({ type, nillable }: ElementDeclaration): ComplexDefinition | undefined {
  if (type.kind !== "complex" || nillable) return undefined;
  return type.soapArray === undefined && arrayItem(type) === undefined ? type : undefined;
}

/** A part, and the namespace of its element if the part has a type only (WSDL 1.1 §3.7). */
export interface PlacedPart {
  readonly part: Part;
  readonly namespace: string;
}

/** Optional parts without a wrapper: those of a Header, or of a fault's detail. */
export function looseParts(parts: readonly PlacedPart[], encoded: boolean): PartsMessage {
  const placed = [...new Map(parts.map((each) => [elementKey(each.part), each])).values()];
  const members = placed.map(({ part, namespace }) => partMember(part, true, namespace));
  return {
    kind: "parts",
    wrapper: undefined,
    members: withMemberNames(
      members,
      placed.map(({ part }) => part),
    ),
    encoded,
    attachments: [],
  };
}

/** A header that is bound twice is one member. */
function elementKey(part: Part): string {
  return "element" in part ? part.element.name.key : part.name;
}

/** Elements with the same local name have the names of their parts, which differ in a message. */
function withMemberNames(
  members: readonly PartMember[],
  parts: readonly Part[],
): readonly PartMember[] {
  const isAlone = ({ member }: PartMember) =>
    members.filter((each) => each.member === member).length === 1;
  const taken = new Set(members.filter(isAlone).map(({ member }) => member));
  return members.map((each, index) => {
    if (isAlone(each)) return each;
    let member = memberOf(parts[index]?.name ?? each.local);
    while (taken.has(member)) member = `$${member}`;
    taken.add(member);
    return { ...each, member };
  });
}

function partMember(part: Part, optional: boolean, namespace = ""): PartMember {
  if ("type" in part) {
    const { name: local, type } = part;
    const none = { constraint: undefined, documentation: undefined };
    return { local, member: memberOf(local), namespace, type, nillable: false, optional, ...none };
  }
  const { name, type, nillable, constraint, documentation } = part.element;
  const { local, namespace: own } = name;
  const named = { local, member: memberOf(local), namespace: own };
  return { ...named, type, nillable, optional, constraint, documentation };
}

/** The types of a message's members. */
export function typesIn(message: MessageForm): readonly TypeDefinition[] {
  const beside = message.attachments.map(({ type }) => type);
  return message.kind === "content"
    ? [message.type, ...beside]
    : [...message.members.map(({ type }) => type), ...beside];
}
