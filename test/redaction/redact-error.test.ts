import { describe, expect, it } from "vitest";
import { AbortError, ConnectionError, HttpError } from "../../src/errors/index.js";
import { redactError } from "../../src/redaction/redact-error.js";
import { SecretValues } from "../../src/redaction/secret-values.js";

const secrets = new SecretValues(["hidden"]);

describe("redactError", () => {
  it("changes the texts of an error of this package in place, and nothing else", () => {
    const error = new HttpError("a hidden b", 500, "c hidden");
    const keys = Object.keys(error);
    expect(redactError(error, secrets)).toBe(error);
    expect(error).toMatchObject({ message: "a *** b", excerpt: "c ***", status: 500 });
    expect(error.stack).toContain("HttpError: a *** b\n    at ");
    expect(Object.keys(error)).toEqual(keys);
  });

  it("returns an error of another program, and a value that is not an error, unchanged", () => {
    const error = new Error("hidden");
    expect(redactError(error, secrets)).toBe(error);
    expect(error.message).toBe("hidden");
    expect(redactError("hidden", secrets)).toBe("hidden");
  });

  it("keeps a cause without secrets", () => {
    const cause = Object.assign(new TypeError("x"), {
      code: "X",
      bytes: new Uint8Array([1]),
      errors: [new Error("y")],
      cause: new Error("z"),
    });
    const error = new ConnectionError("a", { cause });
    redactError(error, secrets);
    expect(error.cause).toBe(cause);
  });

  it.each<[string, Error]>([
    ["message", new TypeError("a hidden")],
    ["member", Object.assign(new TypeError("a ***"), { reason: "hidden" })],
    ["packet", Object.assign(new TypeError("a ***"), { rawPacket: Buffer.from("a hidden") })],
    ["error of several", new AggregateError([new Error("hidden")], "a ***")],
    ["list of texts", Object.assign(new TypeError("a ***"), { list: ["hidden"] })],
    ["cause", new TypeError("a ***", { cause: new Error("hidden") })],
    ["text as the cause", new TypeError("a ***", { cause: "hidden" })],
    ["second item", Object.assign(new TypeError("a ***"), { list: ["b", "hidden", "c"] })],
  ])("replaces a cause with a secret in its %s by a copy", (_, cause) => {
    Object.assign(cause, { code: "X", port: 1 });
    const error = new ConnectionError("a", { cause });
    redactError(error, secrets);
    expect(error.cause).not.toBe(cause);
    expect(error.cause).toBeInstanceOf(cause.constructor);
    expect(error.cause).toMatchObject({ message: "a ***", code: "X", port: 1 });
    expect(error.cause).not.toHaveProperty("rawPacket");
    expect(JSON.stringify(error.cause)).not.toContain("hidden");
    expect(Object.keys(Object(error.cause))).toContain("code");
    expect(Object.keys(Object(error.cause))).not.toContain("message");
  });

  it("leaves numbers and functions of an error alone, and its members writable", () => {
    const own = Object.assign(new HttpError("hidden", 500, ""), { port: 1, act: () => "hidden" });
    const { act } = own;
    redactError(own, secrets);
    expect(own).toMatchObject({ port: 1, act, status: 500 });
    own.message = "b";
    expect(Object.getOwnPropertyDescriptor(own, "message")).toMatchObject({
      writable: true,
      configurable: true,
      enumerable: false,
    });
  });

  it("leaves a number alone that is a secret, too", () => {
    const own = new HttpError("a", 500, "");
    redactError(own, new SecretValues(["500"]));
    expect(own.status).toBe(500);
  });

  it("copies a message that the error's class computes", () => {
    class Computed extends Error {
      override get message(): string {
        return "a hidden";
      }
    }
    const error = new ConnectionError("a", { cause: new Computed() });
    redactError(error, secrets);
    expect(error.cause).toHaveProperty("message", "a ***");
    expect(error.cause).toBeInstanceOf(Computed);
  });

  it("shows nothing of a reason of the caller's signal, and changes the rest of the error", () => {
    const error = new AbortError("hidden", { cause: "hidden" });
    redactError(error, secrets);
    expect(error).toMatchObject({ message: "***", cause: "hidden" });
  });

  it("changes objects that are causes or members of other errors in place", () => {
    const cause = { text: "hidden", list: ["b", "hidden"] };
    const member = { deep: { text: "hidden" } };
    const inner = Object.assign(new TypeError("a", { cause }), { member });
    const error = new ConnectionError("a", { cause: inner });
    redactError(error, secrets);
    expect(error.cause).toBe(inner);
    expect({ cause, member }).toEqual({
      cause: { text: "***", list: ["b", "***"] },
      member: { deep: { text: "***" } },
    });
  });

  it("drops what is behind ten causes, and does not loop", () => {
    const chain = (depth: number): Error =>
      depth === 0 ? new Error("hidden") : new ConnectionError("a", { cause: chain(depth - 1) });
    const causes = (error: unknown): number =>
      error instanceof Error ? 1 + causes(error.cause) : 0;
    const nine = chain(10);
    redactError(nine, secrets);
    expect(causes(nine)).toBe(11);
    const eleven = chain(11);
    redactError(eleven, secrets);
    expect(causes(eleven)).toBe(11);
    const circle = new ConnectionError("hidden");
    Object.defineProperty(circle, "cause", { value: circle, writable: true, configurable: true });
    redactError(circle, secrets);
    expect(circle.message).toBe("***");
  });

  it("changes causes of this package, and texts as causes", () => {
    const inner = new ConnectionError("hidden", { cause: "hidden" });
    const error = new ConnectionError("a", { cause: inner });
    redactError(error, secrets);
    expect(error.cause).toBe(inner);
    expect(inner).toMatchObject({ message: "***", cause: "***" });
  });

  it("does not change the reason of the caller's signal", () => {
    const cause = new Error("hidden");
    const error = new AbortError("a", { cause });
    redactError(error, secrets);
    expect(error.cause).toBe(cause);
  });

  it("ends at causes that lead to each other", () => {
    const first = new Error("hidden");
    const error = new ConnectionError("a", { cause: first });
    first.cause = new Error("hidden", { cause: first });
    redactError(error, secrets);
    expect(String(error.cause)).toBe("Error: ***");
  });
});
