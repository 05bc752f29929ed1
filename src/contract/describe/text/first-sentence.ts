/** The first sentence of a documentation, with collapsed white space and without markup, which some tools write into it. */
export function firstSentence(documentation: string): string {
  const text = documentation
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [first = text] = /^.*?[^\s.][.!?](?=\s+[^a-z\s])/.exec(text) ?? [];
  // An abbreviation is not the end of a sentence: "e.g. Acme".
  return /\b(?:e\.g|i\.e|etc|vs|No)\.$/.test(first) ? text : first;
}
