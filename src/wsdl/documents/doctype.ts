/**
 * Document type declarations, which schemas of the W3C have: the entities in them that stand for a plain text are put
 * in their places; whatever else they say is passed over, and nothing outside the document is ever looked at.
 */

export interface WithoutDoctype {
  /** As long as it was, but for the entities. */
  readonly text: string;
  /** What can't be taken, and where it stands. */
  readonly fault: { readonly message: string; readonly offset: number } | undefined;
}

const DOCTYPE = /<!DOCTYPE\b[^>[]*(?:\[(?:"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[^\]"'])*\]\s*)?>/;
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)([\w.:-]*);?/g;
const LONGEST = 1_000;

export function withoutDoctype(text: string): WithoutDoctype {
  const found = DOCTYPE.exec(text);
  const entities = new Map<string, string>();
  for (const [, name = "", double, single] of found?.[0].matchAll(ENTITY) ?? []) {
    const value = double ?? single ?? "";
    // One that is made of others could grow without bound.
    if (!/[&<%]/.test(value) && value.length <= LONGEST) entities.set(name, value);
  }
  let fault: WithoutDoctype["fault"];
  const blank = found?.[0].replace(/[^\n]/g, " ") ?? "";
  const plain = found === null ? text : text.replace(found[0], () => blank);
  const replaced = plain.replace(REFERENCE, (reference, name: string, offset: number) => {
    const value = entities.get(name);
    if (value === undefined && !isInside(plain, offset)) {
      fault ??= { message: `The entity ${reference} is not declared.`, offset };
    }
    return value ?? reference;
  });
  return { text: replaced, fault };
}

/** Whether a place is inside a comment or a CDATA section. */
function isInside(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return (
    before.lastIndexOf("<!--") > before.lastIndexOf("-->") ||
    before.lastIndexOf("<![CDATA[") > before.lastIndexOf("]]>")
  );
}
