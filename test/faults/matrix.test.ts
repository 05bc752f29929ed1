/** A share of the fault matrix; `npm run faults` runs all of it. */
import { describe, expect, it } from "vitest";
import { checkCase } from "../../scripts/faults/check.js";
import { type Fault, respond, right } from "../../scripts/faults/fault.js";
import { runMatrix } from "../../scripts/faults/matrix.js";
import { FaultServer } from "../../scripts/faults/server.js";
import { subjects } from "../../scripts/faults/subjects.js";

describe("the fault matrix", () => {
  it("has no wrong case", async () => {
    const { groups, problems } = await runMatrix({ step: 200, every: 23 });
    expect(problems).toEqual([]);
    const cases = [...groups.values()].reduce((sum, count) => sum + count.cases, 0);
    expect(cases).toBeGreaterThan(100);
  });

  it.each<[string, Partial<Fault>, string]>([
    ["an outcome instead of an error", { expected: "error" }, "There is an outcome."],
    [
      "another outcome",
      {
        behaviour: respond((subject) =>
          right({ ...subject, body: Buffer.from("NOTLOGGEDIN"), type: "text/plain" }),
        ),
      },
      "The outcome is wrong",
    ],
    [
      "another error",
      {
        behaviour: () => ({ onRequest: ({ socket }) => void socket.destroy() }),
        expected: ["TIMEOUT"],
      },
      "The error is CONNECTION",
    ],
    [
      "another delivery",
      {
        behaviour: () => ({ onRequest: ({ socket }) => void socket.destroy() }),
        expected: "error",
        delivery: "not-sent",
      },
      "delivery is unknown.",
    ],
  ])("reports %s", async (_, fault, problem) => {
    const subject = (await subjects()).find(
      ({ protocol, operation }) => protocol === "post" && operation === "requestPINCode",
    );
    if (subject === undefined) throw new Error("There is no subject.");
    const server = new FaultServer();
    await server.listen();
    const found = await checkCase(server, subject, {
      group: "test",
      name: "test",
      behaviour: respond((each) => right(each)),
      expected: "outcome",
      ...fault,
    });
    await server.close();
    expect(found.join()).toContain(problem);
  });
});
