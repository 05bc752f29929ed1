import { describe, expect, it } from "vitest";
import { httpHeaders } from "../../src/http/index.js";
import { joinedSecrets, SentSecrets } from "../../src/redaction/sent-secrets.js";

const none = () => new Set<string>();
const basic = (text: string) => `Basic ${btoa(text)}`;

function removed(
  headers: Record<string, string>,
  text: string,
  { url = "http://h/", body }: { url?: string; body?: string } = {},
): string {
  const secrets = new SentSecrets(() => new Set(["knock"]));
  secrets.addRequest({ url, headers, ...(body !== undefined && { body }) });
  return secrets.remove(text);
}

describe("the headers of a request", () => {
  it.each<[string, Record<string, string>, string, string]>([
    ["credentials", { Authorization: "Bearer abcd" }, "Bearer abcd and abcd", "Bearer *** and ***"],
    ["Basic", { authorization: basic("me:abcd") }, `me:abcd ${btoa("me:abcd")}`, "me:*** ***"],
    ["a long user name", { authorization: basic("somebody:abcd") }, "somebody", "***"],
    ["a token as the user", { authorization: basic("abcd:") }, "abcd", "***"],
    ["a proxy", { "Proxy-Authorization": "NTLM abcdefg" }, "abcdefg", "***"],
    ["a secret by its name", { "x-my-token": "abcd" }, "abcd", "***"],
    ["an unknown header", { "X-Plan": "Scheme abcdefgh" }, "abcdefgh Scheme abcdefgh", "*** ***"],
    ["a short value of an unknown header", { "X-Plan": "abcdefg" }, "abcdefg", "abcdefg"],
    ["a public header", { SOAPAction: "urn:abcdefgh" }, "urn:abcdefgh", "urn:abcdefgh"],
    [
      "cookies",
      { Cookie: 'a=abcdefgh; b="ijklmnop"; c=short' },
      "abcdefgh ijklmnop short",
      "*** *** short",
    ],
    ["a cookie with = in it", { Cookie: "a=b=cdefghi" }, "b=cdefghi a", "*** a"],
    ["a cookie with a quote in it", { Cookie: 'a=abcd"efgh"' }, 'abcd"efgh"', "***"],
    ["a header that ends with authorization", { "X-Authorization": "Key abcd" }, "Key abcd", "***"],
    [
      "a header that begins with it",
      { "Authorization-Info": "Key abcdefgh" },
      "Key abcdefgh",
      "***",
    ],
    ["a value with a space in it", { "x-my-token": "abcd efgh" }, "abcd efgh", "***"],
    ["lines in credentials", { Authorization: "Bearer abcd\nefgh" }, "abcd\nefgh", "***"],
    ["colons in a password", { authorization: basic("me:ab:cd") }, "ab:cd me:", "*** me:"],
    ["a blank behind a cookie", { Cookie: "a=abcdefgh ; b=c" }, "abcdefgh", "***"],
    ["credentials without a scheme", { Authorization: "abcdefgh" }, "abcdefgh", "***"],
    ["several blanks", { Authorization: "Bearer   abcd" }, "Bearer abcd", "Bearer ***"],
    [
      "Basic in capitals",
      { Authorization: basic("me:abcd").replace("Basic", "BASIC") },
      "abcd",
      "***",
    ],
    ["another scheme than Basic", { Authorization: `Basics ${btoa("me:abcd")}` }, "abcd", "abcd"],
    ["Basic that is not base64", { Authorization: "Basic ???" }, "???", "***"],
    ["a user without a colon", { authorization: basic("abcd") }, "abcd", "***"],
    ["an empty header", { "X-Plan": "" }, "a", "a"],
    ["an encoded cookie", { Cookie: "a=abcd%3Defgh" }, "abcd=efgh", "***"],
  ])("%s", (_, headers, text, want) => {
    expect(removed(headers, text)).toBe(want);
  });
});

