import { describe, expect, it } from "vitest";
import { findFields, singleField } from "../../../src/rescue/text-pages/text-fields.js";
import type { ElementSchema } from "../../../src/schema/index.js";

const member = (element: string, type: ElementSchema["type"] = "string"): ElementSchema => ({
  element,
  type,
  namespace: "",
});

const MEMBERS = [member("iNodeID", "int"), member("sName"), member("sDescription")];

describe("fields", () => {
  it.each<[name: string, text: string, want: Record<string, string>]>([
    ["in any letter case", "NODEID:1\nname:Ann", { iNodeID: "1", sName: "Ann" }],
    ["after a space", "NODEID: 1\nNAME: Ann", { iNodeID: "1", sName: "Ann" }],
    ["with a space in the key", "Node ID:1", { iNodeID: "1" }],
    [
      "with line breaks in a string",
      "NAME:a\n\nb\nDESCRIPTION:",
      { sName: "a\n\nb", sDescription: "" },
    ],
    ["with a key twice", "NAME:a\nNAME:b", { sName: "a\nNAME:b" }],
    [
      "with an invalid value",
      "NAME:a\nNODEID:x\nDESCRIPTION:d",
      { sName: "a\nNODEID:x", sDescription: "d" },
    ],
    ["with an unknown key after a number", "NODEID:1\nOTHER:2", { iNodeID: "1" }],
    ["with no value", "NAME:", { sName: "" }],
    ["with an unknown key after a string", "NAME:a\nOTHER:2", { sName: "a\nOTHER:2" }],
  ])("are found %s", (_, text, want) => {
    expect(findFields(text, MEMBERS, "lines")).toEqual(want);
  });

  it.each<[text: string, want: Record<string, string>]>([
    ["NODEID:1 NAME:Ann B. DESCRIPTION:", { iNodeID: "1", sName: "Ann B.", sDescription: "" }],
    ["NODEID: 1 NAME: a:b", { iNodeID: "1", sName: "a:b" }],
  ])("are found in the line %j", (text, want) => {
    expect(findFields(text, MEMBERS, "line")).toEqual(want);
  });
});

describe("a single field", () => {
  it.each([
    ["\nNAME:Ann\n\n", "Ann"],
    ["NAME: Ann", "Ann"],
    ["\n1234", "1234"],
    ["\nID|Name|\n1|a: b|\n\n", "ID|Name|\n1|a: b|\n"],
    ["", ""],
  ])("is the text of %j", (text, want) => {
    expect(singleField(text, member("sName"))).toBe(want);
  });
});
