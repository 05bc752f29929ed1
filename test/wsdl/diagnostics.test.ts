import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../src/wsdl/diagnostics.js";
import { WsdlError } from "../../src/wsdl/index.js";

const at = (line: number) => ({ file: "x.wsdl", line, column: 1, importedAt: undefined });

describe("Diagnostics", () => {
  it("throws nothing for warnings", () => {
    const diagnostics = new Diagnostics();
    diagnostics.warning("A.", at(1));
    expect(() => diagnostics.throwIfAny()).not.toThrow();
    expect(diagnostics.warnings).toEqual([{ message: "A.", location: at(1) }]);
  });

  it("reports each problem of a location once, invalid ones first", () => {
    const diagnostics = new Diagnostics();
    diagnostics.unsupported("U.", at(1));
    for (const line of [2, 2, 3]) diagnostics.invalid("I.", at(line));
    expect(() => diagnostics.throwIfAny()).toThrow(
      expect.objectContaining({
        code: "INVALID",
        message: "x.wsdl:2:1: I.\nx.wsdl:3:1: I.\nx.wsdl:1:1: U.",
      }),
    );
  });

  it("reports a WSDL with only unsupported constructs as unsupported", () => {
    const diagnostics = new Diagnostics();
    diagnostics.unsupported("U.", at(1));
    expect(() => diagnostics.throwIfAny()).toThrow(
      expect.objectContaining({
        code: "UNSUPPORTED",
        diagnostics: [{ message: "U.", location: at(1) }],
      }),
    );
  });

  it("adds the problems of another document with its imports", () => {
    const diagnostics = new Diagnostics();
    const location = { file: "a.xsd", line: 4, column: 2, importedAt: at(7) };
    diagnostics.add(WsdlError.of("MALFORMED_XML", [{ message: "M.", location }]));
    expect(() => diagnostics.throwIfAny()).toThrow("a.xsd:4:2: M.\n  imported at x.wsdl:7:1");
  });
});
