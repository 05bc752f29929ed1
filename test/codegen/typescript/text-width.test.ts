import { expect, it } from "vitest";
import { textWidth } from "../../../src/codegen/typescript/text-width.js";

it.each([
  ["", 0],
  ["order", 5],
  ["größe", 5],
  ["заказ", 5],
  ["注文", 4],
  ["주문", 4],
  ["🎉", 2],
  ["e\u0301", 1],
  ["a\u200bb", 2],
])("%j has %i columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});
