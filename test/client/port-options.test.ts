import { describe, expect, it } from "vitest";
import { portOptions } from "../../src/client/index.js";

const one = { Orders: { protocol: "soap11", address: "https://example.com/orders" } } as const;
const two = {
  ...one,
  Orders12: { protocol: "soap12", address: "https://example.com/12" },
} as const;

describe("portOptions", () => {
  it("replaces the port by its protocol and address, and keeps the other options", () => {
    const given = { port: "Orders12", timeout: 5 } as const;
    const want = { protocol: "soap12", endpoint: "https://example.com/12", timeout: 5 };
    expect(portOptions(two, given)).toEqual(want);
  });

  it("uses the only port if none is named", () => {
    const want = { protocol: "soap11", endpoint: "https://example.com/orders" };
    expect(portOptions(one, {})).toEqual(want);
    expect(portOptions(one, { port: "Orders" })).toEqual(want);
  });

  it("prefers the endpoint of the caller", () => {
    expect(portOptions(one, { endpoint: "http://localhost" }).endpoint).toBe("http://localhost");
  });

  it.each([
    [
      { port: "orders" },
      'port "orders" does not exist in the service: use one of "Orders", "Orders12".',
    ],
    [
      { port: "constructor" },
      'port "constructor" does not exist in the service: use one of "Orders", "Orders12".',
    ],
    [
      {},
      'port is required because the service has several ports: use one of "Orders", "Orders12".',
    ],
  ])("rejects %j with the valid names", (options, message) => {
    expect(() => portOptions(two, options)).toThrow(
      expect.objectContaining({ name: "OptionsError", code: "INVALID_OPTIONS", message }),
    );
  });

  it("reports the valid names to a program without types that passes nothing", () => {
    expect(() => Reflect.apply(portOptions, undefined, [two])).toThrow('use one of "Orders"');
  });

  it("rejects an unknown name even if there is one port", () => {
    expect(() => portOptions(one, { port: "Other" })).toThrow('use one of "Orders".');
  });
});
