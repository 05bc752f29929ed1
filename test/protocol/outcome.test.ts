import { describe, expect, it } from "vitest";
import { DecodeError } from "../../src/errors/errors.js";
import { toOutcome } from "../../src/protocol/outcome.js";
import type { OutcomeOperation } from "../../src/schema/index.js";
import { messageElements } from "../../src/schema/index.js";
import { statusPrefix } from "../../src/schema/status-prefix.js";

const ns = "urn:test";

function operation(name: string, values: readonly string[]): OutcomeOperation {
  const enumeration = Object.fromEntries(values.map((value) => [value, value]));
  return {
    generator: "test",
    name,
    soapAction: `${ns}/${name}`,
    input: { element: name, namespace: ns, type: { namespace: ns, sequence: [] } },
    output: {
      element: `${name}Response`,
      namespace: ns,
      type: {
        namespace: ns,
        sequence: [
          { element: `${name}Result`, type: { enumeration }, open: true },
          { element: "sText", type: "string", minOccurs: 0 },
          { element: "iCount", type: "int" },
        ],
      },
    },
    result: `${name}Result`,
  };
}

describe("statusPrefix", () => {
  it.each<[string, readonly string[], string | undefined]>([
    ["an operation's name", ["login_Error", "login_OK"], "login_"],
    ["an irregular one", ["startSessionRet_Error", "startSessionRet_OK"], "startSessionRet_"],
    ["none", ["OK", "Error"], ""],
    [
      "values that share more than the prefix",
      ["set_Invalid_A", "set_Invalid_B", "set_OK"],
      "set_",
    ],
    ["no OK", ["Red", "Green"], undefined],
    ["an OK with another prefix", ["login_OK", "Error"], undefined],
    ["no values", [], undefined],
  ])("finds %s", (_, values, prefix) => {
    expect(statusPrefix(values)).toBe(prefix);
  });
});

describe("toOutcome", () => {
  const values = [
    "getUser_OK",
    "getUser_Error",
    "getUser_InvalidPINFormat",
    "getUser_Invalid_SecretAuthCode",
  ];
  const getUser = operation("getUser_v3", values);

  it.each([
    ["the value of the contract", "getUser_OK", "OK"],
    ["the versioned name", "getUser_v3_OK", "OK"],
    ["the name of the type", "getUserRet_OK", "OK"],
    ["the versioned name of the type", "getUser_v3Ret_OK", "OK"],
    ["another letter case", "GETUSER_INVALIDPINFORMAT", "InvalidPINFormat"],
    ["the text pages' words", "INVALIDPINFORMAT", "InvalidPINFormat"],
    ["other underscores", "getUser_Invalid_PinFormat", "InvalidPINFormat"],
    ["other underscores in words", "INVALID_SECRETAUTHCODE", "Invalid_SecretAuthCode"],
    ["a value that isn't listed", "getUser_Quota", "Unlisted"],
    ["a value of another operation", "getGroup_OK", "Unlisted"],
  ])("finds the arm by %s, and keeps the wire value", (_, ret, status) => {
    const outcome = toOutcome(getUser, { getUser_v3Result: ret, iCount: 1 });
    expect(outcome).toMatchObject({ status, ret });
  });

  it.each(["requestPINCodeV2", "requestPINCodeV3", "setUserStatus_v7_1", "getSession_V3"])(
    "leaves the version of %s off",
    (name) => {
      const base = name.replace(/_?[vV][\d_]+$/, "");
      const op = operation(name, ["x_OK", "x_Error"]);
      expect(toOutcome(op, { [`${name}Result`]: `${base}_Error` }).status).toBe("Error");
    },
  );

  it("has the out parameters of an OK only, and a null string as ''", () => {
    const response = { getUser_v3Result: "getUser_OK", iCount: 3 };
    expect(toOutcome(getUser, response)).toEqual({
      status: "OK",
      ret: "getUser_OK",
      sText: "",
      iCount: 3,
    });
    expect(toOutcome(getUser, { ...response, getUser_v3Result: "getUser_Error" })).toEqual({
      status: "Error",
      ret: "getUser_Error",
    });
  });

  it("distinguishes listed values that differ in underscores only", () => {
    const twins = operation("a", ["a_OK", "a_InvalidParam", "a_Invalid_Param"]);
    expect(toOutcome(twins, { aResult: "a_InvalidParam" }).status).toBe("InvalidParam");
    expect(toOutcome(twins, { aResult: "a_Invalid_Param" }).status).toBe("Invalid_Param");
  });

  it("leaves a repeated string that is absent absent", () => {
    const { output, ...rest } = getUser;
    const [result] = messageElements(output);
    const sequence = [
      ...(result === undefined ? [] : [result]),
      { element: "sTag", type: "string", minOccurs: 0, maxOccurs: "unbounded" },
    ] as const;
    const repeated = { ...rest, output: { ...output, type: { namespace: ns, sequence } } };
    expect(toOutcome(repeated, { getUser_v3Result: "getUser_OK" })).toEqual({
      status: "OK",
      ret: "getUser_OK",
    });
  });

  it("lets a failure lack its out parameters, and an OK not", () => {
    const missing = [new DecodeError("MISSING_ELEMENT", "no iCount", "getUserResponse/iCount")];
    expect(toOutcome(getUser, { getUser_v3Result: "getUser_Error" }, missing).status).toBe("Error");
    expect(() => toOutcome(getUser, { getUser_v3Result: "getUser_OK" }, missing)).toThrow(
      "no iCount",
    );
  });

  it("needs the result", () => {
    expect(() => toOutcome(getUser, {})).toThrow(
      expect.objectContaining({
        code: "MISSING_ELEMENT",
        path: "getUser_v3Response/getUser_v3Result",
      }),
    );
  });
});
