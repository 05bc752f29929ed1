/** The values of an option that can be given several times: a parser for commander. */
export function repeated(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
