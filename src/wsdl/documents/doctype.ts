/**
 * Document type declarations, which schemas of the W3C contain. References to entities with a text are replaced
 * by the text. Everything else in a declaration is ignored, and no external entity is read.
 */

export interface WithoutDoctype {
  /** The declaration is replaced by spaces, so that offsets before the first entity stay the same. */
  readonly text: string;
  readonly problem: { readonly message: string; readonly offset: number } | undefined;
}

const DOCTYPE = /<!DOCTYPE\b[^>[]*(?:\[(?:"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[^\]"'])*\]\s*)?>/;
const ENTITY = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)([\w.:-]*);?/g;
const MAX_LENGTH = 1_000;

export function withoutDoctype(text: string): WithoutDoctype {
  const found = DOCTYPE.exec(text);
  const entities = new Map<string, string>();
  for (const [, name = "", double, single] of found?.[0].matchAll(ENTITY) ?? []) {
    const value = double ?? single ?? "";
    // An entity that consists of others could grow without limit.
    if (!/[&<%]/.test(value) && value.length <= MAX_LENGTH) entities.set(name, value);
  }
  let problem: WithoutDoctype["problem"];
  const blank = found?.[0].replace(/[^\n]/g, " ") ?? "";
  const plain = found === null ? text : text.replace(found[0], () => blank);
  const replaced = plain.replace(REFERENCE, (reference, name: string, offset: number) => {
    const value = entities.get(name);
    if (value === undefined && !isInside(plain, offset)) {
      const message = `The entity ${reference} is not declared. Replace it with its text, or write "&" as "&amp;".`;
      problem ??= { message, offset };
    }
    return value ?? reference;
  });
  return { text: replaced, problem };
}

/** Whether an offset is inside a comment or a CDATA section. */
function isInside(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return (
    before.lastIndexOf("<!--") > before.lastIndexOf("-->") ||
    before.lastIndexOf("<![CDATA[") > before.lastIndexOf("]]>")
  );
}
