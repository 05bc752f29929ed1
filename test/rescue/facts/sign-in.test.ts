import { expect, it } from "vitest";
import { authCodeOf } from "../../../src/rescue/facts/sign-in.js";

it.each<[request: Record<string, unknown>, want: string | undefined]>([
  [{}, undefined],
  [{ sAuthCode: "" }, undefined],
  [{ sAuthCode: null }, undefined],
  [{ sAuthCode: "0a1b" }, "0a1b"],
])("finds the auth code of %j", (request, want) => {
  expect(authCodeOf(request)).toBe(want);
});
