/** Compiles a schema for one encoding. */
import { complexWriter } from "./write-complex.js";
import { elementWriter } from "./write-element.js";
import type { Encoding, WriterCompiler } from "./writer.js";

export function writerCompiler(encoding: Encoding): WriterCompiler {
  const compiler: WriterCompiler = {
    encoding,
    element: (schema, namespace, outer) => elementWriter(schema, namespace, outer, compiler),
    complex: (type, outer) => complexWriter(type, outer, compiler),
  };
  return compiler;
}
