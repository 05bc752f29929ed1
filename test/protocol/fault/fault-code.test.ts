import { expect, it } from "vitest";
import { nameOfCode, standardCode } from "../../../src/protocol/fault/fault-code.js";

const soap11 = "http://schemas.xmlsoap.org/soap/envelope/";
const soap12 = "http://www.w3.org/2003/05/soap-envelope";

it.each([
  [soap11, "Client", "Client"],
  [soap11, "Client.Authentication", "Client"],
  [soap12, "Sender", "Client"],
  [soap11, "Server", "Server"],
  [soap12, "Receiver", "Server"],
  [soap11, "MustUnderstand", "MustUnderstand"],
  [soap12, "VersionMismatch", "VersionMismatch"],
  [soap12, "DataEncodingUnknown", "DataEncodingUnknown"],
  [soap12, "constructor", undefined],
  [soap11, "Other", undefined],
  ["urn:other", "Client", undefined],
  ["", "Client", undefined],
])("the code of {%s}%s", (namespace, local, want) => {
  expect(standardCode({ namespace, local })).toBe(want);
});

// SOAP 1.1 §4.4.1 and SOAP 1.2 part 1 §5.4.6; 1.1 has no DataEncodingUnknown.
it.each([
  ["Client", "Client", "Sender"],
  ["Server", "Server", "Receiver"],
  ["MustUnderstand", "MustUnderstand", "MustUnderstand"],
  ["VersionMismatch", "VersionMismatch", "VersionMismatch"],
  ["DataEncodingUnknown", "Client", "DataEncodingUnknown"],
] as const)("the names of %s", (code, in11, in12) => {
  expect(nameOfCode(code, "soap11")).toEqual({ namespace: soap11, local: in11 });
  expect(nameOfCode(code, "soap12")).toEqual({ namespace: soap12, local: in12 });
});
