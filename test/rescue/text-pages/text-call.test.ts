import { describe, expect, it } from "vitest";
import { createRescueClient, type RescueClient, type RescueProtocol } from "../../../src/index.js";
import type { Interceptor } from "../../../src/soap/index.js";
import { fakePages, textResponse } from "../fake-service.js";

const authCode = "0a1b";
const endpoint = "http://127.0.0.1:1/api/API.asmx";

function clientOn(protocol: RescueProtocol, pageText: Parameters<typeof fakePages>[0]) {
  const { transport, requests } = fakePages(pageText);
  const auth = { authCode };
  const rescue = createRescueClient({ auth, endpoint, protocol, transport, throttle: false });
  return { rescue, requests };
}

describe.each(["post", "get"] as const)("the text pages by %s", (protocol) => {
  it("return the same outcome as SOAP", async () => {
    const { rescue, requests } = clientOn(protocol, (page) =>
      page === "/api/generateEmailText.aspx"
        ? "OK\n\nSUBJECT:S\nTEXT:T\nLINK:https://x/R?i=2&Code=000012\nSIGNATURE:G"
        : "ERROR",
    );
    expect(await rescue.generateEmailText({ iPINCode: 12 })).toEqual({
      status: "OK",
      ret: "OK",
      sSubject: "S",
      sText: "T",
      sLink: "https://x/R?i=2&Code=000012",
      sSignature: "G",
    });
    const query = "pincode=000012&authcode=0a1b";
    expect(requests).toMatchObject(
      protocol === "post"
        ? [
            {
              method: "POST",
              url: "http://127.0.0.1:1/api/generateEmailText.aspx",
              headers: { "Content-Type": "application/x-www-form-urlencoded" },
              body: query,
            },
          ]
        : [{ method: "GET", url: `http://127.0.0.1:1/api/generateEmailText.aspx?${query}` }],
    );
    expect("body" in (requests[0] ?? {})).toBe(protocol === "post");
  });

  it("reject header blocks of an interceptor, because a page has no envelope", async () => {
    const { transport, requests } = fakePages(() => "OK");
    const addressed: Interceptor = (next) => (call) => next({ ...call, headerBlocks: ["<a/>"] });
    const auth = { authCode };
    const interceptors = [addressed];
    const rescue = createRescueClient({ auth, endpoint, protocol, transport, interceptors });
    await expect(rescue.logout()).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      message: expect.stringContaining("over a text page, which has no SOAP envelope"),
    });
    expect(requests).toEqual([]);
  });

  it.each<[page: string, call: (rescue: RescueClient) => Promise<unknown>, parameters: object]>([
    ["logout", (rescue) => rescue.logout(), {}],
    [
      "requestPINCode_v3",
      (rescue) => rescue.requestPINCodeV3({ sCField0: "Ä & b", bNoTechConsole: true, nodeId: 5 }),
      { cfield0: "Ä & b", notechconsole: "1", NodeId: "5", authcode: authCode },
    ],
    [
      "requestLensPINCode_v4",
      (rescue) =>
        rescue.requestLensPINCodeV4({ bNoTechConsole: false, nodeId: 1, sLangCode: "pt-br" }),
      { notechconsole: "0", NodeId: "1", LangCode: "pt-br", authcode: authCode },
    ],
    [
      "getSession_v3",
      (rescue) => rescue.getSession_V3({ iNodeID: 1, eNodeRef: "CHANNEL" }),
      { node: "1", noderef: "CHANNEL", authcode: authCode },
    ],
    [
      "getReport_v2",
      (rescue) => rescue.getReport_v2({ iNodeID: 1, eNodeRef: "EXTERNALTECH" }),
      { node: "1", nodetype: "EXTERNALTECH", authcode: authCode },
    ],
    [
      "getHierarchy_v2",
      (rescue) => rescue.getHierarchy_v2({ bIsNode: true, iNodeID: 1, bFilterOffline: false }),
      { isnode: "true", node: "1", filteroffline: "false", authcode: authCode },
    ],
    [
      "setGroup_v2",
      (rescue) =>
        rescue.setGroup_v2({
          iNodeID: 1,
          sName: "G",
          eStatus: "Enabled",
          aPermissions: ["RemoteControl", "SendFile"],
        }),
      {
        node: "1",
        name: "G",
        status: "Enabled",
        permission: "RemoteControl,SendFile",
        authcode: authCode,
      },
    ],
    [
      "setReportDate_v2",
      (rescue) =>
        rescue.setReportDate_v2({
          dBeginDate: "2026-11-03T09:05:00",
          dEndDate: "2026-11-23T23:59:59Z",
        }),
      { bdate: "11/3/2026 9:05:00", edate: "11/23/2026 23:59:59", authcode: authCode },
    ],
    [
      "setReportArea",
      (rescue) => rescue.setReportArea({ eReportArea: "SESSION" }),
      { area: "0", authcode: authCode },
    ],
    [
      "setReportArea_v8",
      (rescue) => rescue.setReportArea_v8({ eReportArea: "16" }),
      { area: "16", authcode: authCode },
    ],
  ])("send %s with the documented parameters", async (page, call, parameters) => {
    const requested: unknown[] = [];
    const { rescue } = clientOn(protocol, (path, given) => {
      requested.push([path, Object.fromEntries(given)]);
      return "ERROR";
    });
    await call(rescue);
    expect(requested).toEqual([[`/api/${page}.aspx`, parameters]]);
  });

  it.each<[name: string, call: (rescue: RescueClient) => Promise<unknown>, message: string]>([
    [
      "setUserStatus_v7_1",
      (rescue) => rescue.setUserStatus_v7_1({ iNodeID: 1, eStatus: "Enabled" }),
      "setUserStatus_v7_1 is not supported over the text pages, because it has no known page. Use the protocol soap12.",
    ],
    [
      "setGroup",
      (rescue) =>
        rescue.setGroup({
          iNodeID: 1,
          eStatus: "Enabled",
          iStandardConcurrentLimit: 1,
          iMobileConcurrentLimit: 1,
        }),
      "setGroup/iStandardConcurrentLimit has no documented parameter on the text pages. Use the protocol soap12.",
    ],
  ])("reject %s, which is not documented for them", async (_, call, message) => {
    const { rescue, requests } = clientOn(protocol, () => "OK");
    await expect(call(rescue)).rejects.toMatchObject({
      name: "UnsupportedProtocolError",
      code: "UNSUPPORTED_PROTOCOL",
      message,
    });
    expect(requests).toEqual([]);
  });

  it("reject an invalid value with the same error as SOAP", async () => {
    const { rescue, requests } = clientOn(protocol, () => "OK");
    await expect(rescue.generateEmailText({ iPINCode: 1.5 })).rejects.toMatchObject({
      code: "INVALID_REQUEST",
      path: "generateEmailText/iPINCode",
    });
    expect(requests).toEqual([]);
  });

  it("sign in, and again when the session is over", async () => {
    const pages: string[] = [];
    const { transport } = fakePages((page, parameters) => {
      pages.push(page);
      if (page !== "/api/login.aspx") return pages.length === 4 ? "OK\n\nNOTE:n" : "NOTLOGGEDIN";
      return parameters.get("pwd") === "secret" ? "OK" : "INVALID";
    });
    const auth = { email: "tech@example.com", password: "secret" };
    const rescue = createRescueClient({ auth, endpoint, protocol, transport });
    expect(await rescue.getNote({ iSessionID: 1 })).toMatchObject({ status: "OK", sNote: "n" });
    expect(pages).toEqual([
      "/api/login.aspx",
      "/api/getNote.aspx",
      "/api/login.aspx",
      "/api/getNote.aspx",
    ]);
  });

  it("reject another HTTP status with an HttpError without secrets", async () => {
    const rescue = createRescueClient({
      auth: { authCode },
      endpoint,
      protocol,
      throttle: false,
      transport: async () => textResponse("<h1>Not\n found</h1>", "text/html", 404),
    });
    const error = await rescue
      .generateEmailText({ iPINCode: 1 })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "HttpError",
      code: "HTTP_STATUS",
      status: 404,
      excerpt: "<h1>Not found</h1>",
      message: expect.stringMatching(/^generateEmailText\.aspx returned HTTP status 404: check/),
    });
  });

  it("reject a response that is too large", async () => {
    const rescue = createRescueClient({
      auth: { authCode },
      endpoint,
      protocol,
      maxResponseBytes: 10,
      transport: async () => textResponse("OK\n\nREPORT:1234567890"),
    });
    await expect(rescue.getReport({ iNodeID: 1, eNodeRef: "NODE" })).rejects.toMatchObject({
      code: "LIMIT",
    });
  });
});
