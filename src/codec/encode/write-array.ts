/** Types that only wrap one repeated element. */
import type { ArrayType } from "../../schema/index.js";
import { invalidValue } from "./check.js";
import type { Writer, WriterCompiler } from "./writer.js";

/** @param outer the default namespace inside the element of the array */
export function arrayWriter(
  { item, namespace }: ArrayType,
  outer: string,
  compiler: WriterCompiler,
): Writer {
  const { element, member = element } = item;
  const repeated = { ...item, minOccurs: 0, maxOccurs: "unbounded" } as const;
  const write = compiler.element(repeated, namespace, outer);
  return (value, path, parts) => {
    if (!Array.isArray(value)) throw invalidValue(path, value, "an array");
    return write({ [member]: value }, path, parts);
  };
}
