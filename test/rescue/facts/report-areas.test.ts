import { expect, it } from "vitest";
import { reportArea } from "../../../src/rescue/facts/report-areas.js";

it.each<[text: string, want: ReturnType<typeof reportArea>]>([
  ["SESSION", { number: 0, name: "SESSION" }],
  ["0", { number: 0, name: "SESSION" }],
  ["chat log", { number: 5, name: "CHATLOG" }],
  ["Custom_Fields", { number: 6, name: "CUSTOMFIELDS" }],
  ["16", { number: 16, name: "TRANSFERREDSESSIONSEXTENDED" }],
  ["11", undefined],
  ["", undefined],
  ["constructor", undefined],
])("finds the area %j", (text, want) => {
  expect(reportArea(text)).toEqual(want);
});
