import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SUPPORT_FILE, supportTable } from "../../../scripts/support-table.js";
import { capabilities } from "../../../src/wsdl/capabilities/index.js";
import {
  OTHER_BINDING,
  unsupportedMessage,
  WSDL_20,
} from "../../../src/wsdl/capabilities/unsupported.js";

const root = new URL("../../../", import.meta.url);

describe("capabilities", () => {
  it.each(capabilities.map(({ id, test }) => [id, test] as const))(
    "%s has its test",
    (_, { file, name }) => {
      const text = readFileSync(new URL(file, root), "utf8");
      // The name of a test, or of its row in a table of tests.
      expect(text).toContain(JSON.stringify(name));
    },
  );

  it("contain each construct once", () => {
    const ids = capabilities.map(({ id }) => id);
    const constructs = capabilities.map(({ construct }) => construct);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(constructs).size).toBe(constructs.length);
    expect(capabilities.filter(({ id, area }) => !id.startsWith(`${area}.`))).toEqual([]);
  });

  it("are the content of docs/support.md", () => {
    expect(readFileSync(SUPPORT_FILE, "utf8")).toBe(supportTable());
  });

  it("make messages that name the construct and the reason", () => {
    expect(unsupportedMessage(WSDL_20)).toBe(`WSDL 2.0 is not supported: ${WSDL_20.note}.`);
    expect(unsupportedMessage(OTHER_BINDING, "the port J")).toMatch(
      /^The port J: a binding that is neither SOAP nor HTTP \(WSDL 1\.1 §2\.5\) is not supported: /,
    );
  });
});
