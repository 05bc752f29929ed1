import { describe, expect, it } from "vitest";
import { listFields } from "../../../src/rescue/text-pages/text-lists.js";
import type { ElementSchema } from "../../../src/schema/index.js";

const member = (element: string, type: ElementSchema["type"] = "string"): ElementSchema => ({
  element,
  type,
  namespace: "",
});

const NODE = [member("iNodeID", "int"), member("sName")];

describe("records", () => {
  it.each<[name: string, text: string, want: object[]]>([
    ["none", "\n", []],
    ["one", "NodeID:1\nName:a\n\n", [{ iNodeID: "1", sName: "a" }]],
    [
      "an empty line in a value",
      "NodeID:1\nName:a\n\nb\n\nNodeID:2\nName:",
      [
        { iNodeID: "1", sName: "a\n\nb" },
        { iNodeID: "2", sName: "" },
      ],
    ],
  ])("are parsed with %s", (_, text, want) => {
    expect(listFields(text, NODE)).toEqual(want);
  });
});

const STATUS = {
  enumeration: {
    SESSION_WAITING: "SESSION_WAITING",
    SESSION_ONHOLD: "SESSION_ONHOLD",
    NONE: "SESSION_STATUS_NOT_SUPPORTED_VALUE",
  },
};
const SESSION = [
  member("iID", "int"),
  member("bStatus", STATUS),
  member("sStatus"),
  member("iWaitingTimeInSec", "int"),
];
const session = (iID: string, bStatus: string, sStatus: string, iWaitingTimeInSec: string) => ({
  iID,
  bStatus,
  sStatus,
  iWaitingTimeInSec,
});

describe("a table", () => {
  const UNKNOWN = "SESSION_STATUS_NOT_SUPPORTED_VALUE";
  it.each<[name: string, text: string, want: object[]]>([
    ["titles only", "ID|Status|Waiting Time|\n", []],
    ["no titles", "1|Waiting|5|\n", [session("1", "SESSION_WAITING", "Waiting", "5")]],
    [
      "titles and rows",
      "ID|Status|Waiting Time|\n1|On Hold|01:02|\n2|Active|1:00:01|\n",
      [session("1", "SESSION_ONHOLD", "On Hold", "62"), session("2", UNKNOWN, "Active", "3601")],
    ],
    ["a line break in a cell", "1|a\nb|5|\n", [session("1", UNKNOWN, "a\nb", "5")]],
  ])("is parsed with %s", (_, text, want) => {
    expect(listFields(text, SESSION)).toEqual(want);
  });
});
