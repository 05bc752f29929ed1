import { describe, expect, it, vi } from "vitest";
import * as here from "../../src/errors/index.js";

/** Another copy of the module, as a CommonJS build beside the ES module is. */
async function anotherCopy(): Promise<typeof here> {
  vi.resetModules();
  return import("../../src/errors/index.js");
}

describe("errors of another copy of the package", async () => {
  const there = await anotherCopy();

  it("are of other classes", () => {
    expect(there.DecodeError).not.toBe(here.DecodeError);
  });

  it("are instances of the class of the same name, and of SoapError", () => {
    const error = new there.DecodeError("LIMIT", "too long", "");
    expect(error instanceof here.DecodeError).toBe(true);
    expect(error instanceof here.SoapError).toBe(true);
    expect(error instanceof Error).toBe(true);
    expect(error.name).toBe("DecodeError");
  });

  it("are not instances of other classes", () => {
    const error = new there.DecodeError("LIMIT", "too long", "");
    expect(error instanceof here.EncodeError).toBe(false);
    expect(error instanceof here.UnsupportedSchemaError).toBe(false);
  });

  it("count for the base classes of a subclass, but not for the subclass", () => {
    class OwnError extends here.DecodeError {}
    class OwnErrorThere extends there.DecodeError {}
    const error = new OwnErrorThere("LIMIT", "too long", "");
    expect(error instanceof here.DecodeError).toBe(true);
    expect(error instanceof OwnError).toBe(false);
    expect(new here.DecodeError("LIMIT", "too long", "") instanceof OwnError).toBe(false);
    expect(new OwnError("LIMIT", "too long", "") instanceof OwnError).toBe(true);
    expect(error.name).toBe("OwnErrorThere");
  });
});

describe("values that are not errors of the package", () => {
  it.each<[string, unknown]>([
    ["an Error", new Error("x")],
    ["an object of the same shape", { name: "SoapError", code: "CONNECTION", message: "x" }],
    ["an object without a prototype", Object.create(null)],
    ["an object whose constructor is not a function", { constructor: 1 }],
    ["an object of a prototype without constructor", Object.create(Object.create(null))],
    ["an object of a prototype with another constructor", Object.create({ constructor: 1 })],
    ["null", null],
    ["undefined", undefined],
    ["a string", "SoapError"],
    ["a class", here.DecodeError],
  ])("%s", (_name, value) => {
    expect(value instanceof here.SoapError).toBe(false);
  });
});

it("every class has its name", () => {
  const classes = Object.entries(here).filter(([name]) => name.endsWith("Error"));
  expect(classes.length).toBeGreaterThan(9);
  for (const [name, type] of classes) {
    expect(typeof type === "function" && Reflect.get(type, here.CLASS_NAME)).toBe(name);
  }
});
