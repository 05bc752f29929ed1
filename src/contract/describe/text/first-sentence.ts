/** The first sentence of a documentation, its white space folded; markup that some tools put into it is left out. */
export function firstSentence(documentation: string): string {
  const text = documentation
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [first = text] = /^.*?[^\s.][.!?](?=\s+[^a-z\s])/.exec(text) ?? [];
  // What is written "e.g. Acme" ends no sentence.
  return /\b(?:e\.g|i\.e|etc|vs|No)\.$/.test(first) ? text : first;
}
