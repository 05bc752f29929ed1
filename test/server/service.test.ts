/** The state of sessions in the simulator, through the client. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeMessage } from "../../src/codec/encode/encode.js";
import { operations } from "../../src/generated/schema.js";
import type { RescueClientOptions, RescueProtocol } from "../../src/index.js";
import { messageElements } from "../../src/schema/index.js";
import { statusesOf } from "../../src/server/handlers/statuses.js";
import { PASSWORD, type Simulator, startSimulator } from "../../src/simulator/index.js";
import { type Operation, type OutcomeOperation, toOutcome } from "../../src/soap/index.js";
import { clientOf } from "./clients.js";
import { envelope11, send, soap11 } from "./raw.js";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ now: () => 1_760_000_000_000 });
});
afterEach(() => simulator.close());

const client = (options: Partial<RescueClientOptions> = {}) => clientOf(simulator, "tech", options);
const withCode = (authCode: string) => client({ auth: { authCode } });

describe("every value that an operation lists", () => {
  /** A request that fits: zero, false, the first of an enumeration. */
  function blank(operation: Operation): Record<string, unknown> {
    const members = messageElements(operation.input).filter((member) => member.minOccurs !== 0);
    return Object.fromEntries(
      members.map(({ element, type }) => {
        if (type === "int") return [element, 0];
        if (type === "boolean") return [element, false];
        if (type === "dateTime") return [element, "2026-01-01T00:00:00"];
        const values = typeof type === "object" && "enumeration" in type ? type.enumeration : {};
        return [element, Object.values(values)[0]];
      }),
    );
  }

  it.each(Object.values<OutcomeOperation>(operations))("can be had of $name", async (operation) => {
    const { name, output, result } = operation;
    const type = messageElements(output).find(({ element }) => element === result)?.type;
    const listed = Object.values(Object(Object(type).enumeration));
    for (const status of statusesOf(operation)) {
      const headers = { ...soap11(name), Cookie: `ASP.NET_SessionId=simulate-${status}` };
      const body = envelope11(encodeMessage(operation.input, blank(operation)));
      const response = await send(simulator.url, { headers, body });
      const value = new RegExp(`<${output.element} [^>]*><${result}>(\\w+)</${result}>`).exec(
        response.body,
      );
      expect(toOutcome(operation, { [result]: value?.[1] }).status).toBe(status);
      expect(listed).toContain(value?.[1]);
    }
  });
});

describe("sessions and auth codes", () => {
  it("end 20 minutes after their last use", async () => {
    const rescue = client();
    await rescue.getAccount();
    expect(simulator.state.sessions).toEqual(["tech@example.com"]);
    simulator.advance(20 * 60_000 - 1);
    await rescue.getAccount();
    simulator.advance(20 * 60_000 - 1);
    expect(simulator.state.sessions).toHaveLength(1);
    simulator.advance(1);
    expect(simulator.state.sessions).toHaveLength(0);
    expect((await rescue.getAccount()).status).toBe("OK");
    expect(simulator.state.calls.map(({ operation }) => operation)).toEqual([
      "login",
      "getAccount",
      "getAccount",
      "getAccount",
      "login",
      "getAccount",
    ]);
  });

  it("has auth codes that the next one ends, and that take precedence over a cookie", async () => {
    const rescue = client();
    const ask = async () => {
      const outcome = await rescue.requestAuthCode({
        sEmail: "tech@example.com",
        sPassword: PASSWORD,
      });
      return outcome.status === "OK" ? outcome.sAuthCode : "";
    };
    const first = await ask();
    expect(first).toMatch(/^[a-z0-5]{79}$/);
    expect((await withCode(first).getAccount()).status).toBe("OK");
    const second = await ask();
    expect((await withCode(first).getAccount()).status).toBe("Invalid_SecretAuthCode");
    expect((await withCode(second).getAccount()).status).toBe("OK");
    expect((await rescue.getAccount({ sAuthCode: "wrong" })).status).toBe("Invalid_SecretAuthCode");
    expect(simulator.state.authCodes).toEqual(["tech@example.com"]);
  });
});

it("has one session for a cookie: the next login ends the one before", async () => {
  const login = (Cookie: string) =>
    send(simulator.url, {
      path: "/API/login.aspx?email=tech@example.com&pwd=secret",
      headers: { Cookie },
    });
  const first = (await login("")).cookie ?? "";
  const second = (await login(first)).cookie ?? "";
  expect(second).not.toBe(first);
  expect(simulator.state.sessions).toHaveLength(1);
});

describe("limits", () => {
  it("accept one generateEmailText a second per account, from all clients", async () => {
    const [a, b] = [client(), client()];
    const email = async (rescue: typeof a) =>
      (await rescue.generateEmailText({ iPINCode: 1 })).status;
    expect([await email(a), await email(b)]).toEqual(["OK", "Error"]);
    simulator.advance(999);
    expect(await email(a)).toBe("Error");
    simulator.advance(1);
    expect(await email(b)).toBe("OK");
  });

  it("accept one PIN code a second", async () => {
    const rescue = client();
    const request = { bNoTechConsole: true };
    const pins = [
      await rescue.requestPINCode(request),
      await rescue.requestPINCodeV2(request),
      await rescue.requestLensPINCodeV2(request),
    ];
    expect(pins.map(({ status }) => status)).toEqual([
      "OK",
      "PollRateExceeded",
      "PollRateExceeded",
    ]);
    simulator.advance(1_000);
    expect((await rescue.requestPINCodeV2(request)).status).toBe("OK");
    expect(simulator.state.pinCodes).toHaveLength(2);
  });

  it("accept ten sign-ins in three minutes", async () => {
    const login = () => client().login({ sEmail: "tech@example.com", sPassword: "wrong" });
    for (let attempt = 0; attempt < 10; attempt++) expect((await login()).status).toBe("Invalid");
    expect((await login()).status).toBe("LimitReached");
    simulator.advance(3 * 60_000);
    expect((await login()).status).toBe("Invalid");
  });

  it("accept one report a minute", async () => {
    const rescue = client();
    const report = () => rescue.getReport({ iNodeID: 1, eNodeRef: "NODE" });
    expect((await report()).status).toBe("OK");
    expect((await report()).status).toBe("Error");
    simulator.advance(60_000);
    expect((await report()).status).toBe("OK");
  });
});

describe("the text pages", () => {
  it.each<RescueProtocol>(["post", "get"])(
    "return the same outcomes over %s as over SOAP",
    async (protocol) => {
      const [text, soap] = [client({ protocol }), client()];
      const calls = [
        (rescue: typeof text) => rescue.getAccount(),
        (rescue: typeof text) => rescue.getHierarchy(),
        (rescue: typeof text) => rescue.getUser({ iNodeID: 101 }),
        (rescue: typeof text) => rescue.getUser({ iNodeID: 1 }),
        (rescue: typeof text) => rescue.getGroup({ iNodeID: 10 }),
        (rescue: typeof text) => rescue.getSession({ iNodeID: 101, eNodeRef: "NODE" }),
        (rescue: typeof text) => rescue.getSession_V3({ iNodeID: 101, eNodeRef: "NODE" }),
        (rescue: typeof text) => rescue.getNote({ iSessionID: 5_001 }),
        (rescue: typeof text) => rescue.getDelimiter(),
      ];
      for (const call of calls) {
        const [a, b] = [await call(text), await call(soap)];
        expect({ ...a, ret: "" }).toEqual({ ...b, ret: "" });
      }
    },
  );
});
