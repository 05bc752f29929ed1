/** The texts of a connection email, which may contain the keys of the page. */
import { expect, it } from "vitest";
import { emailFields } from "../../../src/rescue/text-pages/text-email.js";

const URL = "https://secure.logmeinrescue.com/Customer/Code.aspx?Code=123456";

it.each([
  [
    "a link with the PIN code after another link",
    `SUBJECT:S\nTEXT:a\nLINK:http://other.example\nSIGNATURE:b\nLINK:${URL}\nSIGNATURE:c`,
    {
      sSubject: "S",
      sText: "a\nLINK:http://other.example\nSIGNATURE:b",
      sLink: URL,
      sSignature: "c",
    },
  ],
  [
    "the first link if none has the PIN code",
    "SUBJECT:\nTEXT:\nLINK:http://a.example\nSIGNATURE:\nLINK:http://b.example\nSIGNATURE:c\n",
    {
      sSubject: "",
      sText: "",
      sLink: "http://a.example",
      sSignature: "\nLINK:http://b.example\nSIGNATURE:c",
    },
  ],
  [
    "no link",
    "SUBJECT:S\nTEXT:T\nLINK:\nSIGNATURE:",
    { sSubject: "S", sText: "T", sLink: "", sSignature: "" },
  ],
  ["no text", "SUBJECT:S\nLINK:\nSIGNATURE:", {}],
  ["no signature", "SUBJECT:S\nTEXT:T\nLINK:", {}],
])("has %s", (_, response, want) => {
  expect(emailFields(response, "lines", 123456)).toEqual(want);
});

it("has its texts in one line, without the space around them", () => {
  const response = ` SUBJECT: S TEXT: a  b LINK: ${URL} SIGNATURE: c \n`;
  expect(emailFields(response, "line", 123456)).toEqual({
    sSubject: "S",
    sText: "a  b",
    sLink: URL,
    sSignature: "c",
  });
});
