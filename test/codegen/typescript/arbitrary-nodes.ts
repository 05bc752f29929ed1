/** Arbitrary declarations of the forms that generated code has, with names of any length. */
import fc, { type Arbitrary } from "fast-check";
import type { Declaration, Method } from "../../../src/codegen/typescript/declaration-nodes.js";
import type { Documentation } from "../../../src/codegen/typescript/doc-comment.js";
import {
  arrayLiteral,
  arrow,
  asConst,
  call,
  construct,
  type Entry,
  type Expression,
  expandedObject,
  member,
  objectLiteral,
  value,
} from "../../../src/codegen/typescript/expression-nodes.js";
import { externalModule, generatedModule } from "../../../src/codegen/typescript/module.js";
import {
  arrayOf,
  imported,
  importedFrom,
  indexedAccess,
  intersection,
  keyOf,
  keyword,
  literalType,
  local,
  nullable,
  objectType,
  type Property,
  type Reference,
  type TypeNode,
  typeOf,
  union,
} from "../../../src/codegen/typescript/type-nodes.js";

const length = fc.constantFrom(1, 2, 3, 5, 8, 12, 20, 30, 45, 60, 90);
const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
/** A number makes names distinct: the same name would be imported once only. */
const word = fc
  .tuple(letter, fc.integer({ min: 1_000, max: 9_999 }), length)
  .map(([first, number, count]) => `${first}${number}`.padEnd(count, "x").slice(0, count));
const identifier = word.map((text) => `N${text}`);
const propertyName = fc.oneof(
  { weight: 9, arbitrary: word },
  { weight: 1, arbitrary: word.map((text) => `a-${text}`) },
);

const types = generatedModule("types");
const module = fc.constantFrom(types, generatedModule("enums"), externalModule("runtime"));
const reference: Arbitrary<Reference> = fc.oneof(
  identifier.map((name) => local(name)),
  fc.tuple(identifier, module).map(([name, from]) => imported(name, from)),
  identifier.map((name) => importedFrom("types", types, name)),
);

const documentation: Arbitrary<Documentation> = fc.oneof(
  { weight: 6, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant(["Short."]) },
  { weight: 1, arbitrary: fc.constant(["A long sentence. ".repeat(9).trim(), "Another."]) },
);

const leafType: Arbitrary<TypeNode> = fc.oneof(
  fc.constantFrom(keyword("string"), keyword("number"), keyword("null")),
  word.map(literalType),
  reference,
);

function list<Item>(item: Arbitrary<Item>, minLength: number, maxLength: number) {
  return fc.array(item, { minLength, maxLength });
}

function properties(type: Arbitrary<TypeNode>): Arbitrary<Property[]> {
  const property = fc.record({
    name: propertyName,
    type,
    isOptional: fc.boolean(),
    isReadonly: fc.boolean(),
    documentation,
  });
  return list(property, 1, 4);
}

function typeOfDepth(depth: number): Arbitrary<TypeNode> {
  if (depth === 0) return leafType;
  const inner = typeOfDepth(depth - 1);
  return fc.oneof(
    inner,
    inner.map(arrayOf),
    inner.map(nullable),
    list(inner, 1, 5).map(union),
    list(inner, 1, 3).map(intersection),
    properties(inner).map(objectType),
    reference.map((name) => keyOf(typeOf(name))),
    reference.map((name) => indexedAccess(typeOf(name), keyOf(typeOf(name)))),
    fc.tuple(identifier, list(inner, 1, 3)).map(([name, given]) => local(name, given)),
  );
}

const text = fc.oneof(
  word,
  word.map((each) => `${each} it's`),
  word.map((each) => `"${each}`),
);
const leaf: Arbitrary<Expression> = fc.oneof(
  text.map(value),
  fc.constantFrom(value(12), value(true)),
  reference,
);

function entries(inner: Arbitrary<Expression>, comments = documentation): Arbitrary<Entry[]> {
  return list(fc.record({ name: propertyName, value: inner, documentation: comments }), 0, 4);
}

function expressionOfDepth(depth: number): Arbitrary<Expression> {
  if (depth === 0) return leaf;
  const inner = expressionOfDepth(depth - 1);
  const plain = entries(inner, fc.constant([]));
  return fc.oneof(
    inner,
    list(inner, 0, 5).map(arrayLiteral),
    plain.map(objectLiteral),
    entries(inner).map(expandedObject),
    plain.map((each) => arrow(objectLiteral(each))),
    reference.map(arrow),
  );
}

const method: Arbitrary<Method> = fc
  .record({
    name: word,
    request: reference,
    variable: identifier,
    documentation,
    hasDefault: fc.boolean(),
  })
  .map(({ name, request, variable, documentation, hasDefault }) => ({
    kind: "method",
    name,
    documentation,
    parameters: [
      {
        name: "request",
        type: request,
        defaultValue: hasDefault ? objectLiteral([]) : undefined,
      },
      {
        name: "options",
        type: local("HeaderOptions", [request, local(variable)]),
        isOptional: true,
      },
    ],
    result: local("Promise", [request]),
    body: [
      {
        kind: "return",
        value: call(member(member(local("this"), "#client"), "call"), [
          importedFrom("schema", generatedModule("schema"), variable),
          local("request"),
          local("options"),
        ]),
      },
    ],
  }));

const construction: Arbitrary<Method> = fc.tuple(reference, identifier).map(([options, ports]) => ({
  kind: "constructor",
  name: "constructor",
  parameters: [{ name: "options", type: options, defaultValue: objectLiteral([]) }],
  body: [
    {
      kind: "assignment",
      target: member(local("this"), "#client"),
      value: construct(local("SoapClient"), [
        call(local("portOptions"), [local(ports), local("options")]),
      ]),
    },
  ],
}));

/** A declaration; its name is the given one. */
const declaration: Arbitrary<(name: string) => Declaration> = fc.oneof(
  fc.tuple(typeOfDepth(3), documentation).map(
    ([type, documentation]) =>
      (name: string): Declaration => ({ kind: "type-alias", name, type, documentation }),
  ),
  fc.tuple(fc.option(reference, { nil: undefined }), properties(typeOfDepth(2)), documentation).map(
    ([base, properties, documentation]) =>
      (name: string): Declaration => ({ kind: "interface", name, base, properties, documentation }),
  ),
  fc.tuple(expressionOfDepth(3), documentation).map(
    ([value, documentation]) =>
      (name: string): Declaration => ({ kind: "constant", name, value, documentation }),
  ),
  fc.tuple(fc.tuple(identifier, list(reference, 0, 3)), entries(expressionOfDepth(2))).map(
    ([[type, parameters], entries]) =>
      (name: string): Declaration => ({
        kind: "constant",
        name,
        type: local(type, parameters),
        value: expandedObject(entries),
      }),
  ),
  entries(leaf).map(
    (entries) =>
      (name: string): Declaration => ({
        kind: "constant",
        name,
        value: asConst(expandedObject(entries)),
      }),
  ),
  fc.tuple(construction, list(method, 0, 3)).map(
    ([construction, methods]) =>
      (name: string): Declaration => ({
        kind: "class",
        name,
        members: [
          { kind: "private-field", name: "client", type: local("SoapClient") },
          construction,
          ...methods,
        ],
      }),
  ),
);

/** Declarations with unique names. */
export const declarations: Arbitrary<Declaration[]> = list(
  fc.tuple(declaration, length),
  150,
  150,
).map((all) => all.map(([named, count], index) => named(`D${index}`.padEnd(count, "d"))));
