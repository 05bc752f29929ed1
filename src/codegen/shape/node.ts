/** The shape that a complex type's values have in TypeScript: what its particles and attributes become. */
import type {
  AttributeDeclaration,
  ComplexDefinition,
  ElementDeclaration,
  Occurrence,
  SimpleDefinition,
  Wildcard,
} from "../../contract/index.js";

export interface Shape {
  /** The type that it adds to: its members are not repeated here. */
  readonly base: ComplexDefinition | undefined;
  /**
   * How its elements are held. `record`: each in a member of its name; `all`: so too, in any order on the wire;
   * `content`: in wire order in the member `$content`, since names alone would not tell their places.
   */
  readonly form: "record" | "all" | "content";
  readonly nodes: readonly Node[];
  /** There may be text between the elements. */
  readonly mixed: boolean;
  /** The type of its text, where it has that instead of elements: the member `$value`. */
  readonly value: SimpleDefinition | undefined;
  readonly attributes: readonly AttributeNode[];
  /** Further attributes, in the member `$attributes`. */
  readonly anyAttribute: boolean;
}

export type Node = MemberNode | AnyNode | ChoiceNode | SequenceNode;

/** An element that a member holds. */
export interface MemberNode extends Occurrence {
  readonly kind: "member";
  /** The member's name: that of the element, but where another element of the type has it. */
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

/** One of several; where it repeats, its member holds an item for each time: `$choice`. */
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
  /** The attribute's name, or `$` and its name where an element of the type is called so. */
  readonly member: string;
  readonly attribute: AttributeDeclaration;
}

export function isRepeated({ maxOccurs }: Occurrence): boolean {
  return maxOccurs === "unbounded" || maxOccurs > 1;
}
