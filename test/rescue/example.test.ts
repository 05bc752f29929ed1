import { describe, expect, it } from "vitest";
import { createRescueClient, type GenerateEmailTextOutcome } from "../../src/index.js";
import { EMAIL, fakeService } from "./fake-service.js";

const auth = { email: "tech@example.com", password: "secret" };

/** The example of the README. That it compiles without a default case is part of the test. */
async function connectionEmail(rescue: ReturnType<typeof createRescueClient>) {
  const pin = await rescue.requestPINCode({ sCField0: "ACME", bNoTechConsole: true });
  if (pin.status !== "OK") throw new Error(pin.status);
  const email = await rescue.generateEmailText({ iPINCode: pin.iPINCode });
  switch (email.status) {
    case "OK":
      return [email.sSubject, email.sText, email.sLink, email.sSignature];
    case "Error":
    case "NotLoggedIn":
    case "NotTechnician":
    case "Invalid_SecretAuthCode":
    case "User_Deleted_Or_Disabled":
    case "InvalidPINFormat":
    case "Unlisted":
      return `${email.status}: ${email.ret}`;
  }
}

function clientThatGets(email: string | typeof EMAIL, pin = "requestPINCode_OK") {
  const { transport } = fakeService(({ operation }) => {
    if (operation === "requestPINCode") return { result: pin, outs: "<iPINCode>12345</iPINCode>" };
    return operation === "generateEmailText" ? email : undefined;
  });
  return createRescueClient({ auth, transport, throttle: false });
}

describe("the example", () => {
  it("returns the four texts", async () => {
    expect(await connectionEmail(clientThatGets(EMAIL))).toEqual(["S", "T", "L", "G"]);
  });

  it.each<[wire: string, status: GenerateEmailTextOutcome["status"]]>([
    ["generateEmailText_Error", "Error"],
    ["generateEmailText_NotLoggedIn", "NotLoggedIn"],
    ["generateEmailText_NotTechnician", "NotTechnician"],
    ["generateEmailText_Invalid_SecretAuthCode", "Invalid_SecretAuthCode"],
    ["generateEmailText_User_Deleted_Or_Disabled", "User_Deleted_Or_Disabled"],
    ["generateEmailText_InvalidPINFormat", "InvalidPINFormat"],
    ["generateEmailTextRet_Invalid_PinFormat", "InvalidPINFormat"],
    ["generateEmailText_Expired", "Unlisted"],
  ])("has the case of %s", async (wire, status) => {
    expect(await connectionEmail(clientThatGets(wire))).toBe(`${status}: ${wire}`);
  });

  it.each([
    ["requestPINCode_Error", "Error"],
    ["requestPINCode_NotTechnician", "NotTechnician"],
    ["requestPINCode_NoTechConsoleRunning", "NoTechConsoleRunning"],
    ["requestPINCode_OutOfPINCodes", "OutOfPINCodes"],
    ["requestPINCode_PollRateExceeded", "PollRateExceeded"],
    ["requestPINCode_User_Is_Deleted", "User_Is_Deleted"],
    ["requestPINCode_Invalid_SecretAuthCode", "Invalid_SecretAuthCode"],
    ["requestPINCode_User_Deleted_Or_Disabled", "User_Deleted_Or_Disabled"],
  ])("has no PIN code with %s", async (wire, status) => {
    await expect(connectionEmail(clientThatGets(EMAIL, wire))).rejects.toThrow(status);
  });
});
