/** The operations that a service has over HTTP GET and POST. */
import { describe, expect, it } from "vitest";
import type { Contract, Part } from "../../../src/contract/index.js";
import type {
  ComplexType,
  MessageSchema,
  Operation,
  PartsSchema,
} from "../../../src/schema/index.js";
import { formBindings } from "../../../src/server/description/http-binding.js";
import { readContract } from "../../../src/wsdl/index.js";
import { contractFile, generatedOperations } from "../generated-operations.js";

const contract = await readContract(contractFile("forms"), () => Promise.reject(new Error("none")));
const operations = await generatedOperations("forms");

/** The contract, with other parts of the documents of the responses. */
function withParts(change: (part: Part) => readonly Part[]): Contract {
  return {
    ...contract,
    services: contract.services.map((service) => ({
      ...service,
      ports: service.ports.map((port) => ({
        ...port,
        operations: port.operations.map((each) =>
          each.output === undefined
            ? each
            : { ...each, output: { ...each.output, parts: each.output.parts.flatMap(change) } },
        ),
      })),
    })),
  };
}

const outputs = (changed: Contract, own: Readonly<Record<string, Operation>> = operations) =>
  formBindings(changed, own)
    .filter(({ key, protocol }) => key === "add" && protocol === "http-post")
    .map(({ output }) => output);

describe("HTTP bindings", () => {
  it("are those of the operations that the service has", () => {
    expect(formBindings(contract, operations).map(({ key, protocol }) => [key, protocol])).toEqual([
      ["add", "http-post"],
      ["split", "http-post"],
      ["split", "http-get"],
    ]);
    const { add, split } = operations;
    if (add === undefined || split === undefined) throw new Error("The contract has both.");
    expect(formBindings(contract, {})).toEqual([]);
    const renamed = formBindings(contract, { plus: add });
    expect(renamed.map(({ key }) => key)).toEqual(["plus"]);
    // The key with the name of the operation has precedence.
    const both = formBindings(contract, { plus: add, add });
    expect(both.map(({ key }) => key)).toEqual(["add"]);
  });

  it("have the result in the element of the binding", () => {
    expect(outputs(contract)).toEqual([
      { parts: [expect.objectContaining({ element: "int", member: "addResult", type: "int" })] },
    ]);
  });

  it("have the result in its own element if the binding has a type", () => {
    const typed = withParts((part) =>
      "element" in part
        ? [{ name: part.name, type: part.element.type, location: part.location }]
        : [part],
    );
    expect(outputs(typed)).toEqual([
      { parts: [expect.objectContaining({ element: "addResult", member: "addResult" })] },
    ]);
  });

  it("have no response if the operation or the binding has none", () => {
    expect(outputs(withParts(() => []))).toEqual([undefined]);
    const { add } = operations;
    if (add === undefined) throw new Error("The contract has it.");
    const { output: _, ...oneWay } = add;
    expect(outputs(contract, { add: oneWay })).toEqual([undefined]);
  });

  it("have the whole response if the binding has its element, or if it is empty", () => {
    const { add } = operations;
    if (add === undefined) throw new Error("The contract has it.");
    const empty: MessageSchema & { type: ComplexType } = {
      element: "int",
      namespace: "urn:example:forms",
      type: { namespace: "urn:example:forms", sequence: [] },
    };
    const same: MessageSchema = {
      ...empty,
      type: { ...empty.type, sequence: [{ element: "x", type: "int" }] },
    };
    const parts: PartsSchema = {
      parts: [{ element: "int", namespace: "urn:example:forms", type: "int" }],
    };
    for (const output of [empty, same, parts]) {
      const [found] = outputs(contract, { add: { ...add, output } });
      expect(found).toBe(output);
    }
  });
});
