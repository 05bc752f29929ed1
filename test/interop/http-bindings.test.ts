/** The HTTP GET and POST bindings: our generated client against ASMX, and against `serve` with the profile `asmx`. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type EchoServer, SERVERS } from "./echo/servers.js";
import { type Generated, generated, type LooseClient } from "./generated.js";
import { describeWithPeer, MONO } from "./peer.js";

describeWithPeer(MONO, "Mono's ASMX", () => bindings(() => SERVERS.mono.start()));
describe("ours, as ASMX", () => bindings(() => SERVERS["ours-asmx"].start()));

function bindings(start: () => Promise<EchoServer>): void {
  let server: EchoServer;
  let code: Generated;
  beforeAll(async () => {
    server = await start();
    code = await generated(`${server.urls.Echo}?wsdl`);
  }, 120_000);
  afterAll(() => server?.close());

  describe.each(["HttpGet", "HttpPost"])("%s", (port) => {
    let echo: LooseClient;
    beforeEach(() => {
      echo = code.client(port, server.urls.Echo);
    });

    it.each(["a&b=c +%20ü\u{1f600}<>\"'/?#", "", "  two  ", "line\nline"])(
      "texts come back as they were: %j",
      async (text) => expect(await echo.call("EchoText", { text })).toEqual({ string: text }),
    );

    it("sends an array as a repeated parameter", async () => {
      const decimals = ["1.10", "-2", "79228162514264337593543950335"];
      expect(await echo.call("EchoDecimals", { decimals })).toEqual({ ArrayOfDecimal: decimals });
      expect(await echo.call("EchoDoubles", { doubles: ["1.5", "NaN", "-2E+3"] })).toEqual({
        ArrayOfDouble: [1.5, Number.NaN, -2000],
      });
    });

    it("calls a method without parameters and result", async () => {
      expect(await echo.call("Nothing")).toEqual({});
    });

    it("keeps a session by cookies", async () => {
      expect(await echo.call("Count")).toEqual({ int: 1 });
      expect(await echo.call("Count")).toEqual({ int: 2 });
    });

    it("reports a missing parameter and a failed method", async () => {
      const failure = (operation: string, request: object) =>
        echo.call(operation, request).catch((error: unknown) => error);
      expect(await failure("EchoText", {})).toMatchObject({
        code: "HTTP_STATUS",
        status: 500,
        message: expect.stringContaining("Missing parameter"),
      });
      expect(await failure("Refuse", { reason: "no way" })).toMatchObject({
        status: 500,
        message: expect.stringContaining("no way"),
      });
    });
  });
}
