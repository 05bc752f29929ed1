/** Patterns with texts that match, and texts that do not, from the sections of XML Schema part 2 §F. */

export interface PatternCase {
  readonly pattern: string;
  readonly matches: readonly string[];
  readonly others: readonly string[];
  /** Why libxml2 2.9 judges these texts differently, although the standard is clear. */
  readonly libxml2?: string;
}

export const CASES: readonly PatternCase[] = [
  // Branches and pieces (§F, productions 1 to 4).
  { pattern: "", matches: [""], others: ["a", " "] },
  { pattern: "abc", matches: ["abc"], others: ["ab", "abcd", "xabc", "ABC"] },
  { pattern: "a|b|", matches: ["a", "b", ""], others: ["ab", "|"] },
  { pattern: "a||b", matches: ["a", "", "b"], others: ["ab"] },
  { pattern: "()", matches: [""], others: ["()"] },
  { pattern: "(|a)b", matches: ["b", "ab"], others: ["aab", "a"] },
  { pattern: "(ab|a)(c|bcd)", matches: ["abc", "abcd", "ac", "abbcd"], others: ["ab", "abbc"] },
  // Anchors are ordinary characters, since the whole text has to match.
  { pattern: "^a$", matches: ["^a$"], others: ["a", "^a", "a$"] },
  { pattern: "[$^]", matches: ["$", "^"], others: ["", "a"] },
  // Quantifiers (productions 5 to 8).
  { pattern: "a?b*c+", matches: ["c", "abbcc", "bc"], others: ["ab", "aac", ""] },
  { pattern: "a{2}", matches: ["aa"], others: ["", "a", "aaa"] },
  { pattern: "a{2,}", matches: ["aa", "aaaaa"], others: ["a", ""] },
  { pattern: "a{2,4}", matches: ["aa", "aaa", "aaaa"], others: ["a", "aaaaa"] },
  { pattern: "a{0}b", matches: ["b"], others: ["ab"] },
  { pattern: "a{0,2}b", matches: ["b", "ab", "aab"], others: ["aaab"] },
  { pattern: "(ab){2,3}", matches: ["abab", "ababab"], others: ["ab", "abababab", "aabb"] },
  { pattern: "(ab){2,}", matches: ["abab", "abababab"], others: ["ab", "ababa"] },
  {
    pattern: "(a{0,2}){2}",
    matches: ["", "a", "aaaa"],
    others: ["aaaaa"],
    libxml2: "it does not accept the empty text as two repetitions of an empty one",
  },
  { pattern: "(a{3}){2,3}", matches: ["aaaaaa", "aaaaaaaaa"], others: ["aaa", "aaaaaaa"] },
  { pattern: "(a{2,3}){1,2}", matches: ["aa", "aaa", "aaaa", "aaaaaa"], others: ["a", "aaaaaaa"] },
  { pattern: "([ab]{2,3}a){2,}", matches: ["abaaba", "aaaaaa"], others: ["aba", "abbaabaaa"] },
  { pattern: "(a*b{2,}a*)*", matches: ["", "abba", "bbabb"], others: ["aba", "bbab"] },
  { pattern: "(b{2,}|a|bba)*c", matches: ["abbac", "bbabbc", "abbc"], others: ["abac", "bbabc"] },
  { pattern: "(.a.{2,3})*", matches: ["xa12", "xa123", "xa12aaaaa"], others: ["xa1", "xa12aa"] },
  {
    pattern: "(a?){3}b",
    matches: ["b", "ab", "aaab"],
    others: ["aaaab"],
    libxml2: "it does not accept three repetitions of an empty text",
  },
  // Groups of characters, ranges and subtraction (§F.1).
  { pattern: "[a-c]+", matches: ["abcba"], others: ["d", "-", ""] },
  { pattern: "[^a-c]", matches: ["d", "-", "é", "😀"], others: ["a", "dd"] },
  { pattern: "[a-z-[aeiou]]+", matches: ["xyz"], others: ["xaz", "-", "["] },
  { pattern: "[^a-[b]]", matches: ["c"], others: ["a", "b"] },
  {
    pattern: "[a-z-[c-x-[m-n]]]+",
    matches: ["abmnyz"],
    others: ["c", "l", "o", "x"],
    libxml2: "it does not subtract from a subtracted class (production 16, charClassSub)",
  },
  { pattern: "[\\w-[\\d_]]+", matches: ["aé"], others: ["a1", "_"] },
  { pattern: "[\\i-[:]][\\c-[:]]*", matches: ["a.b-c"], others: ["a:b", "1a"] },
  { pattern: "[-a]+", matches: ["-a"], others: ["b"] },
  { pattern: "[a-]+", matches: ["-a"], others: ["b"] },
  { pattern: "[^-]", matches: ["a"], others: ["-"] },
  { pattern: "[+--]+", matches: ["+,-"], others: ["."] },
  { pattern: "[--/]+", matches: ["-./"], others: ["0"] },
  {
    pattern: "[\\--/]+",
    matches: ["-./"],
    others: ["0"],
    libxml2: "it does not start a range with an escape (production 17, charOrEsc)",
  },
  {
    pattern: "[\\w-.]+",
    matches: ["a-b.c"],
    others: ["a/b"],
    libxml2: "it drops the hyphen; 1.0 forbids it here, and 1.1 reads it as a character (§G.4.1)",
  },
  { pattern: "[a^]+", matches: ["^a"], others: ["b"] },
  { pattern: "[\\[\\]\\\\\\-\\^]+", matches: ["[]\\-^"], others: ["a"] },
  { pattern: "[.?*+(){}|$]+", matches: [".?*+(){}|$"], others: ["a"] },
  // Escapes of one character.
  {
    pattern: "\\\\\\|\\.\\?\\*\\+\\(\\)\\{\\}\\-\\[\\]\\^",
    matches: ["\\|.?*+(){}-[]^"],
    others: [""],
  },
  { pattern: "\\t", matches: ["\t"], others: ["t"] },
  { pattern: "\\n|\\r", matches: ["\n", "\r"], others: ["n"] },
  { pattern: "{}", matches: ["{}"], others: [""] },
  // Escapes of classes.
  { pattern: ".", matches: ["a", "\t", "\u2028", "😀"], others: ["\n", "\r", "", "ab"] },
  { pattern: "\\s+", matches: [" \t\n\r"], others: ["\u00a0", "a"] },
  { pattern: "\\S+", matches: ["a\u00a0"], others: [" ", "\n"] },
  { pattern: "\\d+", matches: ["09", "٣", "𝟿"], others: ["a", "½", ""] },
  { pattern: "\\D+", matches: ["a½"], others: ["1"] },
  { pattern: "\\w+", matches: ["aé1$+\u0300😀"], others: ["_", "-", " ", "\u2028"] },
  { pattern: "\\W+", matches: ["_- "], others: ["a", "$"] },
  {
    pattern: "\\i\\c*",
    matches: ["a", "_:-.9", "é", "\u4e00\u00b7"],
    others: ["1", "-a", "a b", "a+"],
  },
  { pattern: "\\I\\C", matches: ["1+", "- "], others: ["ab", "1a"] },
  { pattern: "[^\\d\\s]+", matches: ["ab"], others: ["1", " "] },
  // Categories and blocks.
  { pattern: "\\p{Lu}\\p{Ll}+", matches: ["Éa", "Ab"], others: ["ab", "AB"] },
  { pattern: "\\P{L}", matches: ["1", "😀"], others: ["a", "é"] },
  {
    pattern: "[\\P{L}a]",
    matches: ["a", "1"],
    others: ["b"],
    libxml2: "it drops the negation of a category in a class",
  },
  {
    pattern: "\\p{Sc}|\\p{Zs}|\\p{Pd}|\\p{Nl}|\\p{Cc}",
    matches: ["€", " ", "-", "Ⅷ", "\t"],
    others: ["a"],
  },
  { pattern: "[\\p{IsGreek}\\p{IsCyrillic}]+", matches: ["αЖ"], others: ["a", "א"] },
  { pattern: "\\P{IsBasicLatin}", matches: ["é", "😀"], others: ["a"] },
  { pattern: "\\p{IsPrivateUse}+", matches: ["\ue000", "\u{f0000}"], others: ["\ud7ff"] },
  { pattern: "\\p{IsMathematicalAlphanumericSymbols}", matches: ["𝐀", "𝟿"], others: ["A"] },
  // Characters outside the Basic Multilingual Plane are one character.
  { pattern: "😀{2}", matches: ["😀😀"], others: ["😀"] },
  { pattern: "[😀-😂]", matches: ["😁"], others: ["😃", "a"] },
  { pattern: ".{2}", matches: ["😀a", "ab"], others: ["😀"] },
  // Real ones.
  {
    pattern: "[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}",
    matches: ["DE44500105175407324931"],
    others: ["D44", "DE44"],
  },
  {
    pattern: "([01]?\\d\\d?|2[0-4]\\d|25[0-5])(\\.([01]?\\d\\d?|2[0-4]\\d|25[0-5])){3}",
    matches: ["192.168.0.255"],
    others: ["192.168.0", "192.168.0.256"],
  },
  { pattern: "[^@]+@[^\\.]+\\..+", matches: ["a@b.c"], others: ["a@b", "@b.c"] },
];
