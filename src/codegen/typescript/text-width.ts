/** The width of text in columns (Unicode Standard Annex 11). */

const NARROW = /^[ -~]*$/;
const WIDE =
  /^(?:\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])$/u;
const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** East Asian characters and emoji have two columns, combining characters none. */
export function textWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (COMBINING.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}
