/** Compiles a schema for one encoding and style. */
import { complexWriter } from "./write-complex.js";
import { elementWriter } from "./write-element.js";
import type { Encoding, WriterCompiler } from "./writer.js";
import type { XmlStyle } from "./xml-style.js";

export function writerCompiler(encoding: Encoding, style: XmlStyle): WriterCompiler {
  const compiler: WriterCompiler = {
    encoding,
    style,
    nesting: { depth: 0 },
    element: (schema, namespace, outer) => elementWriter(schema, namespace, outer, compiler),
    complex: (type, outer) => complexWriter(type, outer, compiler),
  };
  return compiler;
}
