/** Values that nest too deeply, or that contain themselves. */
import { describe, expect, it } from "vitest";
import { EncodeError } from "../../../src/errors/index.js";
import { XmlElement } from "../../../src/xml/index.js";
import { wrapped } from "../wrapped-schema.js";

const { write, read } = wrapped(
  '<xs:complexType name="Node"><xs:sequence><xs:element name="value" type="xs:int"/><xs:element name="next" type="t:Node" minOccurs="0"/><xs:element name="all" type="t:Node" minOccurs="0" maxOccurs="unbounded"/><xs:element name="list" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="item" type="t:Node" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element><xs:any namespace="##other" processContents="lax" minOccurs="0"/></xs:sequence></xs:complexType><xs:element name="r" type="t:Node"/>',
);

interface Node {
  value: number;
  next?: Node;
  all?: Node[];
  list?: { item: Node[] };
  $any?: XmlElement;
}

function failure(value: Node): unknown {
  try {
    return write(value);
  } catch (error) {
    return error;
  }
}

const xml = (children: XmlElement["children"]) =>
  new XmlElement({ namespace: "urn:other", local: "x" }, [], children);

/** So many elements inside each other. */
function nested(levels: number): XmlElement {
  let element = xml([]);
  for (let level = 1; level < levels; level++) element = xml([element]);
  return element;
}

describe("a value that contains itself", () => {
  it.each<[string, (node: Node) => void, string]>([
    ["as a member", (node) => (node.next = node), "r/next/next/next"],
    ["in an array", (node) => (node.all = [{ value: 2 }, node]), "r/all/all/all"],
    ["in a list", (node) => (node.list = { item: [node] }), "r/list/item/list/item"],
    ["deeply", (node) => (node.next = { value: 2, all: [node] }), "r/next/all/next"],
  ])("%s is an error with its path", (_, change, path) => {
    const node: Node = { value: 1 };
    change(node);
    const error = failure(node);
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({
      code: "INVALID_REQUEST",
      path: expect.stringMatching(new RegExp(`^${path}/`)),
      message: expect.stringMatching(
        /^(?:\w+\/){8}… nests elements deeper than 200 levels, which is the limit: check whether it contains itself\.$/,
      ),
    });
    // The count of an attempt that failed does not remain.
    expect(write({ value: 1, next: { value: 2 } })).toContain("<next><value>2</value></next>");
  });

  it("as XML is an error with the path of the XML", () => {
    const element = xml([]);
    element.children.push(element);
    expect(failure({ value: 1, $any: element })).toMatchObject({
      code: "INVALID_REQUEST",
      path: "r/$any",
    });
  });
});

it("a value may nest as deeply as a message that is read", () => {
  const chain = (levels: number): Node =>
    levels === 1 ? { value: 0 } : { value: 1, next: chain(levels - 1) };
  expect(read(write(chain(197))).content).toMatchObject({ value: chain(197) });
  expect(failure(chain(3_000))).toBeInstanceOf(EncodeError);
});

it("XML may nest as deeply as a message that is read", () => {
  expect(write({ value: 1, $any: nested(200) })).toContain("<x/></x>");
  expect(failure({ value: 1, $any: nested(201) })).toBeInstanceOf(EncodeError);
  expect(failure({ value: 1, $any: nested(30_000) })).toBeInstanceOf(EncodeError);
});

it("a value that occurs twice, but not in itself, is sent twice", () => {
  const shared: Node = { value: 2 };
  expect(write({ value: 1, all: [shared, shared] })).toContain(
    "<all><value>2</value></all><all><value>2</value></all>",
  );
});
