/** The lexical mapping of a simple type: between a text on the wire and a value in TypeScript (XML Schema part 2 §2.3). */
import type { SimpleType } from "../../schema/index.js";
import type { NamespaceScope, PrefixDeclarations } from "../../xml/index.js";

export interface Lexical {
  /**
   * Returns the value of a text; `undefined` if the text is outside the type.
   *
   * @param scope resolves the prefixes of names
   */
  parse(text: string, scope?: NamespaceScope): unknown;
  /** Returns the text of a value, not escaped; `undefined` if the value is outside the type. */
  format(value: unknown, prefixes?: PrefixDeclarations): string | undefined;
  /** Its values are names, with prefixes that a tag has to declare. */
  readonly qualified?: true;
  /** Its texts may be lists, whose items count for the limit of a message. */
  readonly isList?: true;
  /**
   * `bytes` or `attachment`: its content may be a part of the message (XOP), as bytes or as an `Attachment`;
   * `reference`: its text refers to a part (swaRef).
   */
  readonly part?: "bytes" | "attachment" | "reference";
  /** Its type, if that has rules that `parse` does not check: facets, for example. */
  readonly validated?: SimpleType;
  /** A description of its values, for error messages. */
  readonly expected: string;
}