describe("the address and the body of a request", () => {
  it.each<[string, { url?: string; body?: string }, string, string]>([
    ["user information", { url: "http://me:abcd@h/" }, "me abcd", "me ***"],
    ["a parameter that is a credential", { url: "http://h/?sig=abcdefgh" }, "abcdefgh", "***"],
    ["a short one of an uncertain name", { url: "http://h/?code=abcd" }, "abcd", "abcd"],
    ["a short one of a certain name", { url: "http://h/?a=b&pwd=abcd#c" }, "abcd", "***"],
    ["a parameter of a secret element", { url: "http://h/?knock=ab%26cd" }, "ab&cd", "***"],
    ["no user information", { url: "http://h/a@b?x=undefined" }, "undefined", "undefined"],
    ["a question mark in a parameter", { url: "http://h/?x=?&pwd=abcd" }, "abcd", "***"],
    ["a parameter behind the fragment", { url: "http://h/?a=b#pwd=abcd" }, "abcd", "abcd"],
    ["a secret element", { body: "<a><knock>ab&amp;cd</knock></a>" }, "ab&cd", "***"],
    ["a secret in a section", { body: "<a><knock><![CDATA[ab&cd]]></knock></a>" }, "ab&cd", "***"],
    ["an attribute", { body: '<a pwd="ab&amp;cd"/>' }, "ab&cd", "***"],
    ["another element", { body: "<a><b>abcd</b></a>" }, "abcd", "abcd"],
  ])("%s", (_, request, text, want) => {
    expect(removed({}, text, request)).toBe(want);
  });

  it("is searched by its bytes, too, and not if it is streamed", async () => {
    const secrets = new SentSecrets(() => new Set(["knock"]));
    secrets.addRequest({ url: "http://h/", headers: {}, body: Buffer.from("<knock>abcd</knock>") });
    secrets.addRequest({
      url: "http://h/",
      headers: { "X-Other": "x", "CONTENT-TYPE": "text/xml" },
      body: (async function* () {
        yield Buffer.from("<knock>efgh</knock>");
      })(),
    });
    expect(secrets.remove("abcd efgh")).toBe("*** efgh");
  });

  it("is searched by its bytes in another charset", () => {
    const secrets = new SentSecrets(() => new Set(["knock"]));
    const body = Buffer.from("<knock>äbcd</knock>", "latin1");
    const headers = { "content-type": "text/xml; charset=iso-8859-1" };
    secrets.addRequest({ url: "http://h/", headers, body });
    expect(secrets.remove("äbcd")).toBe("***");
  });

  it("is searched as a form by its type, whatever the case of the header", () => {
    const other = { Accept: "text/xml", "CONTENT-TYPE": "application/x-www-form-urlencoded" };
    expect(removed(other, "ab cd", { body: "x=1&authcode=ab+cd" })).toBe("***");
    expect(removed({}, "ab cd", { body: "knock=ab+cd" })).toBe("ab cd");
  });

  it("is searched as a form by its type", () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect(removed(headers, "ab cd", { body: "x=1&authcode=ab+cd" })).toBe("***");
  });
});

it("collects secrets after the first text, too, and those of outer secrets", () => {
  const outer = new SentSecrets(none);
  outer.addValue("outer-one");
  const secrets = new SentSecrets(none, outer);
  expect(secrets.remove("outer-one inner-one")).toBe("*** inner-one");
  secrets.addValue("inner-one");
  secrets.addHeader("cookie", "a=cookie-one");
  secrets.addText("<Password>text-one</Password>", "text/xml");
  secrets.addResponse({
    headers: httpHeaders({ "set-cookie": "a=received-one; Path=/path-of-it" }),
  });
  expect(secrets.remove("inner-one cookie-one text-one received-one /path-of-it")).toBe(
    "*** *** *** *** /path-of-it",
  );
});

it("joins the secrets of two owners", () => {
  const [own, other] = [new SentSecrets(none), new SentSecrets(none)];
  expect(joinedSecrets(own, undefined)).toBe(own);
  const joined = joinedSecrets(own, other);
  joined.addHeader("cookie", "a=cookie-one");
  own.addValue("own-one");
  other.addValue("other-one");
  expect(joined.remove("own-one other-one cookie-one")).toBe("*** *** ***");
  for (const each of [own, other]) expect(each.remove("cookie-one")).toBe("***");
});
