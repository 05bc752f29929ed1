/** Our generated client against an echo service: each kind of operation. */
import assert from "node:assert/strict";
import { SoapFault } from "../../../src/soap/index.js";
import type { EchoKind } from "./kinds.js";
import type { Cells } from "./our-client.js";

const TREE = { name: "root", child: [{ name: "leaf" }, { child: [{ name: "deep <&>" }] }] };

async function faultOf(response: Promise<unknown>): Promise<SoapFault> {
  const thrown = await response.then(
    () => assert.fail("A fault was expected."),
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof SoapFault, String(thrown));
  return thrown;
}

export const MESSAGE_CELLS = {
  async "wrapped document"({ echo }) {
    assert.deepEqual(await echo.call("EchoText", { text: "a text" }), { EchoTextResult: "a text" });
  },

  async "bare document"({ echo }) {
    assert.deepEqual(await echo.call("EchoBare", TREE), TREE);
  },

  async "rpc/literal"({ literal }) {
    const point = { x: -1, y: 2, label: "a & b" };
    assert.deepEqual(await literal.call("EchoPoint", { point }), { EchoPointResult: point });
    const points = [point, { x: 0, y: 0 }];
    assert.deepEqual(await literal.call("EchoPoints", { points }), { EchoPointsResult: points });
    assert.deepEqual(await literal.call("Divide", { dividend: 17, divisor: 5 }), {
      DivideResult: 3,
      remainder: 2,
    });
    assert.deepEqual(await literal.call("Nothing"), {});
  },

  async "rpc/encoded"({ encoded }) {
    const person = { name: "Ann <&>", age: 40, shoe: null, names: ["A", "B"] };
    assert.deepEqual(await encoded.call("EchoPerson", { person }), { EchoPersonResult: person });
    assert.deepEqual(await encoded.call("EchoText", { text: "a text" }), {
      EchoTextResult: "a text",
    });
    assert.deepEqual(await encoded.call("EchoDouble", { number: 1.5e-9 }), {
      EchoDoubleResult: 1.5e-9,
    });
    assert.deepEqual(await encoded.call("EchoMood", { mood: "so-so" }), {
      EchoMoodResult: "so-so",
    });
    const bytes = Uint8Array.of(0, 1, 254, 255);
    const { EchoBytesResult } = await encoded.call("EchoBytes", { bytes });
    assert.deepEqual(EchoBytesResult, bytes);
    const animal = { $type: "Dog", name: "Rex", barks: true };
    assert.deepEqual(await encoded.call("EchoAnimal", { animal }), { EchoAnimalResult: animal });
    assert.deepEqual(await encoded.call("Divide", { dividend: 17, divisor: 5 }), {
      DivideResult: 3,
      remainder: 2,
    });
    assert.deepEqual(await encoded.call("Nothing"), {});
    const nobody = { name: null, age: 7, shoe: null, friend: null, names: null };
    const { EchoPersonResult } = await encoded.call("EchoPerson", { person: nobody });
    // Mono omits the optional members, PHP writes nil.
    assert.deepEqual({ ...nobody, ...Object(EchoPersonResult) }, nobody);
    for (const [operation, parameter] of [
      ["EchoPerson", "person"],
      ["EchoText", "text"],
      ["EchoIntegers", "integers"],
      ["EchoBytes", "bytes"],
      ["EchoAnimal", "animal"],
    ] as const) {
      const response = await encoded.call(operation, { [parameter]: null });
      assert.deepEqual(response, { [`${operation}Result`]: null });
    }
  },

  async "multi-references"({ encoded }) {
    const ann = { name: "Ann", age: 40, shoe: null };
    const { FriendsResult } = await encoded.call("Friends");
    assert.deepEqual(FriendsResult, [ann, { name: "Bob", age: 41, shoe: null, friend: ann }, ann]);
  },

  async "SOAP arrays"({ encoded }) {
    const integers = [3, -1, 2147483647];
    assert.deepEqual(await encoded.call("EchoIntegers", { integers }), {
      EchoIntegersResult: integers,
    });
    assert.deepEqual(await encoded.call("EchoIntegers", { integers: [] }), {
      EchoIntegersResult: [],
    });
    const jagged = [["a", "b"], [], ["c"]];
    assert.deepEqual(await encoded.call("EchoJagged", { jagged }), { EchoJaggedResult: jagged });
    const persons = [
      { name: "Ann", age: 1, shoe: 40 },
      { name: "Bob", age: 2, shoe: null },
    ];
    assert.deepEqual(await encoded.call("EchoPersons", { persons }), {
      EchoPersonsResult: persons,
    });
  },

  async "out and ref parameters"({ echo }) {
    assert.deepEqual(await echo.call("Divide", { dividend: -17, divisor: 5 }), {
      DivideResult: -3,
      remainder: -2,
    });
    assert.deepEqual(await echo.call("Swap", { left: "l", right: "" }), { left: "", right: "l" });
  },

  async "no parameters"({ echo }) {
    assert.deepEqual(await echo.call("Nothing"), {});
  },

  async headers({ echo }) {
    const headers: unknown[] = [];
    const onHeader = (header: unknown) => headers.push(header);
    const header = { Ticket: { user: "ann", count: 1 } };
    const response = await echo.call("ReadTicket", {}, { header, onHeader });
    assert.deepEqual(response, { ReadTicketResult: "ann" });
    assert.deepEqual(headers, [{ Ticket: { user: "ann", count: 2 } }]);
    assert.deepEqual(await echo.call("ReadTicket"), { ReadTicketResult: "no ticket" });
  },

  async fault({ echo, version }) {
    const fault = await faultOf(echo.call("Crash"));
    assert.equal(fault.faultCode.local, version === "soap11" ? "Server" : "Receiver");
    assert.match(fault.reason, /It broke: <&>\./);
    assert.equal(fault.status, 500);
    // The connection and the client stay usable.
    assert.deepEqual(await echo.call("Nothing"), {});
  },

  async "fault with detail"({ echo, version }) {
    const fault = await faultOf(echo.call("Refuse", { reason: "no <entry>" }));
    assert.equal(fault.faultCode.local, version === "soap11" ? "Client" : "Sender");
    assert.match(fault.reason, /no <entry>/);
    const [refusal] = fault.detailElement?.elements("refusal") ?? [];
    assert.deepEqual(refusal?.name, { namespace: "http://example.org/echo", local: "refusal" });
    assert.deepEqual([refusal.attribute("code"), refusal.text], ["17", "no <entry>"]);
  },

  async "one-way"({ echo }) {
    assert.deepEqual(await echo.call("Notify", { text: "told" }), {});
    assert.deepEqual(await echo.call("Nothing"), {});
  },

  async "one-way, and done"({ echo }) {
    await echo.call("Notify", { text: "heard" });
    // The response is sent before the method has run.
    for (let tries = 0; ; tries++) {
      const { LastNoticeResult } = await echo.call("LastNotice");
      if (LastNoticeResult === "heard") return;
      assert.ok(tries < 50, `The service heard ${LastNoticeResult}.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },

  async session({ echo }) {
    const { CountResult: first } = await echo.call("Count");
    const { CountResult: second } = await echo.call("Count");
    assert.deepEqual([first, second], [1, 2]);
  },
} satisfies Cells<EchoKind>;
