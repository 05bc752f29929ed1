import { describe, expect, it } from "vitest";
import { SecretValues } from "../../src/redaction/secret-values.js";

const SECRET = `p<a&s"s'w/ö+r%d\\ 9`;
const utf8 = (text: string) => Buffer.from(text, "utf8");

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const entities = (text: string, of: (code: number) => string) =>
  text.replace(/[^a-z]/g, (character) => `&${of(character.charCodeAt(0))};`);
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const lower = (text: string) =>
  encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase());
const form = (text: string) => String(new URLSearchParams({ a: text })).slice(2);

/** Each writes a text in another coding. */
const codings: Readonly<Record<string, (text: string) => string>> = {
  "no coding": (text) => text,
  XML: xml,
  "XML in XML": (text) => xml(xml(text)),
  "HTML with apos": (text) => xml(text).replaceAll("'", "&apos;"),
  "decimal references": (text) => entities(text, (code) => `#${code}`),
  "decimal references with zeros": (text) => entities(text, (code) => `#000${code}`),
  "hexadecimal references": (text) => entities(text, (code) => `#x${code.toString(16)}`),
  "named references": (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("ö", "&ouml;")
      .replaceAll("+", "&plus;")
      .replaceAll("/", "&sol;")
      .replaceAll("\\", "&bsol;"),
  "percent escapes": encodeURIComponent,
  "percent escapes in lower case": lower,
  "percent escapes of percent escapes": (text) => encodeURIComponent(encodeURIComponent(text)),
  "percent escapes of Latin-1": (text) =>
    [...text].map((c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`).join(""),
  "JavaScript's escape": (text) =>
    text.replace(/\W/g, (c) => `%u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  form,
  JSON: json,
  "JSON with code points": (text) =>
    [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  "JSON in JSON": (text) => json(json(text)),
  "hexadecimal escapes": (text) =>
    text.replace(/\W/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`),
  "XML in JSON": (text) => json(xml(text)),
  "JSON in XML": (text) => xml(json(text)),
  "XML in a form": (text) => form(xml(text)),
  "JSON in XML in a form": (text) => form(xml(json(text))),
  base64: (text) => utf8(text).toString("base64"),
  base64url: (text) => utf8(text).toString("base64url"),
  "base64 of a longer text, aligned at 1": (text) => utf8(`a${text}bc`).toString("base64"),
  "base64 of a longer text, aligned at 2": (text) => utf8(`ab${text}`).toString("base64"),
  "base64 of user and password": (text) => utf8(`me:${text}`).toString("base64"),
  "base64 of Latin-1": (text) => Buffer.from(text, "latin1").toString("base64"),
  "base64 of XML": (text) => utf8(`<p>${xml(text)}</p>`).toString("base64"),
  "base64 of a form": (text) => utf8(`a=b&p=${form(text)}&c=d`).toString("base64"),
  "base64 in a form": (text) => form(utf8(text).toString("base64")),
  "base64 in lines": (text) => utf8(text).toString("base64").replace(/.{5}/g, "$&\r\n"),
  "UTF-8 read as Latin-1": (text) => utf8(text).toString("latin1"),
  "text with changed white space": (text) => text.replaceAll(" ", "\n"),
};

describe.each(Object.entries(codings))("a secret as %s", (name, encode) => {
  const secrets = new SecretValues([SECRET]);

  it("is removed from a text, which is otherwise unchanged", () => {
    // Characters of base64 beside it contain bits of it.
    const [before, after] = name.includes("base64") ? ["see ", " end"] : ["see x", "x end"];
    expect(secrets.remove(before + encode(SECRET) + after)).toMatch(
      new RegExp(`^${before}[\\w+/]{0,8}\\*\\*\\*[\\w+/=%-]{0,8}${after}$`),
    );
  });

  it("is removed at the end of a text, twice, and alone", () => {
    const shown = secrets.remove(`${encode(SECRET)} and ${encode(SECRET)}`);
    expect(shown).toContain(" and ");
    expect(shown.match(/\*\*\*/g)).toHaveLength(2);
    for (const part of [encode(SECRET), `"${encode(SECRET)}"`]) {
      expect(secrets.remove(part).replace(/\W/g, "").length).toBeLessThan(20);
    }
  });
});

describe("the end of a text that is cut off", () => {
  const secrets = new SecretValues(["correct&horse"]);
  it.each([
    ["see CORRECT&HORSE, too", "see ***, too"],
    ["see corre", "see ***"],
    ["see correct&amp;hor", "see ***"],
    ["see correct&am", "see ***"],
    ["see correct%26ho", "see ***"],
    ["see correct%2", "see ***"],
    ["see corr\ufffd", "see ***"],
    ["see cor", "see cor"],
    ["correct it", "correct it"],
  ])("%s is %s", (given, want) => {
    expect(secrets.remove(given)).toBe(want);
  });

  it("shows no more than the beginning of a long secret", () => {
    const long = "0123456789abcdef".repeat(8);
    expect(new SecretValues([long]).remove(`a ${long.slice(0, 100)}, b`)).toBe("a ***, b");
  });
});

describe("short secrets", () => {
  it.each([
    ["abc", "an abc of abcs: 'abc'", "an *** of abcs: '***'"],
    ["1", "1 of 11", "*** of 11"],
    ["", "text", "text"],
    ["***", "a *** b", "a *** b"],
    [" + ", "a + b", "a + b"],
    ["abcd", "xabcdx", "x***x"],
  ])("%j", (secret, given, want) => {
    expect(new SecretValues([secret]).remove(given)).toBe(want);
  });
});

it("removes secrets that overlap as one", () => {
  const secrets = new SecretValues(["abcdef", "defghi", "efgh"]);
  expect(secrets.remove("x abcdefghi y efgh z")).toBe("x *** y *** z");
});

it("keeps the secrets that were added last", () => {
  const secrets = new SecretValues(["first-secret"]);
  for (let index = 0; index < 199; index++) secrets.add(`secret-number-${index}`);
  expect(secrets.remove("first-secret")).toBe("***");
  secrets.add("first-secret");
  secrets.add("another-one");
  expect(secrets.remove("first-secret another-one")).toBe("*** ***");
  expect(secrets.remove("secret-number-0 ")).toBe("secret-number-0 ");
});

it("is linear on hostile texts, and omits those that are nested too deeply", () => {
  const secrets = new SecretValues(["a".repeat(500), "&".repeat(50), "p&&&&&&&word"]);
  for (const piece of ["a", "&", "&amp;", "%25", "\\\\", "&#38;%26\\u0026", "aaaaaaab", "=\n"]) {
    // A search that is not linear would exceed the time limit of the test.
    secrets.remove(piece.repeat(200_000 / piece.length));
  }
});
