/** The API report of a subpath: its exported declarations, sorted by name, without comments and private members. */
import { type ExportedDeclarations, Node, SyntaxKind, ts } from "ts-morph";
import { ENTRIES, SUBPATHS, type Subpath } from "../entries.js";
import { type Exports, type PublicApi, symbolOf } from "./declarations.js";

/** The file below docs/api of a subpath. */
export function reportFile(subpath: Subpath): string {
  const name = subpath === "." ? "rescue-soap" : subpath.slice(2).replaceAll("/", "-");
  return `${name}.api.md`;
}

/** The text of each report by the name of its file. */
export function reports(api: PublicApi): ReadonlyMap<string, string> {
  const owners = ownersOf(api);
  return new Map(
    [...api.bySubpath].map(([subpath, exports]) => [
      reportFile(subpath),
      report({ api, owners, subpath, exports }),
    ]),
  );
}

interface Subject {
  readonly api: PublicApi;
  /** The subpath whose report prints a declaration: the first that exports it, the main one last. */
  readonly owners: ReadonlyMap<Node, Subpath>;
  readonly subpath: Subpath;
  readonly exports: Exports;
}

function ownersOf({ bySubpath }: PublicApi): ReadonlyMap<Node, Subpath> {
  const owners = new Map<Node, Subpath>();
  for (const subpath of [...SUBPATHS.filter((name) => name !== "."), "."] as const) {
    for (const declaration of [...(bySubpath.get(subpath)?.values() ?? [])].flat()) {
      if (!owners.has(declaration)) owners.set(declaration, subpath);
    }
  }
  return owners;
}

function report(subject: Subject): string {
  const { subpath, exports, owners } = subject;
  const printed: string[] = [];
  const elsewhere: string[] = [];
  for (const [name, declarations] of sorted(exports)) {
    const owner = owners.get(declarations[0] ?? fail(name)) ?? subpath;
    if (owner === subpath) printed.push(declarationText(name, declarations));
    else elsewhere.push(`- \`${name}\` of [${publicName(owner)}](${reportFile(owner)})`);
  }
  const referenced = sorted(unexported(subject)).map(([name, declarations]) =>
    declarationText(name, declarations),
  );
  return [
    `# API of \`${publicName(subpath)}\``,
    "",
    `Written by \`npm run api\` from src/${ENTRIES[subpath]}. Do not edit.`,
    "",
    ...section("Exports", code(printed)),
    ...section("Exports of another subpath", elsewhere.length > 0 ? [...elsewhere, ""] : []),
    ...section("Referenced, but not exported", code(referenced)),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? [`## ${title}`, "", ...lines] : [];
}

function code(declarations: readonly string[]): readonly string[] {
  return declarations.length > 0 ? ["```ts", declarations.join("\n\n"), "```", ""] : [];
}

function publicName(subpath: Subpath): string {
  return `rescue-soap${subpath.slice(1)}`;
}

function sorted<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}

function fail(name: string): never {
  throw new Error(`The export ${name} has no declaration`);
}

/** What the printed declarations refer to, directly or through each other, and no subpath exports. */
function unexported({ api, owners, subpath, exports }: Subject): Exports {
  const found = new Map<string, ExportedDeclarations[]>();
  const seen = new Set<Node>();
  const visit = (declaration: Node): void => {
    if (seen.has(declaration)) return;
    seen.add(declaration);
    for (const identifier of declaration.getDescendantsOfKind(SyntaxKind.Identifier)) {
      if (isPrivate(identifier)) continue;
      for (const target of symbolOf(identifier)?.getDeclarations() ?? []) {
        if (!isTopLevel(target) || owners.has(target) || !api.isOwn(target)) continue;
        if (seen.has(target)) continue;
        const name = identifier.getSymbol()?.getAliasedSymbol()?.getName() ?? identifier.getText();
        found.set(name, [...(found.get(name) ?? []), target]);
        visit(target);
      }
    }
  };
  for (const declaration of [...exports.values()].flat()) {
    if (owners.get(declaration) === subpath) visit(declaration);
  }
  return found;
}

function isPrivate(node: Node): boolean {
  return node
    .getAncestors()
    .some((each) => Node.isModifierable(each) && each.hasModifier(SyntaxKind.PrivateKeyword));
}

function isTopLevel(node: Node): node is ExportedDeclarations {
  return (
    Node.isInterfaceDeclaration(node) ||
    Node.isTypeAliasDeclaration(node) ||
    Node.isClassDeclaration(node) ||
    Node.isFunctionDeclaration(node) ||
    (Node.isVariableDeclaration(node) && node.getVariableStatement() !== undefined)
  );
}

const PRINTER = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

function declarationText(name: string, declarations: readonly ExportedDeclarations[]): string {
  return declarations.map((each) => textOf(name, each)).join("\n");
}

function textOf(name: string, declaration: ExportedDeclarations): string {
  const statement = Node.isVariableDeclaration(declaration)
    ? declaration.getVariableStatementOrThrow()
    : declaration;
  const { transformed } = ts.transform(statement.compilerNode, [withoutInternals]);
  const source = statement.getSourceFile().compilerNode;
  const text = PRINTER.printNode(ts.EmitHint.Unspecified, transformed[0] ?? fail(name), source)
    .replace(/^export (?:declare )?/, "")
    .replaceAll("    ", "  ");
  const own = Node.isVariableDeclaration(declaration) ? declaration.getName() : nameOf(declaration);
  return own === name ? text : `// exported as ${name}\n${text}`;
}

function nameOf(declaration: ExportedDeclarations): string | undefined {
  return Node.hasName(declaration) ? declaration.getName() : undefined;
}

/** Drops private members, and the paths in types like `import("./file.js").Name`. */
const withoutInternals: ts.TransformerFactory<ts.Node> = (context) => (root) => {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (ts.isClassElement(node) && isPrivateMember(node)) return undefined;
    if (ts.isImportTypeNode(node) && node.qualifier !== undefined && !node.isTypeOf) {
      const { qualifier, typeArguments } = node;
      return ts.visitEachChild(
        ts.factory.createTypeReferenceNode(qualifier, typeArguments),
        visit,
        context,
      );
    }
    return ts.visitEachChild(node, visit, context);
  };
  return visit(root) ?? root;
};

function isPrivateMember(member: ts.ClassElement): boolean {
  if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return true;
  if (!ts.canHaveModifiers(member)) return false;
  return (
    ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) ?? false
  );
}
