/** The imports between the TypeScript files of a folder, as the compiler parses them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { ts } from "ts-morph";

export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** The imported file below the root, with forward slashes; `undefined` for a package. */
  readonly target: string | undefined;
}

export interface SourceFile {
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Functions with more parameters than `MAX_PARAMETERS`: name and count. */
  readonly longSignatures: readonly string[];
}

/** Files by their paths below the root, with forward slashes. */
export type SourceGraph = ReadonlyMap<string, SourceFile>;

export const MAX_PARAMETERS = 4;

/** @param root the folder that is read with all folders below it; declaration files are left out */
export function readSources(root: string): SourceGraph {
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .sort();
  return new Map(paths.map((path) => [posixPath(path), readSource(root, path)]));
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const longSignatures: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      imports.push({ specifier, target: targetOf(root, path, specifier) });
    }
    if (ts.isFunctionLike(node) && node.parameters.length > MAX_PARAMETERS) {
      longSignatures.push(`${nameOf(node)} has ${node.parameters.length} parameters`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { lines: text.split("\n").length - 1, imports, longSignatures };
}

/** The module of an import, an export, a dynamic import, or a type such as `import("./x.js").X`. */
function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return literalText(node.moduleSpecifier);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return literalText(node.arguments[0]);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literalText(node.argument.literal);
  }
  return undefined;
}

function literalText(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : undefined;
}

function targetOf(root: string, path: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posixPath(relative(root, join(root, dirname(path), specifier))).replace(/\.js$/, ".ts");
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node))
    return `constructor of ${node.parent.name?.text ?? "a class"}`;
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  return ts.isVariableDeclaration(parent) ? parent.name.getText() : node.getText().slice(0, 40);
}

function posixPath(path: string): string {
  return path.split(sep).join(posix.sep);
}
