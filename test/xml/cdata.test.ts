/** Text, CDATA sections, comments and instructions beside each other: the text of an element is one child. */
import { expect, it } from "vitest";
import { isSoapFault } from "../../src/protocol/index.js";
import type { MessageSchema, Operation } from "../../src/schema/index.js";
import { ENVELOPE_NAMESPACE } from "../../src/schema/soap-version.js";
import { XmlElement } from "../../src/xml/index.js";
import { readElement } from "../../src/xml/read-element.js";
import { xmlElementText } from "../../src/xml/write-element.js";
import { clientFor } from "../client/canned-response.js";

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ["a<![CDATA[<b>]]>c", ["a<b>c"]],
  ["<![CDATA[a]]><![CDATA[b]]>", ["ab"]],
  ["<![CDATA[a]]]]><![CDATA[>b]]>", ["a]]>b"]],
  ["a<!-- x -->b<?y z?>c<![CDATA[&]]>&amp;", ["abc&&"]],
  ["a<![CDATA[]]>b", ["ab"]],
  ["<![CDATA[]]>", []],
  ["a<![CDATA[b]]><e>c<![CDATA[d]]></e>f<![CDATA[g]]>", ["ab", "<e>cd", "fg"]],
  ["<e/><![CDATA[a]]><e/><!-- x -->b<!-- y -->", ["<e>", "a", "<e>", "b"]],
];

const shown = ({ children }: XmlElement): string[] =>
  children.map((child) =>
    typeof child === "string" ? child : `<${child.name.local}>${shown(child).join("|")}`,
  );

const message = (element: string): MessageSchema => ({
  element,
  namespace: "",
  type: { namespace: "", sequence: [{ any: "##any", member: "$any", minOccurs: 0 }] },
});
const echo: Operation<object, { $any?: readonly XmlElement[] }> = {
  generator: "test",
  name: "echo",
  soapAction: "",
  input: message("echo"),
  output: message("echo"),
};

it.each(CASES)("%s", async (content, children) => {
  expect(shown(readElement(`<a>${content}</a>`))).toEqual(children);

  const xmlns = ENVELOPE_NAMESPACE.soap11;
  const envelope = (body: string) =>
    `<s:Envelope xmlns:s="${xmlns}"><s:Body>${body}</s:Body></s:Envelope>`;
  const body = envelope(`<echo><a>${content}</a></echo>`);
  const fault = envelope(
    `<s:Fault><faultcode>s:Server</faultcode><faultstring/><detail>${content}</detail></s:Fault>`,
  );
  for (const cut of [(text: string) => [text], (text: string) => [...text]]) {
    const value: unknown = await clientFor({ body: cut(body) }).client.call(echo, {});
    const [found] = Object.values(Object(value)).flat();
    expect(found instanceof XmlElement && shown(found)).toEqual(children);

    const error: unknown = await clientFor({ body: cut(fault) })
      .client.call(echo, {})
      .catch((each: unknown) => each);
    const detail = isSoapFault(error) ? error.detailElement : undefined;
    expect(detail && shown(detail)).toEqual(children);
  }
});

it("texts beside each other are written as one", () => {
  const element = new XmlElement({ namespace: "", local: "a" }, [], ["x", "<", "y"]);
  expect(xmlElementText(element, "")).toBe("<a>x&lt;y</a>");
  expect(shown(readElement(xmlElementText(element, "")))).toEqual(["x<y"]);
});
