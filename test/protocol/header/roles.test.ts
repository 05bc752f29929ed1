import { expect, it } from "vitest";
import { isForLastReceiver, mustUnderstand } from "../../../src/protocol/header/roles.js";
import type { SoapVersion } from "../../../src/schema/index.js";
import { readElement } from "../../../src/xml/index.js";

const S11 = 'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"';
const S12 = 'xmlns:s="http://www.w3.org/2003/05/soap-envelope"';

it.each<[SoapVersion, string, boolean, boolean]>([
  ["soap11", "", true, false],
  ["soap11", `${S11} s:mustUnderstand="1"`, true, true],
  ["soap11", `${S11} s:mustUnderstand=" 1 "`, true, true],
  ["soap11", `${S11} s:mustUnderstand="0"`, true, false],
  ["soap11", 'mustUnderstand="1"', true, false],
  ["soap11", `${S12} s:mustUnderstand="true"`, true, false],
  ["soap11", `${S11} s:actor=""`, true, false],
  ["soap11", `${S11} s:actor="http://schemas.xmlsoap.org/soap/actor/next"`, true, false],
  ["soap11", `${S11} s:actor="urn:proxy"`, false, false],
  ["soap12", `${S12} s:mustUnderstand="true"`, true, true],
  ["soap12", `${S12} s:role="http://www.w3.org/2003/05/soap-envelope/role/next"`, true, false],
  [
    "soap12",
    `${S12} s:role="http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver"`,
    true,
    false,
  ],
  ["soap12", `${S12} s:role="http://www.w3.org/2003/05/soap-envelope/role/none"`, false, false],
])("a block of %s with %s", (version, attributes, isForUs, isMandatory) => {
  const block = readElement(`<b ${attributes}/>`);
  expect(isForLastReceiver(block, version)).toBe(isForUs);
  expect(mustUnderstand(block, version)).toBe(isMandatory);
});
