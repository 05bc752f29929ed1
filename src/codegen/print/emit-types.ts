/** types.ts: the structures, and the request and response of each operation. Types only. */
import type { ComplexDefinition } from "../../contract/index.js";
import type { PartMember } from "../model/messages.js";
import type { Model } from "../model/model.js";
import type {
  FaultModel,
  HeaderModel,
  MessageModel,
  OperationModel,
} from "../model/operation-model.js";
import { shapeOf } from "../shape/shape.js";
import { complexParts, isInterface } from "../types/complex-type.js";
import { facetSentence, valuesSentence } from "../types/facets.js";
import { type Property, propertyHead } from "../types/property.js";
import { simpleContent } from "../types/simple-type.js";
import { elementText } from "../types/value-type.js";
import { interfaceText, typeAlias } from "./declarations.js";
import { importOf } from "./imports.js";
import { type Doc, intersection, objectType, unionType } from "./layout.js";
import { grouped, type Modules, moduleImports, runtimePath } from "./modules.js";
import { printFile } from "./source-file.js";
import type { Paragraphs } from "./tsdoc.js";
import { usedNames } from "./used-names.js";

/** A type's declaration, made when its file is. */
interface Declaration {
  readonly name: string;
  readonly statement: (model: Model) => string;
}

/** @returns the texts by the names of their files */
export function emitTypes(model: Model, modules: Modules, runtime: string): Map<string, string> {
  // Operations of several ports may share their messages.
  const all = new Map(declarations(model).map((each) => [each.name, each]));
  const moduleOf = new Map([...all.keys()].map((name) => [name, modules.of("types", name)]));
  const byModule = grouped([...all.values()], ({ name }) => moduleOf.get(name) ?? "types");
  for (const { name } of model.enumerations) moduleOf.set(name, "enums");
  const files = new Map<string, string>();
  for (const [module, list] of byModule) {
    files.set(`${module}.ts`, typesFile(module, list, moduleOf, model, runtime));
  }
  if (modules.isSplit) files.set("types.ts", barrel(model, [...byModule.keys()]));
  else if (byModule.size === 0) files.set("types.ts", printFile(model.source, [], []));
  return files;
}

function barrel({ source }: Model, modules: readonly string[]): string {
  const exports = [...modules].sort().map((module) => `export type * from "./${module}.js";`);
  return printFile(source, exports, []);
}

function typesFile(
  module: string,
  list: readonly Declaration[],
  moduleOf: ReadonlyMap<string, string>,
  model: Model,
  runtime: string,
): string {
  const used = usedNames(model);
  const statements = list.map(({ statement }) => statement(used.model));
  const imports = [
    ...importOf("import type", [...used.runtime], runtimePath(runtime, module)),
    ...moduleImports("import type", used.types, moduleOf, module),
  ];
  return printFile(model.source, imports, statements);
}

function declarations(model: Model): Declaration[] {
  return [
    ...model.aliases.map(
      ({ name, type }): Declaration => ({
        name,
        statement: (tracked) =>
          typeAlias(name, (head) => `${head} ${simpleContent(type, tracked)}`, [
            type.documentation,
            facetSentence(type),
            valuesSentence(type),
          ]),
      }),
    ),
    ...model.structures.flatMap(({ name, type }) => [
      { name, statement: (tracked: Model) => structure(name, type, [type.documentation], tracked) },
      ...unionDeclaration(type, model),
    ]),
    ...model.operations.flatMap(messageDeclarations),
    ...allFaults(model),
  ];
}

/** A type and those derived from it, told apart by `$type`. */
function unionDeclaration(type: ComplexDefinition, model: Model): Declaration[] {
  const name = model.unionOf(type);
  if (name === undefined) return [];
  const documentation = [
    `\`${model.nameOf(type)}\`, or what derives from it: \`$type\` tells which.`,
  ];
  const arms = (tracked: Model): Doc[] =>
    tracked.alternatives(type).map((each): Doc => {
      const own = tracked.nameOf(each) ?? "never";
      return `(${own} & { $type${each === type ? "?" : ""}: ${JSON.stringify(own)} })`;
    });
  const statement = (tracked: Model) => {
    const [only = "never", ...others] = arms(tracked);
    const bare = typeof only === "string" ? only.slice(1, -1) : only;
    return typeAlias(
      name,
      (head) => [head, unionType(others.length === 0 ? [bare] : [only, ...others])],
      documentation,
    );
  };
  return [{ name, statement }];
}

function messageDeclarations(operation: OperationModel): Declaration[] {
  const { name, request, response, requestHeader, responseHeader, faults, outcome } = operation;
  const found: Declaration[] = [];
  if (request !== undefined) found.push(message(request, `What \`${name}\` takes.`));
  if (response !== undefined)
    found.push(message(response, `What \`${name}\` answers.`, outcome?.result.member));
  if (requestHeader !== undefined)
    found.push(header(requestHeader, `What \`${name}\` takes in the Header.`));
  if (responseHeader !== undefined)
    found.push(header(responseHeader, `What \`${name}\` answers in the Header.`));
  if (faults !== undefined) {
    found.push({
      name: faults.name,
      statement: (model) =>
        interfaceOf(
          faults.name,
          faults.faults.map((fault) => faultProperty(fault.name, [fault], model)),
          [`The details of \`${name}\`'s faults.`],
        ),
    });
  }
  return found;
}

