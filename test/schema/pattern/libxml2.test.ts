import { expect, it } from "vitest";
import { escapeAttribute } from "../../../src/xml/index.js";
import { describeWithPeer } from "../../interop/peer.js";
import { acceptedByLibxml2, XMLLINT } from "../libxml2-types.js";
import { CASES } from "./cases.js";

describeWithPeer(XMLLINT, "patterns in libxml2", () => {
  it("match the same texts, except for the errors of libxml2 that a case states", () => {
    const types = CASES.map(
      ({ pattern }) =>
        `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:pattern value="${escapeAttribute(pattern)}"/></xs:restriction></xs:simpleType>`,
    );
    const texts = CASES.flatMap(({ matches, others }, type) => [
      ...matches.map((text) => ({ type, text, isMatch: true })),
      ...others.map((text) => ({ type, text, isMatch: false })),
    ]);
    const accepted = acceptedByLibxml2(types, texts);
    const differences = texts.filter(({ isMatch }, index) => accepted[index] !== isMatch);
    expect(new Set(differences.map(({ type }) => CASES[type]?.pattern))).toEqual(
      new Set(CASES.filter(({ libxml2 }) => libxml2 !== undefined).map(({ pattern }) => pattern)),
    );
  });
});
