import { afterEach, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";

const PAGE = "http://localhost:5173";
let simulator: Simulator | undefined;
afterEach(() => simulator?.close());

/** What a browser asks before it sends SOAP for a page. */
async function preflight(cors: boolean | string, origin: string) {
  simulator = await startSimulator({ cors });
  const { status, headers } = await fetch(simulator.url, {
    method: "OPTIONS",
    headers: {
      Origin: origin,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type,soapaction",
    },
  });
  const allowed = ["origin", "credentials", "methods", "headers"].map((name) =>
    headers.get(`access-control-allow-${name}`),
  );
  return [status, ...allowed];
}

const ALLOWED = [204, PAGE, "true", "GET, POST", "content-type,soapaction"];
const NOT_ALLOWED = [405, null, null, null, null];

it.each<[string, boolean | string, string, unknown[]]>([
  ["any page with true", true, PAGE, ALLOWED],
  ["the page of the origin", PAGE, PAGE, ALLOWED],
  ["no page of another one", PAGE, "http://localhost:8080", NOT_ALLOWED],
  ["no page by default", false, PAGE, NOT_ALLOWED],
])("%s may call the service", async (_who, cors, origin, want) => {
  expect(await preflight(cors, origin)).toEqual(want);
});

it("a preflight may ask for no headers", async () => {
  simulator = await startSimulator({ cors: PAGE });
  const { status, headers } = await fetch(simulator.url, {
    method: "OPTIONS",
    headers: { Origin: PAGE, "Access-Control-Request-Method": "POST" },
  });
  expect([status, headers.get("access-control-allow-headers")]).toEqual([204, ""]);
});

it("responses allow it too, and vary by the page", async () => {
  simulator = await startSimulator({ cors: PAGE });
  const headersFor = async (origin: string) => {
    const { headers } = await fetch(`${simulator?.url}?WSDL`, { headers: { Origin: origin } });
    return [headers.get("access-control-allow-origin"), headers.get("vary")];
  };
  expect(await headersFor(PAGE)).toEqual([PAGE, "Origin"]);
  expect(await headersFor("http://localhost:8080")).toEqual([null, null]);
});
