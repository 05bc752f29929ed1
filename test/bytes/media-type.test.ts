import { expect, it } from "vitest";
import { mediaType, quoted } from "../../src/bytes/media-type.js";

it.each<[string | undefined, string, Record<string, string>]>([
  [undefined, "", {}],
  ["text/xml", "text/xml", {}],
  [" Text/XML ; Charset=UTF-8 ", "text/xml", { charset: "UTF-8" }],
  ['text/xml; charset="utf-8"; charset=x', "text/xml", { charset: "utf-8" }],
  [
    'application/soap+xml;charset=utf-8;action="urn:a;b"',
    "application/soap+xml",
    { charset: "utf-8", action: "urn:a;b" },
  ],
  [
    'multipart/related; type="application/xop+xml"; boundary=a=b; start="<a\\"b>"',
    "multipart/related",
    { type: "application/xop+xml", boundary: "a=b", start: '<a"b>' },
  ],
  [
    'text/xml; x="a; charset=utf-16"; charset=utf-8',
    "text/xml",
    { x: "a; charset=utf-16", charset: "utf-8" },
  ],
  ['text/xml; "; charset=utf-16"; charset=utf-8', "text/xml", { charset: "utf-8" }],
  [
    'text/xml; x="a\\"; charset=utf-16"; charset=utf-8',
    "text/xml",
    { x: 'a"; charset=utf-16', charset: "utf-8" },
  ],
  ['text/xml; x="a; charset=utf-16', "text/xml", {}],
  ["text/xml;; =a; b=; c d=e; charset=utf-8;", "text/xml", { charset: "utf-8" }],
])("reads %s", (text, type, parameters) => {
  const media = mediaType(text);
  expect([media.type, Object.fromEntries(media.parameters)]).toEqual([type, parameters]);
});

it("writes a parameter that it reads", () => {
  const text = 'a"b\\c;d';
  expect(mediaType(`x/y; name=${quoted(text)}`).parameters.get("name")).toBe(text);
});
