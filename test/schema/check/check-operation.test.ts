/** Wire schemas of newer and older versions of the generator. */
import { describe, expect, it } from "vitest";
import { operations } from "../../../src/generated/index.js";
import { checkOperation, type Operation, VERSION } from "../../../src/schema/index.js";

/** An operation with one thing that this version does not know, as code of a newer version has it. */
function future(text: string): Operation {
  const complex = `"namespace": "urn:t"`;
  return JSON.parse(
    text
      .replaceAll("COMPLEX", complex)
      .replace(/^\{/, `{ "generator": "9.1.0", "name": "login", "soapAction": "", `),
  );
}

const inSequence = (particle: string) =>
  future(`{ "input": { "element": "login", COMPLEX, "sequence": [${particle}] } }`);

describe("checkOperation", () => {
  it("knows all that this version generates", () => {
    for (const operation of Object.values(operations)) checkOperation(operation);
  });

  it.each<[string, Operation, string]>([
    ["an operation", future(`{ "input": { "parts": [] }, "stream": true }`), "stream"],
    [
      "headers",
      future(`{ "input": { "parts": [] }, "headers": { "inout": { "parts": [] } } }`),
      "inout",
    ],
    ["parts", future(`{ "input": { "parts": [], "order": true } }`), "order"],
    [
      "a message",
      future(`{ "input": { "element": "login", COMPLEX, "sequence": [], "compressed": true } }`),
      "compressed",
    ],
    [
      "the output",
      future(`{ "input": { "parts": [] }, "output": { "element": "r", COMPLEX, "bag": [] } }`),
      "bag",
    ],
    [
      "a fault",
      future(`{ "input": { "parts": [] }, "faults": { "f": { "parts": [], "inTrailer": true } } }`),
      "inTrailer",
    ],
    ["a text", inSequence(`"sA: string futureflag"`), "futureflag"],
    ["the name of a type", inSequence(`"sA: futureType"`), "futureType"],
    ["an element", inSequence(`{ "element": "a", "type": "int", "futureKey": 1 }`), "futureKey"],
    [
      "an occurrence",
      inSequence(`{ "element": "a", "type": "int", "minOccurs": 2 }`),
      "minOccurs: 2",
    ],
    [
      "another occurrence",
      inSequence(`{ "choice": ["a: int"], "maxOccurs": 7, "member": "$choice" }`),
      "maxOccurs: 7",
    ],
    ["the type of an element", inSequence(`{ "element": "a", "type": "futureInt" }`), "futureInt"],
    ["a wildcard", inSequence(`{ "any": "##future", "member": "$any" }`), "##future"],
    ["a group", inSequence(`{ "sequence": ["a: int"], "interleave": true }`), "interleave"],
    [
      "an array",
      inSequence(
        `{ "element": "a", "type": { COMPLEX, "item": { "element": "b", "type": "int" }, "sparse": 1 } }`,
      ),
      "sparse",
    ],
    [
      "an item of an array",
      inSequence(
        `{ "element": "a", "type": { COMPLEX, "item": { "element": "b", "type": "futureInt" } } }`,
      ),
      "futureInt",
    ],
    ["a list", inSequence(`{ "element": "a", "type": { "list": "futureInt" } }`), "futureInt"],
    ["a union", inSequence(`{ "element": "a", "type": { "union": [{ "set": 1 }] } }`), "set"],
    [
      "a mapped type",
      inSequence(`{ "element": "a", "type": { "builtin": "date", "as": "Temporal" } }`),
      "Temporal",
    ],
    [
      "an attribute",
      future(
        `{ "input": { "element": "e", COMPLEX, "attributes": [{ "attribute": "a", "type": "int", "lax": true }] } }`,
      ),
      "lax",
    ],
    [
      "a base",
      future(`{ "input": { "element": "e", COMPLEX, "extends": { COMPLEX, "sealed": true } } }`),
      "sealed",
    ],
    [
      "a type that another one names",
      future(
        `{ "input": { "element": "e", COMPLEX, "sequence": ["a: A"], "refs": { "A": { COMPLEX, "sequence": ["b: int x"] } } } }`,
      ),
      "x",
    ],
  ])("names an unknown keyword of %s, and both versions", (_, operation, keyword) => {
    for (let call = 1; call <= 2; call++) {
      expect(() => checkOperation(operation)).toThrow(
        expect.objectContaining({
          name: "UnsupportedSchemaError",
          code: "UNKNOWN_KEYWORD",
          keyword,
          generator: "9.1.0",
          runtime: VERSION,
        }),
      );
    }
  });

  it("explains what to do", () => {
    expect(() => checkOperation(inSequence(`"sA: string futureflag"`))).toThrow(
      `The wire schema of login cannot be used: "futureflag" in "sA: string futureflag" is not known to wire schemas of ` +
        `rescue-soap ${VERSION}. It was written by rescue-soap 9.1.0. Generate the code again with the installed version, ` +
        "or install the version that wrote it.",
    );
  });

  it("finds an unknown keyword of a type that an operation before has failed for", () => {
    const B = { namespace: "urn:t", sequence: ["c: int future"] };
    const A = { namespace: "urn:t", sequence: ["b: B"], refs: { B } };
    const operation = (name: string): Operation => ({
      generator: "9.1.0",
      name,
      soapAction: "",
      input: { element: name, namespace: "urn:t", sequence: ["a: A"], refs: { A } },
    });
    for (const name of ["one", "other"]) {
      expect(() => checkOperation(operation(name))).toThrow(`The wire schema of ${name}`);
    }
  });
});
