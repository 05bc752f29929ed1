import { expect, test } from "vitest";
import { httpHeaders } from "../../src/http/headers.js";
import { retryAfter } from "../../src/http/retry-after.js";

const DATE = "Sat, 28 Nov 2026 08:00:00 GMT";

test.each([
  [undefined, undefined, undefined],
  ["0", undefined, 0],
  ["120", undefined, 120_000],
  ["1.5", undefined, undefined],
  ["-1", undefined, undefined],
  ["9999999999999", undefined, undefined],
  ["soon", undefined, undefined],
  ["Sat, 28 Nov 2026 08:00:05 GMT", DATE, 5_000],
  ["Sat, 28 Nov 2026 07:59:00 GMT", DATE, 0],
  ["2026-11-28", DATE, undefined],
])("Retry-After: %s", (value, date, want) => {
  const headers = httpHeaders({ "retry-after": value, date });
  expect(retryAfter({ headers })).toBe(want);
});
