import { expect, it } from "vitest";
import { statusOf } from "../../src/rescue/outcome-status.js";

it.each<[value: unknown, want: string | undefined]>([
  [{ status: "OK", ret: "login_OK" }, "OK"],
  [{ loginResult: "login_OK" }, undefined],
  [{ status: 1 }, undefined],
  [undefined, undefined],
  [null, undefined],
  ["OK", undefined],
])("finds the status of %j", (value, want) => {
  expect(statusOf({ value, status: 200, headers: { get: () => undefined, setCookie: [] } })).toBe(
    want,
  );
});
