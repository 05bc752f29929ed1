import { describe, expect, it, vi } from "vitest";
import { onAbort } from "../../../src/http/signal/abort-listener.js";

/** A signal, and the number of its listeners. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  vi.spyOn(signal, "addEventListener").mockImplementation((...given: Parameters<typeof add>) => {
    listeners++;
    add(...given);
  });
  vi.spyOn(signal, "removeEventListener").mockImplementation((...given) => {
    listeners--;
    remove(...given);
  });
  return { controller, signal, count: () => listeners };
}

describe("the functions of a signal", () => {
  it("are called once, in order, by one listener", () => {
    const { controller, signal, count } = countedSignal();
    const calls: number[] = [];
    for (let call = 0; call < 100; call++) onAbort(signal, () => calls.push(call));
    expect(count()).toBe(1);
    controller.abort();
    controller.abort();
    expect(calls).toEqual(Array.from({ length: 100 }, (_, call) => call));
  });

  it("are not called after their removal; the last removal ends the listener", () => {
    const { controller, signal, count } = countedSignal();
    const calls: string[] = [];
    const releases = ["a", "b"].map((name) => onAbort(signal, () => calls.push(name)));
    releases[0]?.();
    releases[0]?.();
    expect(count()).toBe(1);
    releases[1]?.();
    expect(count()).toBe(0);
    onAbort(signal, () => calls.push("c"));
    releases[1]?.();
    expect(count()).toBe(1);
    controller.abort();
    expect(calls).toEqual(["c"]);
  });

  it("can be removed while others are called", () => {
    const { controller, signal } = countedSignal();
    const calls: string[] = [];
    onAbort(signal, () => {
      calls.push("first");
      release();
    });
    const release = onAbort(signal, () => calls.push("second"));
    controller.abort();
    expect(calls).toEqual(["first"]);
    expect(release).not.toThrow();
  });

  it("need no signal", () => {
    expect(onAbort(undefined, () => undefined)).not.toThrow();
  });
});
