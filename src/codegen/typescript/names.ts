/** Names and strings as TypeScript writes them: the only place that escapes either. */
import { escapeHidden, hasHidden } from "../../contract/index.js";

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** Most names; testing this first is faster. */
const PLAIN = /^[A-Za-z$_][\w$]*$/;

/** Whether code can contain the name without quotes; a name with characters that a reader does not see is quoted. */
export function isIdentifier(name: string): boolean {
  return PLAIN.test(name) || (IDENTIFIER.test(name) && !hasHidden(name));
}

/** The name of a member of a type: quoted if it is not an identifier. */
export function memberName(name: string): string {
  return isIdentifier(name) ? name : stringLiteral(name);
}

/** The name of an entry in an object literal; a plain `__proto__` would set the prototype. */
export function entryName(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : memberName(name);
}

/** The name of a method; a plain `constructor` would be the class's constructor. */
export function methodName(name: string): string {
  return name === "constructor" ? '["constructor"]' : memberName(name);
}

/** Most strings; testing this first is faster. */
const UNESCAPED = /^[\w !#-&(-/:-@[\]^`{-~]*$/;

/** A string in the quotes that need fewer escapes. Characters that a reader does not see are escaped. */
export function stringLiteral(text: string): string {
  if (UNESCAPED.test(text)) return `"${text}"`;
  const double = escapeHidden(JSON.stringify(text));
  if (!text.includes('"')) return double;
  const count = (quote: string) => text.split(quote).length;
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
