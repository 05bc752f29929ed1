/** The shape that a complex type's values have in TypeScript: the members that its particles and attributes become. */
import type {
  AttributeDeclaration,
  ComplexDefinition,
  ElementDeclaration,
  Occurrence,
  SimpleDefinition,
  Wildcard,
} from "../../contract/index.js";

export interface Shape {
  /** The type that it extends; its members are not repeated here. */
  readonly base: ComplexDefinition | undefined;
  /**
   * How elements become members. `record`: one member per element; `all`: the same, in any order on the wire;
   * `content`: in wire order in the member `$content`, because names alone do not determine their positions.
   */
  readonly form: "record" | "all" | "content";
  readonly nodes: readonly Node[];
  /** There may be text between the elements. */
  readonly mixed: boolean;
  /** The type of its text (member `$value`), if it has text instead of elements. */
  readonly value: SimpleDefinition | undefined;
  readonly attributes: readonly AttributeNode[];
  /** Further attributes, in the member `$attributes`. */
  readonly anyAttribute: boolean;
}

export type Node = MemberNode | AnyNode | ChoiceNode | SequenceNode;

/** An element as a member. */
export interface MemberNode extends Occurrence {
  readonly kind: "member";
  /** The name of the member: the name of the element, unless another element of the type has it. */
  readonly member: string;
  readonly element: ElementDeclaration;
  readonly documentation: string | undefined;
}

/** Elements of a wildcard: `$any`. */
export interface AnyNode extends Occurrence {
  readonly kind: "any";
  readonly member: string;
  readonly wildcard: Wildcard;
}

/** One of several. If it repeats, the member `$choice` has one item per occurrence. */
export interface ChoiceNode extends Occurrence {
  readonly kind: "choice";
  readonly member: string | undefined;
  readonly nodes: readonly Node[];
}

/** Several that are optional together, or repeat together: `$sequence`; or an arm of a choice. */
export interface SequenceNode extends Occurrence {
  readonly kind: "sequence";
  readonly member: string | undefined;
  readonly nodes: readonly Node[];
}

export interface AttributeNode {
  /** The name of the attribute, prefixed with `$` if an element of the type has the same name. */
  readonly member: string;
  readonly attribute: AttributeDeclaration;
}

export function isRepeated({ maxOccurs }: Occurrence): boolean {
  return maxOccurs === "unbounded" || maxOccurs > 1;
}
