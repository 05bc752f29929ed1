/** The declarations of an operation's messages, headers and faults. */
import { grouped } from "../model/grouped.js";
import type { MessageForm, PartMember, PartsMessage } from "../model/messages.js";
import type { Model } from "../model/model.js";
import type {
  FaultModel,
  HeaderModel,
  MessageModel,
  OperationModel,
} from "../model/operation-model.js";
import { EMPTY_OBJECT } from "../types/complex-type.js";
import { elementDocumentation } from "../types/documentation.js";
import type { References } from "../types/references.js";
import { elementType } from "../types/value-type.js";
import type { Documentation } from "../typescript/doc-comment.js";
import {
  intersection,
  keyword,
  objectType,
  type Property,
  type TypeNode,
  union,
} from "../typescript/type-nodes.js";
import {
  interfaceOrAlias,
  isEmpty,
  structureDeclaration,
  type TypeDeclaration,
} from "./type-declarations.js";

export function operationDeclarations(
  operation: OperationModel,
  model: Model,
  references: References,
): readonly TypeDeclaration[] {
  const { name, request, response, requestHeader, responseHeader, faults, outcome } = operation;
  const messages = new MessageDeclarations(model, references);
  const found: TypeDeclaration[] = [];
  if (request !== undefined) found.push(messages.message(request, `Request of \`${name}\`.`));
  if (response !== undefined) {
    found.push(messages.message(response, `Response of \`${name}\`.`, outcome?.result.member));
  }
  if (requestHeader !== undefined) {
    found.push(messages.header(requestHeader, `Header blocks of the request of \`${name}\`.`));
  }
  if (responseHeader !== undefined) {
    found.push(messages.header(responseHeader, `Header blocks of the response of \`${name}\`.`));
  }
  if (faults !== undefined) {
    const members = faults.faults.map((each) => faultProperty(each.name, [each], references));
    const documentation = [`Details of the faults of \`${name}\`, by the name of the fault.`];
    found.push(interfaceOrAlias({ name: faults.name, members, documentation }));
  }
  return found;
}

/** The details of all faults; operations may share their names. */
export function faultsDeclaration(
  { faultsName, operations }: Model,
  references: References,
): readonly TypeDeclaration[] {
  if (faultsName === undefined) return [];
  const named = grouped(
    operations.flatMap(({ faults }) => faults?.faults ?? []),
    ({ name }) => name,
  );
  const members = [...named].map(([name, faults]) => faultProperty(name, faults, references));
  const documentation = ["Details of the faults of all operations, by the name of the fault."];
  return [interfaceOrAlias({ name: faultsName, members, documentation })];
}

class MessageDeclarations {
  constructor(
    private readonly model: Model,
    private readonly references: References,
  ) {}

  /** @param open the member whose enumeration may have values that are not listed */
  message({ name, form }: MessageModel, sentence: string, open?: string): TypeDeclaration {
    const { model, references } = this;
    const documentation = [sentence, ...contentDocumentation(form)];
    const attachments = form.attachments.map((part) => attachmentProperty(part, references));
    if (form.kind === "parts") {
      const members = [...partProperties(form, references), ...attachments];
      return interfaceOrAlias({ name, members, documentation });
    }
    const { type } = form;
    // A type without members would not allow the attachments.
    if (attachments.length > 0 && isEmpty(type)) {
      return interfaceOrAlias({ name, members: attachments, documentation });
    }
    if (model.isDeclared(type) && open === undefined) {
      const declared = references.union(type) ?? references.declared(type) ?? keyword("never");
      const parts = attachments.length === 0 ? [] : [objectType(attachments)];
      const node = intersection([declared, ...parts]);
      return { kind: "type-alias", name, type: node, documentation };
    }
    const structure = { name, type, documentation, open, added: attachments };
    return structureDeclaration(structure, model, references);
  }

  header({ name, form }: HeaderModel, sentence: string): TypeDeclaration {
    const members = partProperties(form, this.references);
    return interfaceOrAlias({ name, members, documentation: [sentence] });
  }
}

/** What the contract states about the content of a message, unless the declared type states it. */
function contentDocumentation(form: MessageForm): Documentation {
  if (form.kind === "parts") return [];
  const { element, type } = form;
  return [element.documentation, type.name === undefined ? type.documentation : undefined];
}

function partProperties({ members, encoded }: PartsMessage, references: References): Property[] {
  return members.map((member) => ({
    name: member.member,
    type: elementType(member, references, encoded),
    isOptional: member.optional,
    documentation: elementDocumentation(member),
  }));
}

function attachmentProperty(
  { local, documentation }: PartMember,
  references: References,
): Property {
  const type = references.runtime("Attachment");
  return { name: local, type, documentation: [documentation, "Sent as an attachment."] };
}

function faultProperty(
  name: string,
  faults: readonly FaultModel[],
  references: References,
): Property {
  const type = union(faults.map(({ form }) => faultDetail(form, references)));
  return { name, type, documentation: [faultSentence(name, faults)] };
}

function faultSentence(name: string, faults: readonly FaultModel[]): string {
  const place = faults.some(({ inHeader }) => inHeader) ? "header fault" : "fault";
  const elements = faults.flatMap(({ form }) => form.members.map(({ local }) => `\`${local}\``));
  const content = elements.length === 0 ? "" : `: ${[...new Set(elements)].join(", ")}`;
  return `Detail of the ${place} \`${name}\`${content}.`;
}

/** The value of the one part that a fault has (WSDL 1.1 §3.6), or a member for each of several parts. */
function faultDetail(form: PartsMessage, references: References): TypeNode {
  const [only, ...others] = form.members;
  if (only === undefined) return EMPTY_OBJECT;
  return others.length === 0
    ? elementType(only, references, form.encoded)
    : objectType(partProperties(form, references));
}
