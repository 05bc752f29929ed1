import { describe, expect, it } from "vitest";
import { LineMap } from "../../../src/wsdl/documents/line-map.js";

describe("LineMap", () => {
  const importedAt = { file: "a.wsdl", line: 3, column: 4, importedAt: undefined };
  const lines = new LineMap("ab\n\nc\r\nd", "b.xsd", importedAt);

  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [7, 4, 1],
    [8, 4, 2],
  ])("offset %i is line %i, column %i", (offset, line, column) => {
    expect(lines.at(offset)).toEqual({ file: "b.xsd", line, column, importedAt });
  });
});
