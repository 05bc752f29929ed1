import { expect, it } from "vitest";
import { CallLog } from "../../../src/simulator/state/call-log.js";
import { Clock } from "../../../src/simulator/state/clock.js";

it("does not contain a secret, also if the request repeats it in another member", () => {
  const type = {
    namespace: "urn:t",
    sequence: [
      { element: "sPassword", type: "string", secret: true },
      { element: "sName", type: "string" },
      { element: "iNumber", type: "int" },
    ],
  } as const;
  const log = new CallLog(new Clock(() => 1));
  log.add(
    "login",
    type,
    { sPassword: "planted&", sName: "Ann planted&amp; planted%26", iNumber: 7 },
    "OK",
  );
  expect(log.calls).toEqual([
    {
      operation: "login",
      at: 1,
      status: "OK",
      parameters: { sPassword: "***", sName: "Ann *** ***", iNumber: 7 },
    },
  ]);
});
