/** The share of exports, and of members of exported types, that have a doc comment. */
import {
  type ExportedDeclarations,
  type GetAccessorDeclaration,
  type MethodDeclaration,
  type MethodSignature,
  Node,
  type PropertyDeclaration,
  type PropertySignature,
  type SetAccessorDeclaration,
} from "ts-morph";
import type { PublicApi } from "./declarations.js";

export interface Share {
  readonly total: number;
  /** What has no comment: "subpath: name" or "subpath: name.member". */
  readonly missing: readonly string[];
}

export interface DocumentedShare {
  readonly exports: Share;
  /** Members of exported interfaces, classes and type literals. */
  readonly members: Share;
  /** Members of the types that are generated from the contract, which documents few of them. */
  readonly generatedMembers: Share;
}

/** Each declaration counts once, for the first subpath that exports it. */
export function documentedShare(api: PublicApi): DocumentedShare {
  const exports = tally();
  const members = tally();
  const generatedMembers = tally();
  const seen = new Set<Node>();
  for (const [subpath, all] of api.bySubpath) {
    for (const [name, declarations] of all) {
      const isSeen = declarations.some((each) => seen.has(each));
      if (isSeen) continue;
      for (const each of declarations) seen.add(each);
      const place = `rescue-soap${subpath.slice(1)}: ${name}`;
      exports.add(place, declarations.some(isDocumented));
      for (const declaration of declarations) {
        const target = api.isGenerated(declaration) ? generatedMembers : members;
        for (const [member, documented] of membersOf(declaration)) {
          target.add(`${place}.${member}`, documented);
        }
      }
    }
  }
  return {
    exports: exports.share(),
    members: members.share(),
    generatedMembers: generatedMembers.share(),
  };
}

interface Tally {
  add(name: string, documented: boolean): void;
  share(): Share;
}

function tally(): Tally {
  const missing: string[] = [];
  let total = 0;
  return {
    add(name, documented) {
      total++;
      if (!documented) missing.push(name);
    },
    share: () => ({ total, missing }),
  };
}

/** Members by their paths below the declaration; one of several overloads with a comment is enough. */
function membersOf(declaration: ExportedDeclarations): ReadonlyMap<string, boolean> {
  const members = new Map<string, boolean>();
  const add = (path: string, documented: boolean) =>
    members.set(path, documented || members.get(path) === true);
  const visit = (node: Node, path: string): void => {
    let below = path;
    if (isMember(node)) {
      if (isHidden(node) || isLiteralInUnion(node)) return;
      below = path === "" ? node.getName() : `${path}.${node.getName()}`;
      add(below, isDocumented(node) || inheritsComment(node));
    } else if (Node.isConstructorDeclaration(node)) {
      return;
    }
    node.forEachChild((child) => visit(child, below));
  };
  declaration.forEachChild((child) => visit(child, ""));
  return members;
}

type Member =
  | PropertySignature
  | MethodSignature
  | PropertyDeclaration
  | MethodDeclaration
  | GetAccessorDeclaration
  | SetAccessorDeclaration;

function isMember(node: Node): node is Member {
  return (
    Node.isPropertySignature(node) ||
    Node.isMethodSignature(node) ||
    Node.isPropertyDeclaration(node) ||
    Node.isMethodDeclaration(node) ||
    Node.isGetAccessorDeclaration(node) ||
    Node.isSetAccessorDeclaration(node)
  );
}

/** Private members, and members that symbols name: they carry types and brands, and editors do not list them. */
function isHidden(node: Member): boolean {
  if (Node.isComputedPropertyName(node.getNameNode())) return true;
  return node.getName().startsWith("#") || (Node.isScoped(node) && node.getScope() === "private");
}

/** A literal in a member of a union, `{ status: "OK"; … } | …`, or in a constant: the value is enough. */
function isLiteralInUnion(node: Member): boolean {
  const parent = node.getParent();
  if (!Node.isPropertySignature(node) || !Node.isTypeLiteral(parent)) return false;
  const holder = parent.getParent();
  if (!Node.isUnionTypeNode(holder) && !Node.isVariableDeclaration(holder)) return false;
  const type = node.getTypeNode();
  return Node.isLiteralTypeNode(type)
    ? true
    : Node.isUnionTypeNode(type) && type.getTypeNodes().every(Node.isLiteralTypeNode);
}

function isDocumented(node: Node): boolean {
  const commented = Node.isVariableDeclaration(node) ? node.getVariableStatement() : node;
  if (commented === undefined || !Node.isJSDocable(commented)) return false;
  return commented.getJsDocs().some((comment) => comment.getDescription().trim() !== "");
}

/** Editors show the comment of the member that this one implements or overrides. */
function inheritsComment(node: Member): boolean {
  const owner = node.getParent();
  if (!Node.isClassDeclaration(owner) && !Node.isInterfaceDeclaration(owner)) return false;
  const bases = [
    ...(Node.isClassDeclaration(owner) ? owner.getImplements() : []),
    ...[owner.getExtends() ?? []].flat(),
  ];
  return bases.some((base) => {
    const property = base.getType().getProperty(node.getName());
    return property?.getDeclarations().some(isDocumented) ?? false;
  });
}
