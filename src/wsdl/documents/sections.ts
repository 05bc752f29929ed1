/** Sections of a document that contain neither tags nor references: comments, CDATA and processing instructions. */

/** The position behind the section that starts at `at`; `undefined` if no section starts there. */
export function endOfSection(text: string, at: number): number | undefined {
  if (text.startsWith("<!--", at)) return behind(text, "-->", at + 4);
  if (text.startsWith("<![CDATA[", at)) return behind(text, "]]>", at + 9);
  // The parser of the tree ends an instruction without a name there: `<?>`.
  if (text.startsWith("<?", at)) return behind(text, "?>", at + 1);
  return undefined;
}

/** The position behind the next `end`; without one, the end of the text. */
export function behind(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found === -1 ? text.length : found + end.length;
}
