/** The pages beside a service with forms of the type multipart/form-data (RFC 7578). */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../../src/simulator/index.js";
import { CURL, describeWithPeer } from "../interop/peer.js";
import { send } from "./raw.js";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const SIGN_IN = [
  ["email", "tech@example.com"],
  ["pwd", "secret"],
] as const;

const field = (name: string, text: string, more = "") =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;

const signIn = SIGN_IN.map(([name, text]) => field(name, text)).join("");

function post(body: string | Uint8Array, type = "multipart/form-data; boundary=b", query = "") {
  const headers = { "Content-Type": type };
  return send(simulator.url, { path: `/API/login.aspx${query}`, headers, body });
}

describe("a form in parts", () => {
  it.each([
    ["fields", `${signIn}--b--\r\n`, undefined],
    ["a preamble and an epilogue", `for old readers\r\n${signIn}--b--\r\nend`, undefined],
    ["bare line feeds", `${signIn}--b--\n`.replaceAll("\r\n", "\n"), undefined],
    [
      "a boundary in quotes, another letter case",
      `${signIn}--b--`,
      'Multipart/Form-Data; charset=utf-8; BOUNDARY="b"',
    ],
    [
      "a file of the same name, which is no field",
      `${signIn}${field("pwd", "wrong", '; filename="a.txt"')}--b--`,
      undefined,
    ],
    [
      "a part without a name, and an empty one",
      `--b\r\n\r\nx\r\n${field("", "")}${signIn}--b--`,
      undefined,
    ],
  ])("is read with %s", async (_, body, type) => {
    expect(await post(body, type)).toMatchObject({ status: 200, body: "OK" });
  });

  it("has fields in the charset of the part, or of the field _charset_", async () => {
    const { cookie = "" } = await post(`${signIn}--b--`);
    const headers = { "Content-Type": "multipart/form-data; boundary=b", Cookie: cookie };
    const set = async (form: string) => {
      const body = Buffer.from(`${form}--b--`, "latin1");
      await send(simulator.url, { path: "/API/setDelimiter.aspx", headers, body });
      const path = "/API/getDelimiter.aspx";
      return (await send(simulator.url, { method: "GET", path, headers })).body;
    };
    const latin = "\r\nContent-Type: text/plain; charset=iso-8859-1";
    expect(await set(field("delimiter", "§", latin))).toBe("OK\n\nDELIMITER:§");
    expect(await set(field("_charset_", "iso-8859-1") + field("delimiter", "¦"))).toBe(
      "OK\n\nDELIMITER:¦",
    );
    expect(await set(field("delimiter", "Ã¤"))).toBe("OK\n\nDELIMITER:ä");
  });

  it("comes before the query", async () => {
    const wrong = `${SIGN_IN.map(([name]) => field(name, "wrong")).join("")}--b--`;
    const query = "?email=tech@example.com&pwd=secret";
    expect((await post(wrong, undefined, query)).body).toBe("OK");
  });

  it.each([
    ["no boundary", signIn, "multipart/form-data", "no valid boundary parameter"],
    [
      "another boundary",
      signIn,
      "multipart/form-data; boundary=c",
      "does not contain the boundary",
    ],
    ["no end", signIn, undefined, "a part has no end"],
    [
      "an unknown charset",
      field("email", "", "\r\nContent-Type: a/b; charset=x-none"),
      undefined,
      '"x-none"',
    ],
    ["too many parts", field("a", "").repeat(10_001), undefined, "more than 10000 parts"],
  ])("is rejected with %s", async (_, form, type, message) => {
    const { status, body } = await post(`${form}${message.includes("end") ? "" : "--b--"}`, type);
    expect(status).toBe(400);
    expect(body).toContain(message);
  });
});

describeWithPeer(CURL, "a form of curl -F", () => {
  it("signs in, with a field from a file and a file beside it", async () => {
    const fields = [...SIGN_IN.map(([name, text]) => `${name}=${text}`), "scan=@package.json"];
    const url = new URL("/API/login.aspx", simulator.url).href;
    const args = ["-s", ...fields.flatMap((each) => ["-F", each]), url];
    const { stdout } = await promisify(execFile)("curl", args);
    expect(stdout).toBe("OK");
  });
});
