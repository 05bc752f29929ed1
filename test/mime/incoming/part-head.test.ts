import { expect, it } from "vitest";
import { headOf } from "../../../src/mime/incoming/part-head.js";

it.each<[title: string, disposition: string, fileName: string | undefined]>([
  ["quoted", 'attachment; filename="a b.txt"', "a b.txt"],
  ["in UTF-8", "attachment; filename*=UTF-8'en'%C3%BC.txt", "ü.txt"],
  [
    "in UTF-8 rather than in ASCII",
    "attachment; filename=_.txt; filename*=utf-8''%C3%BC.txt",
    "ü.txt",
  ],
  [
    "in ASCII if the other charset is unknown",
    "attachment; filename=_.txt; filename*=koi8-r''%C1",
    "_.txt",
  ],
  [
    "in ASCII if the other is not valid UTF-8",
    "attachment; filename=_.txt; filename*=UTF-8''%FF",
    "_.txt",
  ],
  ["not there", "attachment", undefined],
])("the name of the file is %s", (_, disposition, fileName) => {
  const headers = new Map([["content-disposition", disposition]]);
  expect(headOf(headers)).toMatchObject({ fileName, contentType: "application/octet-stream" });
});

it("an empty Content-Type is that of any bytes", () => {
  expect(headOf(new Map([["content-type", ""]])).contentType).toBe("application/octet-stream");
});