/** The details of all faults, of which operations may share the names. */
function allFaults({ faultsName, operations }: Model): Declaration[] {
  if (faultsName === undefined) return [];
  const named = grouped(
    operations.flatMap(({ faults }) => faults?.faults ?? []),
    ({ name }) => name,
  );
  return [
    {
      name: faultsName,
      statement: (model) =>
        interfaceOf(
          faultsName,
          [...named].map(([name, faults]) => faultProperty(name, faults, model)),
          ["The details of the faults that the contract names."],
        ),
    },
  ];
}

function faultProperty(name: string, faults: readonly FaultModel[], model: Model): Property {
  const types = new Map(
    faults.map(({ form }) => {
      const type = faultDetail(form.members, model);
      return [JSON.stringify(type), type] as const;
    }),
  );
  const [only = "never", ...others] = types.values();
  const type = others.length === 0 ? only : unionType([only, ...others]);
  return {
    name,
    type,
    optional: false,
    documentation: [],
    ...(others.length > 0 ? { isUnion: true } : {}),
  };
}

/** A fault has one part (WSDL 1.1 §3.6), whose value is the detail; where it has several, there is a member for each. */
function faultDetail(members: readonly PartMember[], model: Model): Doc {
  const [only, ...others] = members;
  return only !== undefined && others.length === 0
    ? elementText(only, model)
    : objectOf(members, model);
}

/** @param open the member whose enumeration may have values that the contract doesn't list */
function message({ name, form }: MessageModel, documentation: string, open?: string): Declaration {
  return {
    name,
    statement: (model) => {
      const beside = form.attachments.map((part) => attachment(part, model));
      if (form.kind === "parts") {
        return interfaceOf(
          name,
          [...partProperties(form.members, model), ...beside],
          [documentation],
        );
      }
      // Else what has no members would say that there may be none beside it.
      if (beside.length > 0 && isEmpty(form.type)) {
        return interfaceOf(name, beside, [documentation]);
      }
      if (model.isDeclared(form.type) && open === undefined) {
        const type = model.unionOf(form.type) ?? model.nameOf(form.type) ?? "never";
        const parts = beside.length === 0 ? [type] : [type, objectOfProperties(beside)];
        return typeAlias(name, (head) => [head, " ", intersection(parts)], [documentation]);
      }
      return structure(name, form.type, [documentation], model, { open, beside });
    },
  };
}

function header({ name, form }: HeaderModel, documentation: string): Declaration {
  return {
    name,
    statement: (model) => interfaceOf(name, partProperties(form.members, model), [documentation]),
  };
}

function attachment({ local, documentation }: PartMember, model: Model): Property {
  return {
    name: local,
    type: model.runtime("Attachment"),
    optional: false,
    documentation: [documentation, "Beside the envelope."],
  };
}

function partProperties(members: readonly PartMember[], model: Model): Property[] {
  return members.map((member) => ({
    name: member.local,
    type: elementText(member, model),
    optional: member.optional,
    documentation: [member.documentation],
  }));
}

function objectOf(members: readonly PartMember[], model: Model): Doc {
  const properties = partProperties(members, model);
  return properties.length === 0 ? "Record<string, never>" : objectOfProperties(properties);
}

function objectOfProperties(properties: readonly Property[]): Doc {
  return objectType(properties.map((each): Doc => [`${propertyHead(each)} `, each.type]));
}

function structure(
  name: string,
  type: ComplexDefinition,
  documentation: Paragraphs,
  model: Model,
  {
    open,
    beside = [],
  }: { readonly open?: string | undefined; readonly beside?: readonly Property[] } = {},
): string {
  const { properties, intersected } = complexParts(type, model);
  const { base } = shapeOf(type);
  const baseName = base === undefined || isEmpty(base) ? undefined : model.nameOf(base);
  const own = properties.map((each) =>
    each.name === open
      ? { ...each, type: unionType([each.type, model.runtime("Unlisted")]), isUnion: true as const }
      : each,
  );
  const members = [...own, ...beside];
  if (isInterface(type)) {
    // Others are added to it: what it may not have can not be said.
    const nothing = model.isPolymorphic(type) ? "Record<never, never>" : "Record<string, never>";
    return interfaceOf(name, members, documentation, baseName, nothing);
  }
  const parts = [
    ...(baseName === undefined ? [] : [baseName]),
    ...(members.length === 0 ? [] : [objectOfProperties(members)]),
    ...intersected,
  ];
  return typeAlias(name, (head) => [head, " ", intersection(parts)], documentation);
}

/** Whether a type has no member, which an interface could take over. */
function isEmpty(type: ComplexDefinition): boolean {
  const { base, form, nodes, attributes, value, anyAttribute } = shapeOf(type);
  const isBare = nodes.length + attributes.length === 0 && value === undefined && !anyAttribute;
  return isBare && form !== "content" && (base === undefined || isEmpty(base));
}

function interfaceOf(
  name: string,
  properties: readonly Property[],
  documentation: Paragraphs,
  base?: string,
  nothing = "Record<string, never>",
): string {
  if (properties.length === 0) {
    return typeAlias(name, (head) => `${head} ${base ?? nothing}`, documentation);
  }
  return interfaceText(name, properties, documentation, base);
}
